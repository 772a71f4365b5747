import type { ElectionKind } from './record.ts';
import { type ElectionRule, type Noun, RUNS, SOURCES } from './rule.ts';

/*
 * The rules of nations and elections, each with its source. They are law and the words of those who apply it, not a
 * project's content: no project overrides them. To correct one, change it here with its source and the test of it in
 * `tests/data/election-rules.test.ts`. What is a council's choice (its title, its noun) is never enforced: a check
 * warns, and the words that were typed are printed.
 */

const { rpa: RPA, lga: LGA, cosla: COSLA } = SOURCES;
const RETURNING =
  'the Electoral Commission, Guidance for Returning Officers administering Local Government Elections in England, “Returning Officer appointment”';

const PRINCIPAL: Pick<ElectionRule, 'deputies' | 'forces' | 'operationFord'> = {
  deputies: { is: undefined, source: `${RPA}, section 35(4): deputies may be appointed` },
  forces: {
    is: 'one',
    source: 'the Police Act 1996, Schedule 1: police areas are made of whole counties and districts',
  },
  operationFord: { is: true, source: LGA },
};

const WARDS: ElectionRule['nouns'] = { is: ['ward'], source: 'the Local Government Act 1972, section 6' };
const NO_AREAS = (source: string): ElectionRule['nouns'] => ({ is: [], source });
const ENGLAND_AND_WALES = ['england', 'wales'] as const;

export const ELECTION_RULES: { readonly [kind in ElectionKind]: ElectionRule } = {
  county: {
    ...PRINCIPAL,
    nations: { is: ['england'], source: 'the Local Government Act 1972, section 1' },
    officers: { is: { titles: ['County Returning Officer', 'Returning Officer'], does: RUNS }, source: RETURNING },
    deputies: {
      is: {
        titles: ['Deputy Returning Officer'],
        does: "carries out the County Returning Officer's functions in a district, if the county appoints one",
        at: 'each district',
        contact: 'expected',
      },
      source: RETURNING,
    },
    nouns: { is: ['division'], source: 'the Local Government Act 1972, section 6(2)(a)' },
  },
  district: {
    ...PRINCIPAL,
    nations: {
      is: ['england', 'northern-ireland'],
      source:
        'the Local Government Act 1972, section 1, and the Local Government Act (Northern Ireland) 1972, section 1',
    },
    officers: { is: { titles: ['Returning Officer'], does: RUNS }, source: `${RPA}, section 35(1)` },
    nouns: WARDS,
  },
  unitary: {
    ...PRINCIPAL,
    nations: {
      is: ['england', 'wales', 'scotland'],
      source:
        'the Local Government Act 1972, sections 1 and 20, and the Local Government etc. (Scotland) Act 1994, section 2',
    },
    officers: { is: { titles: ['Returning Officer'], does: RUNS }, source: `${RPA}, sections 35(1), 35(1A) and 41` },
    // A unitary council that was a county council has divisions: Cornwall, Wiltshire.
    nouns: { is: ['ward', 'division'], source: 'the Local Government Act 1972, section 6(2)' },
  },
  metropolitan: {
    ...PRINCIPAL,
    nations: { is: ['england'], source: 'the Local Government Act 1972, section 1' },
    officers: { is: { titles: ['Returning Officer'], does: RUNS }, source: `${RPA}, section 35(1)` },
    nouns: WARDS,
  },
  'london-borough': {
    ...PRINCIPAL,
    nations: { is: ['england'], source: 'the London Government Act 1963, section 1' },
    officers: { is: { titles: ['Returning Officer'], does: RUNS }, source: `${RPA}, section 35(3)` },
    nouns: WARDS,
  },
  'combined-authority-mayor': {
    ...PRINCIPAL,
    nations: {
      is: ['england'],
      source: 'the Local Democracy, Economic Development and Construction Act 2009, section 107A',
    },
    officers: {
      is: {
        titles: ['Combined Authority Returning Officer', 'Combined County Authority Returning Officer'],
        does: 'takes nominations and declares the result for the whole authority',
      },
      source: 'the Combined Authorities (Mayoral Elections) Order 2017, articles 2 and 6',
    },
    deputies: {
      is: {
        titles: ['Local Returning Officer', 'Deputy Returning Officer'],
        does: 'conducts the poll in the area of a council',
        at: 'each constituent council',
        contact: 'possible',
      },
      source: RETURNING,
    },
    nouns: NO_AREAS('the Local Democracy, Economic Development and Construction Act 2009, section 107A'),
    forces: {
      is: 'one-or-more',
      source: 'the orders that establish combined authorities, read with the Police Act 1996, Schedule 1',
    },
  },
  mayor: {
    ...PRINCIPAL,
    nations: { is: ENGLAND_AND_WALES, source: 'the Local Government Act 2000, Part 1A and Part II' },
    officers: { is: { titles: ['Returning Officer'], does: RUNS }, source: RETURNING },
    nouns: NO_AREAS('the Local Authorities (Mayoral Elections) (England and Wales) Regulations 2007'),
  },
  'police-and-crime-commissioner': {
    ...PRINCIPAL,
    nations: { is: ENGLAND_AND_WALES, source: 'the Police Reform and Social Responsibility Act 2011, section 1' },
    officers: {
      is: {
        titles: ['Police Area Returning Officer', 'Local Returning Officer'],
        does: 'takes nominations and declares the result for the whole police area',
      },
      source: 'the Police Reform and Social Responsibility Act 2011, section 54',
    },
    nouns: NO_AREAS('the Police Reform and Social Responsibility Act 2011, section 1'),
  },
  parish: {
    ...PRINCIPAL,
    nations: { is: ENGLAND_AND_WALES, source: 'the Local Government Act 1972, sections 9 and 27' },
    officers: { is: { titles: ['Returning Officer'], does: RUNS }, source: `${RPA}, section 35(1) and (1A)` },
    nouns: { is: ['ward'], source: 'the Local Government Act 1972, section 16: parish wards' },
    operationFord: { is: false, source: `${LGA}; for community councils ${COSLA}` },
  },
  town: {
    ...PRINCIPAL,
    nations: { is: ENGLAND_AND_WALES, source: 'the Local Government Act 1972, section 245(6)' },
    officers: { is: { titles: ['Returning Officer'], does: RUNS }, source: `${RPA}, section 35(1) and (1A)` },
    nouns: { is: ['ward'], source: 'the Local Government Act 1972, section 16: parish wards' },
    operationFord: { is: false, source: LGA },
  },
};

/** Operation Ford does not extend to parish and town councils; elsewhere the guidance is printed as it stands. */
export const operationFordApplies = (kind: ElectionKind): boolean => ELECTION_RULES[kind].operationFord.is;

/** What the lists of the Office for National Statistics hold, by the beginning of a column's name: `WD25NM`. */
export const ONS_NOUNS: { readonly [listed: string]: Noun } = {
  wd: 'ward',
  ced: 'division',
  dea: 'district electoral area',
};
