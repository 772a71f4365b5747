import { describe, expect, test } from 'vitest';
import { colourAt } from '../../../src/pdf/read/colour.ts';
import { readPdf } from '../../../src/pdf/read/file.ts';
import { pagesOf } from '../../../src/pdf/read/pages.ts';
import { type Painted, paintedOf } from '../../../src/pdf/read/painted.ts';
import { holds, leaves, type Point } from '../../../src/pdf/read/shape.ts';
import { bytesOf, chance, classic, type Objects, simple, stream } from './made.ts';

const page = (resources: string): Objects => ({
  3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
});

const paintedIn = (content: string, resources = '', more: Objects = {}): Painted[] =>
  pagesOf(readPdf(classic(simple(content, { ...page(resources), ...more })))).flatMap(paintedOf);

const only = (painted: readonly Painted[]): Painted => {
  if (painted.length !== 1) throw new Error(`${painted.length} things are painted`);
  return painted[0]!;
};

const rgbOf = (painted: Painted, at: Point = [0, 0]): number[] | undefined =>
  colourAt(painted.colour, at)?.map((channel) => Math.round(channel));

const areaOf = (painted: Painted): unknown => 'area' in painted && painted.area;

/** Whether it is seen at a point: in its area, and in its clip. */
const covers = (painted: Painted, ...at: Point): boolean =>
  (!('area' in painted) || holds(painted.area, at)) && leaves(painted.clip, at);

const box = (left: number, bottom: number, right: number, top: number): unknown => ({
  kind: 'rectangle',
  box: { left, bottom, right, top },
});

describe('paths', () => {
  test('a rectangle stands where its matrices put it, and q brings back what was', () => {
    const [first, second] = paintedIn('q 2 0 0 3 10 20 cm 1 2 30 40 re f Q 1 2 30 40 re f');
    expect(areaOf(first!)).toEqual(box(12, 26, 72, 146));
    expect(areaOf(second!)).toEqual(box(1, 2, 31, 42));
  });

  test('four lines along the axes are a rectangle too, and a turned one is none', () => {
    expect(areaOf(only(paintedIn('10 10 m 50 10 l 50 30 l 10 30 l h f')))).toEqual(box(10, 10, 50, 30));
    const turned = only(paintedIn('0.7071 0.7071 -0.7071 0.7071 100 100 cm 0 0 100 100 re f'));
    expect(areaOf(turned)).toMatchObject({ kind: 'polygon' });
    expect(covers(turned, 100, 170)).toBe(true);
    expect(covers(turned, 40, 110)).toBe(false);
  });

  test('f and f* differ where rings stand in one another', () => {
    const rings = '0 0 100 100 re 25 25 50 50 re';
    expect(covers(only(paintedIn(`${rings} f`)), 50, 50)).toBe(true);
    expect(covers(only(paintedIn(`${rings} f*`)), 50, 50)).toBe(false);
    expect(covers(only(paintedIn(`${rings} f*`)), 10, 50)).toBe(true);
  });

  test('curves bend', () => {
    const circle = only(
      paintedIn(
        '200 100 m 200 155.2 155.2 200 100 200 c 44.8 200 0 155.2 0 100 c 0 44.8 44.8 0 100 0 c 200 44.8 200 100 y f',
      ),
    );
    expect(covers(circle, 170, 168)).toBe(true);
    expect(covers(circle, 175, 175)).toBe(false);
    expect(covers(circle, 30, 170)).toBe(true);
  });

  test('lines are as broad as they are drawn', () => {
    const line = only(paintedIn('2 0 0 2 0 0 cm 1 0 0 RG 5 w 10 50 m 100 50 l S'));
    expect(line.kind).toBe('stroke');
    expect(rgbOf(line)).toEqual([255, 0, 0]);
    expect(covers(line, 100, 104)).toBe(true);
    expect(covers(line, 100, 106)).toBe(false);
    expect(paintedIn('0 0 50 50 re B').map(({ kind }) => kind)).toEqual(['fill', 'stroke']);
  });

  test('W and W* cut what follows, until Q', () => {
    const content = `q 10 10 50 50 re W n 30 30 100 100 re W n 0 0 300 800 re f Q
      q 0 0 100 100 re 25 25 50 50 re W* n 0 0 300 800 re f Q 0 0 300 800 re f`;
    const [cut, ring, whole] = paintedIn(content);
    expect(cut!.clip).toEqual([box(30, 30, 60, 60)]);
    expect(covers(ring!, 50, 50)).toBe(false);
    expect(covers(ring!, 10, 10)).toBe(true);
    expect(covers(whole!, 200, 200)).toBe(true);
  });

  test('what ends without being painted is not there', () => {
    expect(paintedIn('0 0 10 10 re n f S')).toEqual([]);
  });
});

