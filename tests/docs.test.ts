import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli.ts';
import { understand } from '../src/commands/arguments.ts';
import { SPECS } from '../src/commands/specs/specs.ts';
import { parseGuidance } from '../src/content/guidance.ts';
import { parseLocalWords } from '../src/content/local-words.ts';
import { merge } from '../src/content/merge.ts';
import { type Shape, vocabulary } from '../src/content/view.ts';
import { parseCouncil } from '../src/data/council.ts';
import { ELECTION_KINDS } from '../src/data/record.ts';
import { collect } from '../src/diagnostics/collect.ts';
import { AREA_COLUMNS, CONTACT_COLUMNS, COUNCIL_COLUMNS, councilForm, type FieldColumn } from '../src/import/form.ts';
import type { FormSheet } from '../src/import/write/sheet.ts';
import { writeWorkbook } from '../src/import/write/write-workbook.ts';
import { PRESSES } from './cli/presses.ts';
import { fileOf, full, GUIDANCE, links, recordOf, silent } from './content/given.ts';
import { temporaryFolder } from './output/folder.ts';

// The documents say what is true of the product: commands run, links lead somewhere, tables are whole.

const root = join(import.meta.dirname, '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'] as const;
const texts = new Map<string, string>(DOCUMENTS.map((name) => [name, textOf(name)]));
const readme = textOf('README.md');
const contributing = textOf('CONTRIBUTING.md');

const FENCED = /^```(\w+)\n([\s\S]*?)^```$/gm;
const blocks = (text: string, kind: string): string[] =>
  [...text.matchAll(FENCED)].filter(([, found]) => found === kind).map(([, , content = '']) => content);
const withoutBlocks = (text: string): string => text.replace(FENCED, '');
const inlineCode = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** The cells of every table row whose first cell begins with code. */
const rows = (text: string): { readonly head: string; readonly cells: readonly string[] }[] =>
  [...text.matchAll(/^\| `([^`]+)`.*\|$/gm)].map(([row, head = '']) => ({
    head,
    cells: row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  }));

/** The part of a document below one heading. */
function section(text: string, heading: string): string {
  const [, below] = text.split(`\n${heading}\n`);
  if (below === undefined) throw new Error(`no heading ${heading}`);
  // A heading in an example ends nothing.
  const end = below.replace(FENCED, (block) => block.replace(/[^\n]/g, ' ')).search(/^#{1,3} /m);
  return end < 0 ? below : below.slice(0, end);
}

/** Every command line of a document: of its shell blocks, of a workflow's `run`, and those named in its text. */
const commandsOf = (text: string): string[] => [
  ...blocks(text, 'sh').flatMap((block) => block.trim().split('\n')),
  ...blocks(text, 'yaml').flatMap((block) => [...block.matchAll(/run: (.+)/g)].map(([, line = '']) => line)),
  ...inlineCode(text).filter((code) => /^(npm|npx|node|handbill) \S/.test(code)),
];

const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const circumstances = { version: '0', env: {}, now: () => new Date(2025, 2, 20) };

describe.each(DOCUMENTS)('%s', (name) => {
  const text = texts.get(name) ?? '';

  test('shows commands that are understood', async () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const wrong: string[] = [];
    for (const line of commandsOf(text).flatMap((each) => each.split(' && '))) {
      const [program = '', ...argv] = words(line.replace(/^npx handbill/, 'handbill'));
      const [first = '', second = ''] = argv;
      if (program === 'handbill') {
        // oxlint-disable-next-line no-await-in-loop
        const understood = await understand(argv, circumstances);
        if (understood.kind === 'wrong') wrong.push(`${line}: ${understood.messages.join(', ')}`);
      } else if (program === 'npm') {
        const script = first === 'run' ? second : first;
        if (script !== 'ci' && !(script in scripts)) wrong.push(line);
      } else if (program === 'node') {
        if (!first.startsWith('dist/') && !existsSync(join(root, first))) wrong.push(line);
      } else if (program === 'npx' && first === 'vitest') {
        if (!existsSync(join(root, argv[2] ?? ''))) wrong.push(line);
      } else if (!/^(cp|pdftoppm)$/.test(program)) wrong.push(line);
    }
    expect(wrong).toEqual([]);
  });

  test('names options that exist', async () => {
    const helps = await Promise.all(SPECS.map(({ name: command }) => understand([command, '--help'], circumstances)));
    const help = helps.map((each) => (each.kind === 'show' ? each.text : '')).join('');
    const named = inlineCode(text).flatMap((code) => /^--[a-z][a-z-]*/.exec(code)?.[0] ?? []);
    expect(named.filter((option) => !new RegExp(`^ +${option}\\b`, 'm').test(help))).toEqual([]);
  });

  test('links to what is there', () => {
    const targets = [
      ...[
        ...withoutBlocks(text)
          .replace(/`[^`\n]+`/g, '')
          .matchAll(/\]\(([^)\s]+)\)/g),
      ].map(([, target = '']) => target),
      ...[...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, target = '']) => target),
    ].filter((target) => !/^[a-z]+:/.test(target));
    const wrong = targets.filter((target) => {
      const [path = '', id] = target.split('#');
      const file = path === '' ? name : posix.join(posix.dirname(name), path);
      return !existsSync(join(root, file)) || (id !== undefined && !idsOf(textOf(file)).includes(id));
    });
    expect(wrong).toEqual([]);
    expect([...text.matchAll(/https?:\/\/[^\s)>"]+/g)].map(([url]) => url).filter((url) => !URL.canParse(url))).toEqual(
      [],
    );
  });

  test('names paths that exist', () => {
    const paths = inlineCode(text).filter(
      (code) => /^(src|templates|content|tests|\.ci)\//.test(code) && !/[<*…\s]/.test(code),
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('names rules that exist', () => {
    const stages = [...new Set(rulesOfSource.keys())].map((rule) => rule.split('/')[0]);
    const named = inlineCode(text).filter((code) => /^[a-z]+\/[a-z-]+$/.test(code));
    const claimed = named.filter((code) => stages.includes(code.split('/')[0]));
    expect(claimed.filter((rule) => !rulesOfSource.has(rule))).toEqual([]);
  });
});

/** The ids that headings have on GitHub. */
const idsOf = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

const sources = ['src', 'templates'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name)),
);

