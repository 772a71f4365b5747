import type { Chance } from './chance.ts';

/** Names of areas as lists have them, and as they have them when somebody was careless. */

const PLACES = [
  'Abbey',
  'Castle',
  'Sheffield',
  'Kingsclere',
  'Whitchurch',
  'Overton',
  'Wootton Bassett',
  'Ashford',
  'Saffron Walden',
  'Melton Mowbray',
  'Chipping Norton',
  'Ware',
  'Ely',
  'Office',
  'Fjord',
] as const;

const WELSH = ['Ŵyl', 'Llŷr', 'Tŵr', 'Canolbarth Môn', 'Pen draw Llŷn', 'Llandygái', 'Tŷ Newydd', 'Ynys Môn'] as const;

const ACCENTED = ['Évreux', 'Zoë', 'Søborg', 'Niñez', 'Brontë', 'Àrd', 'Glaschù'] as const;

/** Letters that not every subset of the face has, though the face may have them. */
const FOREIGN = ['Győr', 'Łódź', 'Москва', 'Šibenik', '東京'] as const;

const SAINTS = [
  "St. Mary's",
  'St Peter’s',
  "St. Michael's Without",
  "King's Lynn",
  "Bishop's Castle",
  "O'Neill",
] as const;

const ODD = [
  'Ward 12',
  '1st',
  'Bow/Bromley',
  'Hale & Altrincham',
  'Stoke-on-Trent',
  'Nash - North',
  'Nash – South',
  '“Upper” Town',
  "'r Dref",
  "Pentre 'n Cwm",
  'Lower  Town',
  'Town (De) <C>',
  'a.b',
  '2 May 2025',
  'Page 3',
  '…',
] as const;

/** What no page can show, or only by itself. */
const HOSTILE = ['עיר', '\u200eTown', 'Town \u{1f409}', 'info@town.example', 'www.town.example'] as const;

/** Of so many words a name has more lines than one. */
const longest = 14;

export const nameOf = ({ oneOf, happens, next }: Chance): string => {
  const place = (): string => {
    if (happens(0.15)) return oneOf(WELSH);
    if (happens(0.08)) return oneOf(ACCENTED);
    if (happens(0.15)) return oneOf(SAINTS);
    return oneOf(PLACES);
  };
  if (happens(0.05)) return oneOf(FOREIGN);
  if (happens(0.04)) return oneOf(HOSTILE);
  if (happens(0.12)) return oneOf(ODD);
  if (happens(0.06)) return Array.from({ length: 5 + Math.floor(next() * longest) }, place).join(oneOf([' ', ', ']));
  if (happens(0.02)) return place().repeat(12);
  const name = happens(0.3) ? `${place()}${oneOf([' and ', ', ', ' & ', '-', ' with '])}${place()}` : place();
  return happens(0.6) ? `${name} ${oneOf(['ward', 'division', 'ED'])}` : name;
};
