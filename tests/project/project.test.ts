import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { outputFolder } from '../../src/commands/output-folder.ts';
import { sha256 } from '../../src/manifest.ts';
import { openProject, packageFolder, readFaces, version } from '../../src/project.ts';
import type { Project } from '../../src/project.ts';

/** A folder with some files, gone after the test. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handbill-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Opens a project, which must be there, and keeps what it reports. */
function opened(
  cwd: string,
  folder?: string,
): { project: Project; found: Diagnostic[]; read: (name: string) => unknown } {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const project = openProject(cwd, folder, report);
  if (!project) throw new Error(`no project: ${JSON.stringify(found)}`);
  return { project, found, read: (name) => project.read(name, report, 'make it')?.file };
}

const COUNCIL = 'content/councils/northfield.yaml';

describe('the project', () => {
  test('is the working folder if it holds content', () => {
    const folder = folderOf({ [COUNCIL]: 'a' });
    expect(opened(folder).project).toMatchObject({ root: folder, kind: 'own' });
    expect(opened(tmpdir(), folder).project).toMatchObject({ root: folder, kind: 'own' });
  });

  test('is else the package, also from within it', () => {
    const own = { root: packageFolder(), kind: 'package' };
    expect(opened(folderOf({})).project).toMatchObject(own);
    expect(opened(packageFolder()).project).toMatchObject(own);
    expect(opened(join(packageFolder(), 'src')).project).toMatchObject(own);
    expect(opened(folderOf({ 'content/posts/a.md': "a website's" })).project).toMatchObject(own);
    expect(opened(folderOf({ content: 'a file' })).project).toMatchObject(own);
  });

  test('that is the package by another way is the package', () => {
    const folder = folderOf({});
    symlinkSync(packageFolder(), join(folder, 'link'));
    expect(opened(folder, 'link').project.kind).toBe('package');
  });

  test.each([
    ['nowhere', 'project/no-folder'],
    ['file', 'project/no-folder'],
    ['empty', 'project/no-content'],
    ['odd', 'project/no-content'],
  ])('that is named and is none: %s', (name, rule) => {
    const folder = folderOf({ file: '', 'empty/x': '', 'odd/content': '' });
    const found: Diagnostic[] = [];
    expect(openProject(folder, name, (diagnostic) => found.push(diagnostic))).toBeUndefined();
    expect(found).toMatchObject([{ rule, severity: 'error', place: { path: name } }]);
    expect(found[0]?.hints.length).toBeGreaterThan(0);
  });
});

describe('its files', () => {
  test('lie over those of the package, one by one', () => {
    const { project, read } = opened(folderOf({ [COUNCIL]: 'mine', 'content/brands/anyshire/logo.svg': '<svg/>' }));
    expect(read(COUNCIL)).toEqual({ path: COUNCIL, text: 'mine' });
    expect(read('content/brands/anyshire/logo.svg')).toMatchObject({ text: '<svg/>' });
    const below = `${packageFolder()}/content/brands/anyshire/brand.yaml`.replaceAll('\\', '/');
    expect(read('content/brands/anyshire/brand.yaml')).toMatchObject({ path: below });
    expect(project.councils('own')).toEqual(['northfield']);
    expect(project.councils('all')).toEqual(['anyshire', 'llanfair-y-wyl', 'northfield', 'northmoor']);
    expect(project.brands('all')).toContain('anyshire');
  });

  test('carry the hash of their bytes and their text for code frames', () => {
    const bytes = new TextEncoder().encode('\uFEFFa\r\nb\rc\n');
    const { project } = opened(folderOf({ [COUNCIL]: bytes }));
    const input = project.read(COUNCIL, () => {});
    expect(input).toEqual({ name: COUNCIL, file: { path: COUNCIL, text: 'a\nb\nc\n' }, sha256: sha256(bytes) });
    expect(project.source(COUNCIL)).toBe('a\nb\nc\n');
    expect(project.source('content/links.yaml')).toBeUndefined();
  });

  test('that are missing are said, with what to do', () => {
    const { found, read } = opened(folderOf({ [COUNCIL]: '' }));
    expect(read('content/guidance/nothing.md')).toBeUndefined();
    expect(found).toEqual([
      {
        rule: 'project/missing-file',
        severity: 'error',
        message: '`content/guidance/nothing.md` is missing',
        place: { kind: 'text', path: 'content/guidance/nothing.md' },
        hints: ['make it'],
      },
    ]);
  });

  test('are never outside the project', () => {
    const { read } = opened(folderOf({ [COUNCIL]: '' }));
    expect(() => read('content/../../etc/passwd')).toThrow('not a path in a project');
    expect(() => read('/etc/passwd')).toThrow('not a path in a project');
  });

  test('that no command reads are warned of', () => {
    const folder = folderOf({
      [COUNCIL]: '',
      'content/councils/northfield.en.md': '',
      'content/councils/northfield.signoff.yaml': '',
      'content/councils/.DS_Store': '',
      'content/councils/Northmoor.yaml': '',
      'content/councils/eastby.yml': '',
      'content/councils/westby.yaml.txt': '',
    });
    const found: Diagnostic[] = [];
    opened(folder).project.warnOfStrays((diagnostic) => found.push(diagnostic));
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(
      Array(3).fill('warning project/stray-file'),
    );
    expect(found.map(({ place }) => place?.kind === 'text' && place.path)).toEqual([
      'content/councils/Northmoor.yaml',
      'content/councils/eastby.yml',
      'content/councils/westby.yaml.txt',
    ]);
  });
});

