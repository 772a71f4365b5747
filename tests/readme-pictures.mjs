// Makes the README's pictures from real output: builds the example council, takes pages out of its files with pdftoppm
// (poppler) and writes small PNGs. `npm run build` comes first. The same pages give the same files, as long as poppler
// and node stay the same.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'tests/references/readme');

const PICTURES = [
  { name: 'leaflet-first-page.png', file: 'leaflet.en.pdf', page: 1, dpi: 96 },
  { name: 'leaflet-text-page.png', file: 'leaflet.en.pdf', page: 2, dpi: 96 },
  { name: 'card-front.png', file: 'wallet-card.en.pdf', page: 1, dpi: 180 },
  { name: 'card-back.png', file: 'wallet-card.en.pdf', page: 2, dpi: 180 },
];

/** A page as pixels of three bytes. */
function pixelsOf(pdf, page, dpi) {
  const ppm = execFileSync('pdftoppm', ['-r', String(dpi), '-f', String(page), '-l', String(page), pdf], {
    maxBuffer: 1 << 28,
  });
  const header = /^P6\n(\d+) (\d+)\n255\n/.exec(ppm.subarray(0, 40).toString('latin1'));
  if (!header) throw new Error(`pdftoppm gave no picture of page ${page} of ${pdf}`);
  return { width: Number(header[1]), height: Number(header[2]), data: ppm.subarray(header[0].length) };
}

const EDGE = 0xb1b4b6;

/** The pixels as numbers, with a hairline round them: paper ends where a white screen goes on. */
function framed({ width, height, data }) {
  return Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return EDGE;
    return data.readUIntBE(3 * i, 3);
  });
}

const distance = (a, b) =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/** The colours that occur most; every other pixel takes the nearest of them. Flat colours and grey edges need few. */
function reduce(pixels, most) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .toSorted(([a, m], [b, n]) => n - m || a - b)
    .slice(0, most)
    .map(([colour]) => colour);
  const nearest = new Map();
  for (const colour of counts.keys()) {
    let best = 0;
    for (let i = 1; i < palette.length; i++) {
      if (distance(palette[i], colour) < distance(palette[best], colour)) best = i;
    }
    nearest.set(colour, best);
  }
  return { palette, indices: pixels.map((colour) => nearest.get(colour)) };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG with a palette of 64 colours, 8 bits a pixel, no filter. */
function png(picture) {
  const { width, height } = picture;
  const { palette, indices } = reduce(framed(picture), 64);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.alloc(3 * palette.length);
  palette.forEach((colour, i) => colours.writeUIntBE(colour, 3 * i, 3));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(indices.slice(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const output = mkdtempSync(join(tmpdir(), 'handbill-pictures-'));
try {
  const cli = join(root, 'dist/src/cli.js');
  const build = [cli, 'build', '--council', 'anyshire', '--date', '2025-03-20', '--project', root, '--out', output];
  execFileSync(process.execPath, build, { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const { name, file, page, dpi } of PICTURES) {
    const bytes = png(pixelsOf(join(output, 'anyshire', file), page, dpi));
    writeFileSync(join(folder, name), bytes);
    process.stdout.write(`tests/references/readme/${name} ${bytes.length}\n`);
  }
} finally {
  rmSync(output, { recursive: true, force: true });
}
for (const name of readdirSync(folder)) {
  if (!PICTURES.some((picture) => picture.name === name)) process.stdout.write(`not made by this script: ${name}\n`);
}