const tint = '<< /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [1 0 0] /N 1 >>';
const colours: readonly [content: string, spaces: string, rgb: readonly number[]][] = [
  ['0.5 g', '', [128, 128, 128]],
  ['1 0 0.2 rg', '', [255, 0, 51]],
  ['0 0 0 0 k', '', [255, 255, 255]],
  ['0 0 0 1 k', '', [35, 31, 32]],
  ['0 0 0 0.6 k', '', [123, 121, 121]],
  ['/DeviceRGB cs', '', [0, 0, 0]],
  ['/DeviceRGB cs 0 1 0 sc', '', [0, 255, 0]],
  ['/C cs 0 0 1 scn', '/C [/ICCBased 8 0 R]', [0, 0, 255]],
  ['/C cs 0.2 scn', '/C [/CalGray << /WhitePoint [0.95 1 1.09] >>]', [51, 51, 51]],
  ['/C cs 0 0 0 0 scn', '/C [/ICCBased 9 0 R]', [255, 255, 255]],
  ['/C cs 100 0 0 scn', '/C [/Lab << /WhitePoint [0.95 1 1.09] >>]', [255, 255, 255]],
  ['/C cs 53.24 80.09 67.2 scn', '/C [/Lab << /WhitePoint [0.95 1 1.09] /Range [-128 127 -128 127] >>]', [255, 0, 0]],
  ['/C cs 1 scn', '/C [/Indexed /DeviceRGB 1 <000000ff8000>]', [255, 128, 0]],
  ['/C cs 0.5 scn', `/C [/Separation /Spot /DeviceRGB ${tint}]`, [255, 128, 128]],
  ['/C cs', `/C [/Separation /Spot /DeviceRGB ${tint}]`, [255, 0, 0]],
  ['/C cs 1 0.5 scn', '/C [/DeviceN [/A /B] /DeviceRGB 10 0 R]', [255, 128, 0]],
  ['/C cs 0.25 scn', '/C [/Separation /Spot /DeviceGray 11 0 R]', [191, 191, 191]],
];

const spaces: Objects = {
  8: stream('', '/N 3'),
  9: stream('', '/N 7 /Alternate /DeviceCMYK'),
  10: stream(
    '{ 2 copy gt { exch } { 0 add } ifelse exch dup 0 lt { pop 0 } if 0 3 1 roll exch 3 1 roll exch }',
    '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]',
  ),
  11: stream('\xff\x00', '/FunctionType 0 /Domain [0 1] /Range [0 1] /Size [2] /BitsPerSample 8'),
};

