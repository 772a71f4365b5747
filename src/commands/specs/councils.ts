import type { Common, Spec } from './spec.ts';

/** An empty query: all councils. */
export type CouncilsCommand = { readonly kind: 'councils'; readonly query: string; readonly common: Common };

export const councils: Spec<CouncilsCommand> = {
  name: 'councils',
  positionals: '[query..]',
  summary: 'Find a council of the United Kingdom',
  define: (command) =>
    command
      .usage(
        'handbill councils [query] [options]\n\nLists the principal councils that handbill knows: short name for files, name, nation, police force.\nA query is a name or a part of it, in English or Welsh, or a GSS code, a former one too.\n\nWith --format json, `councils` lists for each: slug, name, shortName, nameWelsh, otherNames, nation,\nkind, gss, formerGss, county, force (id, name, nameWelsh, nation, website), website. What is not\nknown is left out.',
      )
      .positional('query', { type: 'string', describe: 'Name or GSS code (default: all councils)' })
      .example('handbill councils "st albans"', 'finds St Albans City and District Council')
      .example('handbill councils E07000240', 'finds it too'),
  read: (given, common) => ({ kind: 'councils', query: given.words('query'), common }),
  needs: 'desk',
  load: async () => (await import('../councils.ts')).councils,
};
