import { contactsOf, type Listed } from '../../templates/pieces/contacts.ts';
import { dayInWords } from '../content/dates.ts';
import { operationFordApplies } from '../data/election-rules.ts';
import type { PoliceForce } from '../data/record.ts';
import { filled, unbroken } from '../typeset/phrase.ts';
import { joined, lines, type Markup, markup } from './markup.ts';
import { bold, emailLink, label, lineBreak, phoneLink } from './phrases.ts';
import type { TwinParts } from './twin.ts';

/** Whom to call: the two numbers, what to say, and the council's contacts. */
export const call = (parts: TwinParts): Markup => {
  const { furniture, edition } = parts;
  const { council } = edition.record;
  const police = joined([...council.police.map(force), policeUk(furniture.orPoliceUk)], lineBreak);
  const ford = operationFordApplies(council.election.kind);
  return lines(
    markup`<div class="fields">`,
    field('danger', label(furniture.danger), number(parts, '999')),
    field('crime', label(furniture.crime), number(parts, '101'), police),
    markup`</div>`,
    ford ? markup`<p class="lead">${bold(furniture.operationFord)}</p>` : undefined,
    contacts(parts),
  );
};

/** The two numbers once more, small, where the page ends. */
export const callAgain = (parts: TwinParts): Markup => {
  const { furniture } = parts;
  return lines(
    markup`<div class="fields again">`,
    field('danger', number(parts, '999'), label(furniture.danger)),
    field('crime', number(parts, '101'), label(furniture.crime)),
    markup`</div>`,
  );
};

const field = (kind: 'danger' | 'crime', ...paragraphs: readonly Markup[]): Markup =>
  lines(
    markup`<div class="field ${kind}">`,
    ...paragraphs.map((paragraph) => markup`<p>${paragraph}</p>`),
    markup`</div>`,
  );

/** Read as "Call 999". */
const number = ({ furniture }: TwinParts, figures: '999' | '101'): Markup =>
  markup`<a class="figures" href="tel:${figures}"><span class="unseen">${furniture.call} </span>${figures}</a>`;

const force = ({ name, website }: PoliceForce): string | Markup =>
  website === undefined ? name : markup`<a href="${website}">${name}</a>`;

const site = 'police.uk';

/** "or police.uk", where the site's name leads there. */
const policeUk = (words: string): Markup =>
  joined(words.split(site), markup`<a href="https://www.police.uk/">${site}</a>`);

const contacts = ({ furniture, edition }: TwinParts): Markup => {
  const { council } = edition.record;
  const listed = contactsOf(council);
  const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
  return lines(
    markup`<section class="ruled" aria-labelledby="page_contacts">`,
    markup`<div class="head">`,
    markup`<h2 id="page_contacts">${furniture.contacts}</h2>`,
    markup`<p class="quiet">${filled(furniture.checkedOn, { date })}</p>`,
    markup`</div>`,
    markup`<dl class="${listed.length === 4 ? 'contacts pairs' : 'contacts'}">`,
    ...listed.map((contact) => listing(contact, furniture.adviceOnly)),
    markup`</dl>`,
    markup`</section>`,
  );
};

const listing = ({ title, name, phones, email, hours, use }: Listed, adviceOnly: string): Markup =>
  lines(
    markup`<div>`,
    markup`<dt>${title}</dt>`,
    name === undefined ? undefined : markup`<dd>${name}</dd>`,
    ...phones.map((phone) => markup`<dd class="phone">${phoneLink(phone)}</dd>`),
    email === undefined ? undefined : markup`<dd class="email">${emailLink(email)}</dd>`,
    hours === undefined ? undefined : markup`<dd class="quiet">${hours}</dd>`,
    use === 'advice' ? markup`<dd class="advice">${adviceOnly}</dd>` : undefined,
    markup`</div>`,
  );
