import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/html/read.ts';
import { twin } from '../../src/html/twin.ts';
import { expectationsOf } from '../../src/pdf/expectations.ts';
import { cardText } from '../../src/text/card-text.ts';
import { type ReadText, readBackText } from '../../src/text/read-back.ts';
import { deputy, LONG_AREA, LONG_COUNCIL, noneOptional, parish } from '../templates/leaflets.ts';
import { type Changes, example, exampleWith, partsOf } from '../sources.ts';

/** A finished web page or text is read again, and a number that went wrong on the way is found. */

const sources = example();
const page = twin(partsOf(sources));
const card = cardText(partsOf(sources));

const found = (read: ReadText, product: 'leaflet.html' | 'wallet-card.txt', of = sources): string[] => {
  const messages: string[] = [];
  const shown = product === 'leaflet.html' ? 'every contact' : 'contacts to ring in danger';
  const expected = expectationsOf(product, 'final', [of], []);
  readBackText(read, of.record, shown, expected, ({ rule, message }) => void messages.push(`${rule}: ${message}`));
  return messages;
};

const inPage = (html: string, of = sources): string[] => found(readPage(html), 'leaflet.html', of);
const inCard = (text: string, of = sources): string[] =>
  found({ lines: text.split('\n'), links: [] }, 'wallet-card.txt', of);

/** Replaces a text that must be there. */
const changed = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

const councils: Readonly<Record<string, Changes>> = {
  example: {},
  minimal: { council: noneOptional, words: 'none' },
  parish: { council: { election: parish } },
  'four contacts': { council: { deputyReturningOfficers: [deputy] } },
  'long names': { council: { name: LONG_COUNCIL, issuedBy: undefined }, area: LONG_AREA },
  awkward: { council: { name: 'A & “B” <C> 0123', issuedBy: undefined }, area: 'Tŵr 7 & <D> ward' },
};

describe('what is sound raises nothing', () => {
  test.each(Object.entries(councils))('%s', (_, changes) => {
    const of = exampleWith(changes);
    expect(inPage(twin(partsOf(of)), of)).toEqual([]);
    expect(inCard(cardText(partsOf(of)), of)).toEqual([]);
  });
});

/** A phone as the page writes it. */
const at = (number: string): string =>
  `<dd class="phone"><a href="tel:+44${number.slice(1).replaceAll('\u00a0', '')}">${number}</a></dd>`;

describe('in the web page', () => {
  test('a number with a wrong digit, in its words', () => {
    const messages = inPage(changed(page, '>01632\u00a0960\u00a0001<', '>01632\u00a0960\u00a0081<'));
    expect(messages[0]).toContain('`01632 960 081` stands in the finished file, and comes from none of its sources');
  });

  test('a link that rings somebody else', () => {
    const messages = inPage(changed(page, 'href="tel:+441632960001"', 'href="tel:+441632960002"'));
    expect(messages).toEqual([
      'trust/read-back: the link `01632 960 001` leads to `tel:+441632960002`, expected `01632 960 001`',
    ]);
  });

  test('contacts whose numbers have changed places', () => {
    const [one, two] = ['01632\u00a0960\u00a0001', '01632\u00a0960\u00a0002'].map(at);
    const swapped = changed(changed(changed(page, one!, '@@'), two!, one!), '@@', two!);
    expect(inPage(swapped)).toEqual([
      expect.stringContaining(
        '`Returning Officer`, `Helen Marsh`, `01632 960 001`, `ro@anyshire.example` are to stand together',
      ),
      expect.stringContaining('`Electoral services`, `Elections team`, `01632 960 002`'),
    ]);
  });

  test('an email address that lost a letter, and a link to it', () => {
    const messages = inPage(
      page.replaceAll('ro@anyshire.example', 'o@anyshire.example').replace('ro<wbr>@', 'o<wbr>@'),
    );
    expect(messages.join('\n')).toContain('`o@anyshire.example` stands in the finished file');
    expect(messages.join('\n')).toContain('leads to `mailto:o@anyshire.example`');
  });

  test('a link of the guidance to somewhere else', () => {
    const url = /href="(https:\/\/www\.gov\.uk[^"]+)"/.exec(page)![1]!;
    expect(inPage(page.replaceAll(url, 'https://www.gov.example/'))[0]).toContain(
      'which comes from none of its sources',
    );
  });

  test('a contact that is missing', () => {
    const without = page.replace(/<div>\n<dt>Electoral services.*?<\/div>/s, '');
    expect(inPage(without)).toEqual([expect.stringContaining('`Electoral services`')]);
  });
});

describe("in the card's words", () => {
  test('a wrong digit', () => {
    expect(inCard(changed(card, '01632 960 002', '01632 960 003'))).toEqual([
      expect.stringContaining('`Electoral services`, `Elections team`, `01632 960 002`'),
    ]);
    expect(inCard(changed(card, '01632 960 002', '01632 960 092'))[0]).toContain('`01632 960 092`');
  });

  test('two numbers that have changed places', () => {
    const swapped = changed(
      changed(card, '01632 960 001', '@@').replace('01632 960 002', '01632 960 001'),
      '@@',
      '01632 960 002',
    );
    expect(inCard(swapped)).toHaveLength(2);
  });

  test('a line that is lost', () => {
    expect(inCard(changed(card, '01632 960 001\n', ''))).toEqual([expect.stringContaining('`Returning Officer`')]);
  });
});
