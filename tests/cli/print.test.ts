import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseManifest } from '../../src/manifest.ts';
import { replay } from './transcript.ts';

test('the manifest lists a file for print with its purpose, and its ticket', async () => {
  const lines = [
    'card --council northfield',
    'card --council northfield --for print',
    'card --council northfield --for proof',
  ];
  const { cwd } = await replay(lines.map((line) => `\`\`\`sh\nhandbill ${line}\n\`\`\`\n`).join('\n'));
  const entries = parseManifest(readFileSync(join(cwd, 'output/manifest.json'), 'utf8'))!;
  expect(entries.map(({ path, purpose, pages }) => [path, purpose, pages])).toEqual([
    ['northfield/wallet-card.en.pdf', undefined, 2],
    ['northfield/wallet-card.en.print.job.yaml', 'print', 0],
    ['northfield/wallet-card.en.print.pdf', 'print', 2],
    ['northfield/wallet-card.en.proof.pdf', 'proof', 2],
    ['northfield/wallet-card.en.sheet.pdf', undefined, 2],
    ['northfield/wallet-card.en.txt', undefined, 0],
  ]);
});
