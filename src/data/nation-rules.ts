import { ELECTION_RULES } from './election-rules.ts';
import type { ElectionKind, Nation } from './record.ts';
import { type ElectionRule, type NationRule, RUNS, SOURCES } from './rule.ts';

const { rpa: RPA, lga: LGA, cosla: COSLA } = SOURCES;
const GSS = 'the Office for National Statistics, Code of Practice for the GSS coding and naming policy';
const ENGLISH = { is: ['en'], source: 'no duty to another language' } as const;

export const NATION_RULES: { readonly [nation in Nation]: NationRule } = {
  england: { gss: { is: 'E', source: GSS }, languages: ENGLISH, wording: [] },
  wales: {
    gss: { is: 'W', source: GSS },
    officers: {
      is: { titles: ['Returning Officer', 'Swyddog Canlyniadau'], does: RUNS },
      source: `${RPA}, section 35(1A)`,
    },
    languages: {
      is: ['cy', 'en'],
      source:
        'the Welsh Language (Wales) Measure 2011, Part 4, and the Welsh Language Standards (No. 1) Regulations 2015',
    },
    wording: [],
  },
  scotland: {
    gss: { is: 'S', source: GSS },
    officers: { is: { titles: ['Returning Officer'], does: RUNS }, source: `${RPA}, section 41` },
    nouns: { is: ['ward'], source: 'the Local Governance (Scotland) Act 2004, section 1' },
    forces: { is: 'one', source: 'the Police and Fire Reform (Scotland) Act 2012, section 6' },
    languages: ENGLISH,
    wording: [
      {
        is: {
          phrase: 'police.uk',
          but: 'crimes are reported on 101 or at `www.scotland.police.uk`: Police Scotland is not a force of police.uk',
          slots: ['police'],
        },
        source: 'Police Scotland, www.scotland.police.uk, and the forces of data.police.uk',
      },
      {
        is: {
          phrase: 'every police force has at least one Force Elected Official Advisor',
          but: 'two advisors serve the whole nation, beside 13 liaison officers, one in each policing area',
          slots: ['feoa', 'operation-ford'],
        },
        source: COSLA,
      },
    ],
  },
  'northern-ireland': {
    gss: { is: 'N', source: GSS },
    officers: {
      is: { titles: ['Chief Electoral Officer'], does: RUNS },
      source: 'the Electoral Law (Northern Ireland) Order 1972, article 9(1)',
    },
    deputies: {
      is: {
        titles: ['Deputy Returning Officer'],
        does: "acts for the Chief Electoral Officer: the council's chief executive",
        at: 'each council',
        contact: 'expected',
      },
      source: 'the Electoral Law (Northern Ireland) Order 1972, article 9(2)',
    },
    nouns: {
      is: ['district electoral area'],
      source: 'the District Electoral Areas (Northern Ireland) Order 2014',
    },
    forces: { is: 'one', source: 'the Police (Northern Ireland) Act 2000, section 1' },
    languages: ENGLISH,
    wording: [
      {
        is: {
          phrase: 'Force Elected Official Advisor',
          but: 'there may be no such role: the Police Service of Northern Ireland says what applies',
          slots: ['feoa', 'operation-ford'],
        },
        source: `${LGA}: it is for councils in England`,
      },
    ],
  },
};

/** The rules of an election in a nation; of one that is not known, those that hold wherever it is held. */
export const ruleOf = (nation: Nation | undefined, kind: ElectionKind): ElectionRule => {
  const { officers, deputies, nouns, forces }: Partial<NationRule> = nation === undefined ? {} : NATION_RULES[nation];
  const general = ELECTION_RULES[kind];
  // A mayor's or a commissioner's officer has a title of its own in every nation, and no areas.
  const isCouncil = general.nouns.is.length > 0;
  return {
    ...general,
    ...(officers && isCouncil && { officers }),
    ...(deputies && { deputies }),
    ...(nouns && isCouncil && { nouns }),
    ...(forces && { forces }),
  };
};
