import { readFileSync } from 'node:fs';
import { type LinkTable, parseLinks } from '../../src/content/links.ts';
import { type Guidance, parseGuidance } from '../../src/content/guidance.ts';
import type { Block, Edition, Inline } from '../../src/content/edition.ts';
import type { Council, Day, Record } from '../../src/data/record.ts';
import { type Diagnostic, type Report, Stop } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/diagnostics/source.ts';

export const fileOf = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') });

export const GUIDANCE = 'content/guidance/candidate-security.en.md';

/** A report that nothing may be reported to. */
export const silent: Report = (diagnostic) => {
  throw new Error(`unexpected diagnostic: ${JSON.stringify(diagnostic)}`);
};

/** What a piece of work reports, and what it gives unless it stops. */
export function heard<T>(work: (report: Report) => T): { readonly diagnostics: Diagnostic[]; readonly value?: T } {
  const diagnostics: Diagnostic[] = [];
  try {
    return { value: work((diagnostic) => void diagnostics.push(diagnostic)), diagnostics };
  } catch (fault) {
    if (!(fault instanceof Stop)) throw fault;
    return { diagnostics };
  }
}

export const links = (): LinkTable => parseLinks(fileOf('content/links.yaml'), silent);

const FRONT_MATTER = `---
id: example
title: A title
shortTitle: A title
edition: May 2025
issuer: HM Government
licence: { name: OGL, url: https://a.example/ }
language: en
source: https://a.example/
---

# A title

`;

/** Guidance of a few lines. */
export const guidanceOf = (text: string, report: Report = silent): Guidance =>
  parseGuidance({ path: 'content/guidance/example.en.md', text: FRONT_MATTER + text }, report);

export const full: Council = {
  name: 'Anyshire District Council',
  shortName: 'Anyshire',
  brand: 'anyshire',
  election: { name: 'Local elections', kind: 'district', date: '2025-05-01' as Day },
  contactsCheckedOn: '2025-03-20' as Day,
  returningOfficer: {
    title: 'Returning Officer',
    name: 'Helen Marsh',
    phones: ['01632 960 001', '01632 960 009'],
    hours: 'Monday to Friday, 9am to 5pm',
    email: 'ro@anyshire.example',
    website: 'https://www.anyshire.example/elections/',
  },
  deputyReturningOfficers: [],
  electoralServices: { title: 'Electoral services', phones: ['01632 960 002'], email: 'elections@anyshire.example' },
  police: [{ name: 'Anyshire Police', website: 'https://anyshire.police.example/' }, { name: 'Northmoor Police' }],
  feoa: { title: 'Operation Ford advisor', name: 'Sgt Dev Okafor', phones: ['01632 960 003'] },
  alternativeFormats: { phone: '01632 960 002' },
  issuedBy: { name: 'Anyshire District Council' },
};

export const minimal: Council = {
  name: 'Smallham Parish Council',
  brand: 'smallham',
  election: { name: 'Parish elections', kind: 'parish', date: '2025-05-01' as Day },
  contactsCheckedOn: '2025-03-20' as Day,
  returningOfficer: { title: 'Returning Officer', phones: [], email: 'ro@smallham.example' },
  deputyReturningOfficers: [],
  police: [{ name: 'Anyshire Police' }],
};

export const recordOf = (council: Council, slug = 'anyshire'): Record => ({
  slug,
  council,
  placeOf: () => ({ kind: 'text', path: `content/councils/${slug}.yaml` }),
});

/** The words of an edition, one line a paragraph, heading, row or section; non-breaking spaces as plain ones. */
export function linesOf(edition: Edition): string[] {
  const sections = edition.sections.flatMap(({ heading, blocks }) => [words(heading), ...linesOfBlocks(blocks)]);
  return [...linesOfBlocks(edition.introduction), ...sections];
}

export const linesOfBlocks = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if ('inlines' in block) return [words(block.inlines)];
    if (block.kind === 'figure') return [`[${block.alt}]`, words(block.caption)];
    if (block.kind === 'table') {
      return [block.head, ...block.rows].map((row) => row.map(({ inlines }) => words(inlines)).join(' | '));
    }
    return 'items' in block ? block.items.flatMap(linesOfBlocks) : linesOfBlocks(block.blocks);
  });

const words = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => ('value' in inline ? inline.value.replaceAll('\u00A0', ' ') : words(inline.children)))
    .join('');
