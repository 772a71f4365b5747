import { describe, expect, test } from 'vitest';
import { cardText } from '../../src/text/card-text.ts';
import { minimal } from '../content/given.ts';
import { example, exampleWith, partsOf } from '../sources.ts';

test('the card as text', () => {
  expect(cardText(partsOf(example()))).toBe(`Emergency card for candidates
Anyshire District Council

In danger now, or a crime is happening: 999
A crime has happened: 101 or police.uk
Anyshire Police

Say: “I am a candidate. This is an Operation Ford incident.”

Returning Officer, Helen Marsh
01632 960 001
ro@anyshire.example

Electoral services, Elections team
01632 960 002
elections@anyshire.example

NCSC, to protect your accounts
individualsupport@ncsc.gov.uk

More guidance
GOV.UK: search for “candidate security guidance”

Checked on 20 March 2025
`);
});

describe('the card as text', () => {
  const email = 'democratic.services.elections.team@bournemouth-christchurch-poole.gov.example';
  const long = exampleWith({
    council: {
      name: 'Bournemouth, Christchurch and Poole Combined County and District Council',
      deputyReturningOfficers: [
        {
          title: 'Deputy Returning Officer for the northern and the western districts',
          name: 'Dr Eleri Ŵyn-Morgan & Sons <C>',
          phones: ['18001 01632 960 005', '01632 960 006'],
          email,
        },
      ],
    },
  });

  test('has short lines, but breaks no number and no address', () => {
    const lines = cardText(partsOf(long)).split('\n');
    expect(lines.filter((line) => line.length > 72)).toEqual([email]);
    expect(lines).toContain('18001 01632 960 005');
    expect(lines.join(' ')).toContain('Dr Eleri Ŵyn-Morgan & Sons <C>');
  });

  test('is plain: no carriage returns, marks of byte order, markup or spaces of other kinds', () => {
    expect(cardText(partsOf(long))).not.toMatch(/[\r\t\u00a0\ufeff]|\*\*|\{\{| $|\n\n\n/m);
    expect(cardText(partsOf(long))).toMatch(/[^\n]\n$/);
  });

  test('of a parish says nothing of Operation Ford', () => {
    const { council } = example().record;
    const none = Object.fromEntries(Object.keys(council).map((key) => [key, undefined]));
    const text = cardText(partsOf(exampleWith({ council: { ...none, ...minimal }, words: 'none' })));
    expect(text).not.toContain('Operation');
    expect(text).toContain('Anyshire Police\n\nReturning Officer\nro@smallham.example\n\nNCSC');
  });

  test('never names the adviser, who is no route to report', () => {
    expect(cardText(partsOf(example()))).not.toContain('Okafor');
  });

  test('of a draft says so', () => {
    expect(cardText({ ...partsOf(example()), status: 'draft' })).toMatch(/^DRAFT\n/);
  });
});
