import type { Common, Spec } from './spec.ts';
import { shared } from './spec.ts';

export type SignOffCommand = {
  readonly kind: 'sign-off';
  readonly council: string;
  /** Who signs. */
  readonly name: string;
  /** What the signed sheet calls its contacts. */
  readonly contacts?: string;
  readonly common: Common;
};

export const signOff: Spec<SignOffCommand> = {
  name: 'sign-off',
  summary: 'Write down who has signed the proof sheet',
  define: (command) =>
    command
      .usage(
        "handbill sign-off --council <slug> --name <who> [options]\n\nWrites content/councils/<slug>.signoff.yaml: who answers for the council's contacts, since when, and\nwhich values. When a contact changes, every build says that the sign-off no longer holds.",
      )
      .option('council', {
        ...shared.council,
        demandOption: true,
        describe: 'Council: its file in content/councils, without the ending',
      })
      .option('name', { type: 'string', requiresArg: true, demandOption: true, describe: 'Who has signed' })
      .option('contacts', {
        type: 'string',
        requiresArg: true,
        describe: 'What the signed sheet says after "Contacts": refused if they have changed',
      })
      .example('handbill sign-off --council anyshire --name "Helen Marsh"', 'signed today')
      .example('handbill sign-off … --date 2025-03-20', 'signed on that day'),
  read(given, common) {
    const name =
      given
        .one('name')
        ?.normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim() ?? '';
    const contacts = given.one('contacts')?.toLowerCase().replace(/\s+/g, '');
    if (name === '') given.wrong.push('--name is empty');
    if (contacts !== undefined && !/^[0-9a-f]{8,64}$/.test(contacts)) {
      given.wrong.push('--contacts expects the letters and figures after "Contacts" on the proof sheet');
    }
    const council = given.one('council') ?? '';
    return { kind: 'sign-off', council, name, ...(contacts !== undefined && { contacts }), common };
  },
  load: async () => (await import('../sign-off.ts')).signOff,
};
