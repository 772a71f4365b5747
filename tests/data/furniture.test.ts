import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFurniture } from '../../src/data/furniture.ts';
import { type Diagnostic, Stop } from '../../src/diagnostics/diagnostic.ts';
import { silent } from '../sources.ts';

const path = 'content/furniture/en.yaml';
const text = readFileSync(path, 'utf8');

test('a language is named as PDF and HTML name it', () => {
  expect(parseFurniture({ path, text }, silent).tag).toBe('en-GB');
  for (const tag of ['cy', 'cy-GB', 'ga-IE', 'gd-GB']) {
    expect(parseFurniture({ path, text: text.replace('tag: en-GB', `tag: ${tag}`) }, silent).tag).toBe(tag);
  }
});

test.each([
  ['en_GB', 'did you mean `en-GB`?'],
  ['English (UK)', 'write it as `en-GB` or `cy-GB`'],
  ['e', 'write it as `en-GB` or `cy-GB`'],
])('`%s` is no language', (tag, hint) => {
  const found: Diagnostic[] = [];
  const parse = () =>
    parseFurniture({ path, text: text.replace('tag: en-GB', `tag: ${tag}`) }, (one) => found.push(one));
  expect(parse).toThrow(Stop);
  expect(found).toMatchObject([
    { rule: 'parse/invalid-value', message: `\`${tag}\` is not a language tag`, hints: [hint], place: { path } },
  ]);
});
