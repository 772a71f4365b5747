import type { Council } from './record.ts';
import type { RegisteredForce, Registry } from './registry.ts';

/**
 * A combined authority that elects a mayor, and its councils, by their slugs in the registry. Forces are not written
 * here: they follow from the councils, each of which has one.
 */
export type CombinedAuthority = {
  readonly name: string;
  readonly councils: readonly string[];
  /** What establishes it: a text to follow "see". */
  readonly source: string;
};

export const COMBINED_AUTHORITIES: readonly CombinedAuthority[] = [
  {
    name: 'Cambridgeshire and Peterborough',
    councils: ['cambridgeshire', 'peterborough'],
    source: 'the Cambridgeshire and Peterborough Combined Authority Order 2017',
  },
  {
    name: 'East Midlands',
    councils: ['derby', 'derbyshire', 'nottingham', 'nottinghamshire'],
    source: 'the East Midlands Combined County Authority Regulations 2024',
  },
  {
    name: 'Greater Lincolnshire',
    councils: ['lincolnshire', 'north-east-lincolnshire', 'north-lincolnshire'],
    source: 'the Greater Lincolnshire Combined County Authority Regulations 2025',
  },
  {
    name: 'Greater Manchester',
    councils: [
      'bolton',
      'bury',
      'manchester',
      'oldham',
      'rochdale',
      'salford',
      'stockport',
      'tameside',
      'trafford',
      'wigan',
    ],
    source: 'the Greater Manchester Combined Authority Order 2011',
  },
  {
    name: 'Hull and East Yorkshire',
    councils: ['east-riding-of-yorkshire', 'kingston-upon-hull'],
    source: 'the Hull and East Yorkshire Combined Authority Order 2025',
  },
  {
    name: 'Liverpool City Region',
    councils: ['halton', 'knowsley', 'liverpool', 'sefton', 'st-helens', 'wirral'],
    source: 'the Halton, Knowsley, Liverpool, St Helens, Sefton and Wirral Combined Authority Order 2014',
  },
  {
    name: 'North East',
    councils: [
      'county-durham',
      'gateshead',
      'newcastle-upon-tyne',
      'north-tyneside',
      'northumberland',
      'south-tyneside',
      'sunderland',
    ],
    source: 'the North East Mayoral Combined Authority (Establishment and Functions) Order 2024',
  },
  {
    name: 'South Yorkshire',
    councils: ['barnsley', 'doncaster', 'rotherham', 'sheffield'],
    source: 'the Barnsley, Doncaster, Rotherham and Sheffield Combined Authority Order 2014',
  },
  {
    name: 'Tees Valley',
    councils: ['darlington', 'hartlepool', 'middlesbrough', 'redcar-and-cleveland', 'stockton-on-tees'],
    source: 'the Tees Valley Combined Authority Order 2016',
  },
  {
    name: 'West Midlands',
    councils: ['birmingham', 'coventry', 'dudley', 'sandwell', 'solihull', 'walsall', 'wolverhampton'],
    source: 'the West Midlands Combined Authority Order 2016',
  },
  {
    name: 'West of England',
    councils: ['bath-and-north-east-somerset', 'bristol', 'south-gloucestershire'],
    source: 'the West of England Combined Authority Order 2017',
  },
  {
    name: 'West Yorkshire',
    councils: ['bradford', 'calderdale', 'kirklees', 'leeds', 'wakefield'],
    source: 'the West Yorkshire Combined Authority Order 2014',
  },
  {
    name: 'York and North Yorkshire',
    councils: ['north-yorkshire', 'york'],
    source: 'the York and North Yorkshire Combined Authority Order 2023',
  },
];

/** The combined authority that a council's file is for, by its name. */
export const combinedAuthorityOf = ({ name }: Pick<Council, 'name'>): CombinedAuthority | undefined =>
  COMBINED_AUTHORITIES.find((authority) => folded(authority.name) === folded(name));

/** "West Yorkshire Combined Authority", "Mayor of West Yorkshire" and "West Yorkshire" are one. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/\b(mayor(al)?|of|the|combined|county|authority|strategic)\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** The forces that serve a combined authority: those of its councils. */
export const forcesOf = ({ councils }: CombinedAuthority, { bySlug }: Registry): readonly RegisteredForce[] => {
  const forces = councils.flatMap((slug) => bySlug(slug)?.force ?? []);
  return [...new Map(forces.map((force) => [force.id, force])).values()];
};