describe('colours', () => {
  test.each(colours)('%s %s', (content, names, rgb) => {
    const painted = only(paintedIn(`${content} 0 0 10 10 re f`, `/ColorSpace << ${names} >>`, spaces));
    expect(rgbOf(painted)).toEqual(rgb);
  });

  test('of lines are their own', () => {
    const [fill, stroke] = paintedIn('1 0 0 rg 0 0 1 RG /DeviceGray CS 0.4 SC 0 0 10 10 re B');
    expect([rgbOf(fill!), rgbOf(stroke!)]).toEqual([
      [255, 0, 0],
      [102, 102, 102],
    ]);
  });

  test('of an outlined text are those of lines', () => {
    expect(rgbOf(only(paintedIn('1 0 0 RG BT /F 9 Tf 1 Tr (a) Tj ET')))).toEqual([255, 0, 0]);
  });

  test('that cannot be evaluated are unknown', () => {
    const unknown = (content: string, resources: string): string =>
      only(paintedIn(`${content} 0 0 9 9 re f`, resources, { 8: stream('{ nonsense }', '/FunctionType 4') })).colour
        .kind;
    expect(unknown('/C cs 1 scn', '/ColorSpace << /C [/Separation /Spot /DeviceRGB 8 0 R] >>')).toBe('unknown');
    expect(unknown('/Pattern cs /P scn', '/Pattern << /P << /PatternType 1 >> >>')).toBe('unknown');
    expect(unknown('/Absent cs 1 scn', '')).toBe('unknown');
  });

  test('of a shading run from one end to the other', () => {
    const axial = `<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 100 0] /Extend [true false] /Function ${tint} >>`;
    const painted = only(paintedIn('q 10 10 40 40 re W n 2 0 0 2 0 0 cm /S sh Q', `/Shading << /S ${axial} >>`));
    expect(painted).toMatchObject({ kind: 'shading', clip: [box(10, 10, 50, 50)] });
    expect([-9, 100, 200, 201].map((x) => rgbOf(painted, [x, 20]))).toEqual([
      [255, 255, 255],
      [255, 128, 128],
      [255, 0, 0],
      undefined,
    ]);
  });

  test('of a pattern count from the page, or from the form, not from what is drawn', () => {
    const parts = `<< /FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 1 0] /Functions [${tint} ${tint}] >>`;
    const radial = `<< /ShadingType 3 /ColorSpace /DeviceRGB /Coords [50 50 0 50 50 40] /Function ${parts} >>`;
    const pattern = `/Pattern << /P << /PatternType 2 /Matrix [1 0 0 1 100 0] /Shading ${radial} >> >>`;
    const painted = only(paintedIn('9 0 0 9 0 0 cm /Pattern cs /P scn 0 0 90 90 re f', pattern));
    expect([150, 160, 170, 195].map((x) => rgbOf(painted, [x, 50]))).toEqual([
      [255, 255, 255],
      [255, 128, 128],
      [255, 0, 0],
      undefined,
    ]);
    const content = stream('/Pattern cs /P scn 0 0 90 90 re f', `/Subtype /Form /Resources << ${pattern} >>`);
    const within = only(paintedIn('1 0 0 1 50 0 cm /X Do', '/XObject << /X 8 0 R >>', { 8: content }));
    expect(rgbOf(within, [200, 50])).toEqual([255, 255, 255]);
  });
});

const form = (group: string): Objects => ({ 8: stream('0 0 9 9 re f', `/Subtype /Form ${group}`) });
const image = (entries: string): Objects => ({ 8: stream('x', `/Subtype /Image ${entries}`) });

describe('transparency', () => {
  const states =
    '/ExtGState << /A << /ca 0.5 /CA 0.25 >> /M << /BM /Multiply >> /N << /BM /Normal /SMask /None >> /S << /SMask << >> >> >>';

  test('is that of the graphics state', () => {
    const [half, line, multiplied, masked, plain] = paintedIn(
      '0 0 9 9 re /A gs f 0 0 9 9 re S /M gs 0 0 9 9 re f /N gs /S gs 0 0 9 9 re f /N gs 0 0 9 9 re f',
      states,
    );
    expect([half, line].map((each) => each!.alpha)).toEqual([0.5, 0.25]);
    expect([half, multiplied, masked, plain].map((each) => each!.blending)).toEqual([
      'plain',
      'unknown',
      'unknown',
      'plain',
    ]);
  });

  test('of a group holds for all in it, and of a plain form for each', () => {
    const resources = `/XObject << /X 8 0 R >> ${states}`;
    const group = only(paintedIn('/A gs /M gs /X Do', resources, form('/Group << /S /Transparency >>')));
    expect(group).toMatchObject({ alpha: 1, group: { alpha: 0.5 }, blending: 'unknown' });
    expect(only(paintedIn('/A gs /X Do', resources, form('')))).toMatchObject({ alpha: 0.5, group: { alpha: 1 } });
  });
});