const utf16 = (text: string, mark: boolean): Buffer => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');

describe('a file that is not text in UTF-8', () => {
  test.each([
    ['UTF-16 with a mark', utf16('name: x', true), 'the file is in UTF-16, expected UTF-8'],
    ['UTF-16 without a mark', utf16('name: x', false), 'the file is in UTF-16, expected UTF-8'],
    ['UTF-16, the other way round', utf16('name: x', true).swap16(), 'the file is in UTF-16, expected UTF-8'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'the file is a PNG picture, expected text'],
    [
      'a document',
      Buffer.from('504b0304', 'hex'),
      'the file is a Word or Excel document, or a ZIP archive, expected text',
    ],
  ])('%s', (_, bytes, message) => {
    const { found, read } = opened(folderOf({ [COUNCIL]: bytes }));
    expect(read(COUNCIL)).toBeUndefined();
    expect(found).toMatchObject([{ rule: 'project/encoding', severity: 'error', message, place: { path: COUNCIL } }]);
    expect(found[0]?.hints).toHaveLength(1);
  });

  test('is a logo in the wrong form', () => {
    const logo = 'content/brands/northfield/logo.svg';
    const { found, read } = opened(folderOf({ [logo]: Buffer.from('89504e470d0a1a0a', 'hex') }));
    expect(read(logo)).toBeUndefined();
    expect(found).toMatchObject([
      { message: 'the file is a PNG picture, expected an SVG drawing', hints: ['export it as plain SVG'] },
    ]);
  });

  test.each([
    ['name: Ŵ\r\ntitle: St Mary', [0x92], 's', 2, 15, '0x92', '’'],
    ['', [0xe9], '', 1, 1, '0xE9', 'é'],
    ['a\nb', [0xc3], '\nc', 2, 2, '0xC3', 'Ã'],
    ['\uFFFD ', [0xff], '', 1, 3, '0xFF', 'ÿ'],
    ['10 ', [0x80], '', 1, 4, '0x80', '€'],
    ['', [0x9f], '', 1, 1, '0x9F', 'Ÿ'],
  ])('%j and then a wrong byte: the place is that of the byte', (before, byte, after, line, column, hex, letter) => {
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from(byte), Buffer.from(after)]);
    const { found, read, project } = opened(folderOf({ [COUNCIL]: bytes }));
    expect(read(COUNCIL)).toBeUndefined();
    const range = { start: { line, column }, end: { line, column: column + 1 } };
    expect(found).toMatchObject([{ rule: 'project/encoding', place: { path: COUNCIL, range } }]);
    expect(found[0]?.message).toBe(`the byte ${hex} is not UTF-8; in Windows-1252 it is \`${letter}\``);
    expect(project.source(COUNCIL)?.split('\n')[line - 1]?.[column - 1]).toBe('\uFFFD');
  });
});

describe('the output folder', () => {
  test('is in the project, unless one is named', () => {
    const folder = folderOf({ [COUNCIL]: '' });
    expect(outputFolder(undefined, opened(folder).project, folder)).toBe(join(folder, 'output'));
    expect(outputFolder(undefined, opened(tmpdir(), folder).project, tmpdir())).toBe(join(folder, 'output'));
    expect(outputFolder('print', opened(folder).project, folder)).toBe(join(folder, 'print'));
    expect(outputFolder('/print', opened(folder).project, folder)).toBe('/print');
  });

  test('of the package is used within it only, never in node_modules from elsewhere', () => {
    const { project } = opened(folderOf({}));
    const own = packageFolder();
    expect(outputFolder(undefined, project, own)).toBe(join(own, 'output'));
    expect(outputFolder(undefined, project, join(own, 'src'))).toBe(join(own, 'output'));
    expect(outputFolder(undefined, project, `${own}-elsewhere`)).toBe(join(`${own}-elsewhere`, 'output'));
  });
});

test('the package brings its version and its faces', () => {
  expect(version()).toMatch(/^\d+\.\d+\.\d+/);
  for (const face of Object.values(readFaces())) expect([...face.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
});