/** Every rule that the source names, with its severities. */
const rulesOfSource = (() => {
  const all = sources.map(textOf).join('\n');
  const names = [...all.matchAll(/(?<!from |import\()'((?!content\/)[a-z]+\/[a-z-]+)'/g)].map(([, rule = '']) => rule);
  const raisedBy = (rule: string, maker: string): boolean => new RegExp(`\\b${maker}\\(\\s*'${rule}'`).test(all);
  return new Map(
    names.toSorted().map((rule) => {
      if (raisedBy(rule, 'make')) return [rule, 'error, warning'];
      return [rule, raisedBy(rule, 'warning') ? 'warning' : 'error'];
    }),
  );
})();

test('every rule is in the table once, with its severity', () => {
  expect(rulesOfSource.size).toBeGreaterThan(50);
  const [, table = ''] = contributing.split('\n## Rules\n');
  const documented = rows(table).map(({ head, cells }) => [head, cells[1]]);
  expect(documented.toSorted()).toEqual([...rulesOfSource].toSorted());
  for (const { cells } of rows(table)) expect(cells.slice(2).filter((cell) => cell !== '')).toHaveLength(2);
});

test('every family of rules is in the README', () => {
  const named = rows(section(readme, '## When something is wrong')).map(({ head }) => head.split('/')[0]);
  expect(named.toSorted()).toEqual([...new Set([...rulesOfSource.keys()].map((rule) => rule.split('/')[0]))]);
});

test('every module has its sentence in the architecture', () => {
  const [, modules = ''] = textOf('ARCHITECTURE.md').split('\n## The modules\n');
  const named = rows(modules).map(({ head }) => head);
  expect(named.filter((path) => /\.tsx?$/.test(path)).toSorted()).toEqual(sources.toSorted());
});

/** The keys that a file gives of a group of merge fields; not those derived from others. */
const fieldsOf = (shape: Shape | undefined): string[] =>
  shape?.kind === 'group'
    ? Object.entries(shape.fields).flatMap(([key, field]) => (field.kind === 'text' && field.from ? [] : [key]))
    : [];

/** The keys that a council's file may have, printed or not: an unknown one is told all of them. */
function keysOfCouncil(): string[] {
  const { report, all } = collect();
  parseCouncil({ path: 'x.yaml', text: '0: 0\n' }, 'x', report);
  const [told = ''] = all().flatMap(({ rule, hints }) => (rule === 'parse/unknown-key' ? hints : []));
  return [...told.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key);
}

describe('the README', () => {
  test('has every key of a council in its tables', () => {
    const { fields } = vocabulary;
    const keys = keysOfCouncil().filter((key) => key !== 'election');
    expect(keys).toEqual(expect.arrayContaining(['name', 'returningOfficer', 'police', 'gss', 'example']));
    const election = fieldsOf(fields['election']).map((key) => `election.${key}`);
    const wanted = [...keys, ...election, 'election.kind'];
    const [council = '', contact = ''] = section(readme, "### The council's file").split('A contact has these keys');
    expect(rows(council).map(({ head }) => head)).toEqual(expect.arrayContaining(wanted));
    expect(rows(council)).toHaveLength(wanted.length);
    const contactKeys = rows(contact).map(({ head }) => head);
    expect(contactKeys.toSorted()).toEqual(fieldsOf(fields['returningOfficer']).toSorted());
  });

  test('has every kind of election', () => {
    const cell = rows(readme).find(({ head }) => head === 'election.kind')?.cells[2] ?? '';
    expect(inlineCode(cell)).toEqual(ELECTION_KINDS);
  });

  test('has every slot of the guidance, in order', () => {
    const slots = [...textOf(GUIDANCE).matchAll(/^:::+local\{slot=([a-z-]+)\}/gm)].map(([, slot]) => slot);
    expect(rows(section(readme, '### Your own words')).map(({ head }) => head)).toEqual(slots);
  });

  test("shows a council's own words that can be set", () => {
    const [text = ''] = blocks(section(readme, '### Your own words'), 'md');
    expect(text).not.toBe('');
    const parsed = parseLocalWords({ path: 'content/councils/north-moor.en.md', text }, silent);
    const given = { words: parsed, links: links(), record: recordOf(full), status: 'final' } as const;
    const edition = merge(parseGuidance(fileOf(GUIDANCE), silent), given, silent);
    expect(edition.sections).toHaveLength(4);
  });

  test('shows commands that work one after the other', async () => {
    const cwd = handbillFolder();
    const lines = blocks(readme, 'sh').flatMap((block) => block.trim().split('\n'));
    const results: string[] = [];
    for (const [program, ...argv] of lines.map(words)) {
      const line = [program, ...argv].join(' ');
      if (program === 'cp') {
        const [from = '', to = ''] = argv.filter((word) => !word.startsWith('-'));
        cpSync(join(cwd, from), join(cwd, to), { recursive: true });
      } else if (program === 'npx') {
        if (argv.includes('check')) fillIn(cwd, '01632 960 001');
        if (argv.includes('councils') && argv.includes('import')) sendBack(cwd);
        if (argv.includes('batch')) writeFileSync(join(cwd, PROJECT, 'wards.csv'), blocks(readme, 'csv').join(''));
        // oxlint-disable-next-line no-await-in-loop
        const { status, stderr } = await play(argv.slice(1), cwd);
        results.push(`${line} = ${status}${onlyToBeFilledIn(stderr) ? '' : stderr}`);
      } else results.push(line);
    }
    const [install, ...runs] = results;
    expect(install).toBe('npm ci && npm start');
    expect(runs.length).toBeGreaterThan(2);
    expect(runs.filter((result) => !result.endsWith(' = 0'))).toEqual([]);
  });

  test('shows a diagnostic as it is printed', async () => {
    const cwd = handbillFolder();
    await play(['new', PROJECT], cwd);
    await play(['init', 'leeds', '--project', PROJECT], cwd);
    fillIn(cwd, '01632 960 OO1');
    const { status, stderr } = await play(['check', '--council', 'leeds', '--project', PROJECT], cwd);
    const [, shown] = /<!-- diagnostic -->\n```text\n([\s\S]*?)^```$/m.exec(readme) ?? [];
    expect([status, stderr]).toEqual([1, shown]);
  });

  test('shows what `guidance diff` prints, as far as it shows it', () => {
    const [, shown = ''] = /<!-- guidance diff -->\n```text\n([\s\S]*?)^```$/m.exec(readme) ?? [];
    const transcript = textOf('tests/cli/transcripts/guidance.md').split('\n');
    const at = shown
      .trim()
      .split('\n')
      .map((line) => transcript.indexOf(line.trimEnd()));
    expect(at.length).toBeGreaterThan(5);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  test('shows what an import says', async () => {
    const cwd = handbillFolder();
    await play(['new', PROJECT], cwd);
    await play(['init', 'leeds', '--project', PROJECT], cwd);
    const shown = (name: string): string =>
      new RegExp(`<!-- ${name} -->\\n\`\`\`text\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(readme)?.[1] ?? '';
    writeFileSync(join(cwd, 'contacts.csv'), shown('contacts'));
    const { stdout } = await play(['import', 'contacts', 'contacts.csv', '--dry-run', '--project', PROJECT], cwd);
    expect(stdout).toBe(shown('import'));
  });

  test('names the files that are made', async () => {
    const cwd = temporaryFolder();
    cpSync(join(root, 'content'), join(cwd, 'content'), { recursive: true });
    const { stdout } = await play(['build', '--council', 'anyshire'], cwd);
    const named = rows(section(readme, '## Try it')).map(({ head }) => head);
    expect([...stdout.trim().split('\n'), 'output/manifest.json']).toEqual(named);
  });

  test('has pictures that are small and said in words', () => {
    const pictures = [...readme.matchAll(/<img src="([^"]+)"[^>]* alt="([^"]+)"/g)];
    const folder = 'tests/references/readme';
    const named = pictures.map(([, path = '']) => path).toSorted();
    expect(named).toEqual(readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
    expect(readme.match(/<img/g)).toHaveLength(pictures.length);
    for (const [, , alt = ''] of pictures) expect(alt.length).toBeGreaterThan(80);
    const size = named.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
    expect(size).toBeLessThan(400_000);
  });
});

const PROJECT = '../leaflets';

/** A folder as handbill's own, in which there is room for a project beside it. */
function handbillFolder(): string {
  const cwd = join(temporaryFolder(), 'handbill');
  cpSync(join(root, 'content'), join(cwd, 'content'), { recursive: true });
  return cwd;
}

/** What a council does with the form: fills in a row on each sheet. */
function sendBack(cwd: string): void {
  const given: { readonly [field: string]: string } = {
    slug: 'york',
    council: 'york',
    'council.name': 'york',
    role: 'Returning Officer',
    'contact.phones': '01632 960 001',
    'election.date': '2025-05-01',
    contactsCheckedOn: '2025-03-20',
  };
  const sheets = councilForm().map((sheet): FormSheet => {
    if (sheet.kind !== 'table') return sheet;
    const columns = COLUMNS[sheet.name] ?? [];
    const name = sheet.name === 'Areas' ? 'Abbey ward' : 'York';
    return {
      ...sheet,
      rows: [...sheet.rows, columns.map(({ field }) => (field === 'name' ? name : (given[field] ?? '')))],
    };
  });
  writeFileSync(join(cwd, '../county/councils.xlsx'), writeWorkbook(sheets));
}

const COLUMNS: { readonly [sheet: string]: readonly FieldColumn[] } = {
  Councils: COUNCIL_COLUMNS,
  Contacts: CONTACT_COLUMNS,
  Areas: AREA_COLUMNS,
};

/** What the reader does between two commands: puts a value where one is missing. */
function fillIn(cwd: string, phone: string): void {
  const path = join(cwd, PROJECT, 'content/councils/leeds.yaml');
  const text = readFileSync(path, 'utf8')
    .replace(/date: ~.*/, 'date: 2025-05-01')
    .replace(/contactsCheckedOn: ~.*/, 'contactsCheckedOn: 2025-03-20')
    .replace(/phones: ~.*/, `phones: ["${phone}"]`);
  writeFileSync(path, text);
}

/** What is still missing is warned of in a draft, and an example's number always: here no other is ever put in. */
const onlyToBeFilledIn = (stderr: string): boolean =>
  [...stderr.matchAll(/^ += rule: (.+)$/gm)].every(([, rule = '']) =>
    ['parse/missing-value', 'trust/example-value'].includes(rule),
  ) && !stderr.includes('error');

/** Runs a command line in process; the pages themselves are tested elsewhere. */
async function play(
  argv: readonly string[],
  cwd: string,
): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof printed) => ({ write: (text: string) => void (printed[name] += text) });
  const io = { stdout: sink('stdout'), stderr: sink('stderr'), cwd, env: {}, now: circumstances.now };
  const press = PRESSES['sound'];
  const status = await run(argv, io, press ? { press } : {});
  return { status, ...printed };
}

test('the NOTICE names every library that handbill runs with, and its licence', () => {
  const notice = textOf('NOTICE');
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
  const wrong = Object.keys(dependencies).filter((name) => {
    const { license } = JSON.parse(textOf(`node_modules/${name}/package.json`)) as { license: string };
    const licence = license.replace(/[()]/g, '').replace(' OR ', ' or ');
    const listed = notice.split('\n').some((line) => line.trim().split(/ {2,}/).join(' = ') === `${name} = ${licence}`);
    return name.startsWith('@expo-google-fonts/') ? !notice.includes(name) : !listed;
  });
  expect(wrong).toEqual([]);
});