describe('pictures and forms', () => {
  test('a picture fills the unit square; with a mask it may be seen through', () => {
    const content = 'q 50 0 0 40 10 20 cm /X Do Q';
    const plain = only(paintedIn(content, '/XObject << /X 8 0 R >>', image('')));
    expect(plain).toMatchObject({ kind: 'image', colour: { kind: 'unknown' }, blending: 'plain' });
    expect(areaOf(plain)).toEqual(box(10, 20, 60, 60));
    const masked = only(paintedIn(content, '/XObject << /X 8 0 R >>', image('/SMask 9 0 R')));
    expect(masked.blending).toBe('unknown');
  });

  test('an inline picture, and what follows it', () => {
    const painted = paintedIn('/P <</MCID 0>> BDC q 9 0 0 9 0 0 cm BI /W 1 /H 1 ID \x00re f EI Q EMC 0 0 5 5 re f');
    expect(painted.map(({ kind, marks }) => [kind, marks.length])).toEqual([
      ['image', 1],
      ['fill', 0],
    ]);
  });

  test('forms in forms keep their order, their marks and their box', () => {
    const inner = stream('0 0 500 500 re f', '/Subtype /Form /BBox [0 0 10 10] /Matrix [1 0 0 1 100 0]');
    const outer = stream(
      '/Artifact BMC /Y Do EMC BT /F 9 Tf (a) Tj ET',
      '/Subtype /Form /BBox [0 0 300 300] /StructParent 1 /Resources << /Font << /F 5 0 R >> /XObject << /Y 9 0 R >> >>',
    );
    const painted = paintedIn('q 2 0 0 2 0 0 cm /X Do Q 0 0 9 9 re f', '/XObject << /X 8 0 R >>', {
      8: outer,
      9: inner,
    });
    expect(painted.map(({ kind, structure }) => [kind, structure])).toEqual([
      ['fill', 'object'],
      ['text', 'object'],
      ['fill', 'marks'],
    ]);
    expect(painted[0]!.marks).toMatchObject([{ tag: 'Artifact' }]);
    expect(painted[0]!.clip).toEqual([box(200, 0, 220, 20)]);
  });
});

describe('nonsense', () => {
  test('neither throws nor hangs', () => {
    const next = chance(7);
    const words =
      'q Q cm re m l c v y h f f* B* W W* n gs cs CS scn SCN sc k sh Do BI ID EI BT ET Tj Tr Tf BMC EMC w'.split(' ');
    const operands = ['1', '-5', '1e9', '/C', '/P', '/X', '[1 2]', '<< /A 1 >>', '(x)', '999999999999999', '.', 'null'];
    const some = (list: readonly string[]): string => list[Math.floor(next() * list.length)]!;
    const resources = `/ColorSpace << /C [/Separation /C 6 0 R 6 0 R] >> /Pattern << /P << /PatternType 2 /Shading << /ShadingType 3 /Coords [0] >> >> >>
      /XObject << /X 8 0 R >> /ExtGState << /C << /BM [] /SMask 8 0 R /Font [5 0 R 1] >> >> /Shading << /C 6 0 R >>`;
    for (let run = 0; run < 300; run += 1) {
      const content = Array.from({ length: 60 }, () => `${some(operands)} ${some(operands)} ${some(words)}`).join(' ');
      const more = {
        6: '[/DeviceN 6 0 R 6 0 R 6 0 R]',
        8: stream(content, '/Subtype /Form /BBox [0 0 0] /Group << >>'),
      };
      expect(() => paintedIn(`${content} /X Do`, resources, more)).not.toThrow();
    }
  });

  test('a path of too many points is a fault, and what came before it is kept', () => {
    const curve = '1 1 m '.concat('900 900 -900 900 5 5 c '.repeat(50_000));
    const file = readPdf(bytesOf(Buffer.from(classic(simple(`0 0 9 9 re f ${curve} f`))).toString('latin1')));
    expect(pagesOf(file).flatMap(paintedOf)).toHaveLength(1);
    expect(file.faults).toMatchObject([{ kind: 'content', message: /too many points/ }]);
  });
});
