import { weekdayInWords } from '../content/dates.ts';
import type { Edition } from '../content/edition.ts';
import { textOf } from '../content/typography.ts';
import type { Brand } from '../data/brand.ts';
import type { Furniture } from '../data/furniture.ts';
import type { Palette } from '../typeset/scale.ts';
import type { Also } from '../typeset/template.ts';
import { BlockWriter } from './blocks.ts';
import { call, callAgain } from './call.ts';
import { logo, qrCode } from './drawings.ts';
import { end } from './end.ts';
import { joined, lines, type Markup, markup, style } from './markup.ts';
import { lineBreak, oneLine } from './phrases.ts';
import { darkScheme, lightScheme } from './scheme.ts';
import { styleSheet } from './style.ts';

/** What a page is made of. */
export type TwinParts = {
  readonly edition: Edition;
  readonly brand: Brand;
  readonly palette: Palette;
  readonly furniture: Furniture;
  /** A draft says so at its head and in its title. */
  readonly status?: 'final' | 'draft';
  /** The other languages that it is to be had in: their pages lie beside this one. */
  readonly also?: readonly Also[];
};

/**
 * The leaflet as a web page: the same edition, in one file that asks for nothing else, neither scripts nor pictures nor
 * faces.
 */
export const twin = (parts: TwinParts): string => {
  const { edition, furniture } = parts;
  const { area } = edition.record;
  const writer = new BlockWriter(edition, furniture, parts.palette);
  const introduction = writer.blocks(edition.introduction);
  const page = lines(
    markup`<!doctype html>`,
    markup`<html lang="${furniture.tag}">`,
    head(parts),
    markup`<body>`,
    markup`<a class="skip" href="#page_contents">${furniture.contents}</a>`,
    band(parts),
    markup`<main>`,
    ...(parts.also ?? []).map((also) => otherLanguage(also, parts)),
    markup`<h1>${edition.guidance.title}</h1>`,
    area === undefined ? undefined : markup`<p class="area">${area}</p>`,
    call(parts),
    edition.introduction.length === 0 ? undefined : markup`<div class="introduction">\n${introduction}\n</div>`,
    contents(parts),
    ...edition.sections.map((section, i) => writer.section(section, i === 0 ? find(parts) : undefined)),
    callAgain(parts),
    markup`</main>`,
    end(parts),
    markup`</body>`,
    markup`</html>`,
  );
  return `${page.written}\n`;
};

const head = (parts: TwinParts): Markup => {
  const { palette } = parts;
  return lines(
    markup`<head>`,
    markup`<meta charset="utf-8">`,
    markup`<title>${titleOf(parts)}</title>`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<meta name="description" content="${description(parts)}">`,
    markup`<meta name="generator" content="handbill">`,
    markup`<meta name="color-scheme" content="light dark">`,
    markup`<meta name="theme-color" content="${palette.brand}">`,
    markup`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    style(styleSheet(lightScheme(palette), darkScheme(palette))),
    markup`</head>`,
  );
};

const isDraft = ({ status }: TwinParts): boolean => status === 'draft';

const electionOf = ({ edition }: TwinParts): readonly [name: string, day: string] => {
  const { name, date } = edition.record.council.election;
  return [name, weekdayInWords(date, edition.guidance.language)];
};

/** Where no line is broken, every space is a plain one. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

const titleOf = (parts: TwinParts): string => {
  const { edition, furniture } = parts;
  const { council, area } = edition.record;
  const whose = area === undefined ? council.name : `${area}, ${council.name}`;
  return spaced(`${isDraft(parts) ? `${furniture.draft} – ` : ''}${edition.guidance.title} – ${whose}`);
};

const description = (parts: TwinParts): string => {
  const { title, issuer, edition } = parts.edition.guidance;
  const whose = [parts.edition.record.council.name, ...electionOf(parts)].join(', ');
  return spaced(`${title}, ${issuer}, ${edition}. ${whose}.`);
};

const band = (parts: TwinParts): Markup => {
  const { brand, palette, edition, furniture } = parts;
  return lines(
    markup`<header>`,
    isDraft(parts) ? markup`<p class="draft">${furniture.draft}</p>` : undefined,
    brand.logo && logo(brand.logo, palette),
    markup`<p class="council">${edition.record.council.name}</p>`,
    markup`<p class="election">${joined(electionOf(parts), lineBreak)}</p>`,
    markup`</header>`,
  );
};

/** In its own words, for those who read no other. */
const otherLanguage = ({ language, says, isBeside }: Also, parts: TwinParts): Markup => {
  if (!isBeside) return markup`<p class="also" lang="${language}">${says}</p>`;
  const [primary] = language.split('-');
  const page = `leaflet.${primary}${isDraft(parts) ? '.draft' : ''}.html`;
  return markup`<p class="also" lang="${language}"><a href="${page}" hreflang="${language}">${says}</a></p>`;
};

const contents = ({ edition, furniture }: TwinParts): Markup =>
  lines(
    markup`<nav id="page_contents" tabindex="-1" aria-labelledby="page_contents-title">`,
    markup`<h2 id="page_contents-title">${furniture.contents}</h2>`,
    markup`<ol>`,
    // A link inside a link is none: headings are listed by their words.
    ...edition.sections.map(({ id, heading }) => markup`<li><a href="#${id}">${textOf(heading)}</a></li>`),
    markup`</ol>`,
    markup`</nav>`,
  );

/** The QR code to the guidance on GOV.UK, to be shown to somebody or printed, and the link for those who read here. */
const find = ({ edition, furniture, palette }: TwinParts): Markup =>
  lines(
    markup`<figure class="find">`,
    qrCode(edition.guidance.source, furniture.qrAlt, palette),
    markup`<figcaption>`,
    markup`<strong>${oneLine(furniture.qrCaption)}</strong>`,
    markup`<a href="${edition.guidance.source}">${oneLine(furniture.qrSearch)}</a>`,
    markup`</figcaption>`,
    markup`</figure>`,
  );
