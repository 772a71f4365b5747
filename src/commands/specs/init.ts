import type { Common, Spec } from './spec.ts';

export type InitCommand = { readonly kind: 'init'; readonly council: string; readonly common: Common };

export const init: Spec<InitCommand> = {
  name: 'init',
  positionals: '<council..>',
  summary: "Begin a council's file and its brand",
  define: (command) =>
    command
      .usage(
        'handbill init <council> [options]\n\nWrites content/councils/<slug>.yaml and content/brands/<slug>/brand.yaml into the project. What the\ncouncil has to supply is marked as missing. A file that is there already is never changed.',
      )
      .positional('council', { type: 'string', describe: 'Name in English or Welsh, GSS code or short name for files' })
      .example('handbill init leeds', 'into content/councils/leeds.yaml')
      .example('handbill init "Cyngor Sir Ynys Môn"', 'into content/councils/isle-of-anglesey.yaml'),
  read(given, common) {
    const council = given.words('council');
    if (council === '') given.wrong.push('the name of the council is empty');
    return { kind: 'init', council, common };
  },
  needs: 'desk',
  load: async () => (await import('../init.ts')).init,
};
