import { resolve, sep } from 'node:path';
import { shortHash } from '../data/contacts.ts';
import { printSignOff, sign, signOffName } from '../data/sign-off.ts';
import type { Signed } from '../data/sign-off.ts';
import { checkTrust, linesOf } from '../data/trust.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { openOutput } from '../output.ts';
import { packageFolder } from '../project.ts';
import type { Bench } from './bench.ts';
import type { SignOffCommand } from './specs/sign-off.ts';

/** Writes down who has signed for a council's contacts as they are now. What was signed before is kept. */
export function signOff(command: SignOffCommand, bench: Bench): void {
  const { project, console, cwd } = bench;
  const { council, name, common } = command;
  const report: Report = (diagnostic) => console.report({ record: council, ...diagnostic });
  const loaded = bench.shelf.load(council, undefined, report);
  if (!loaded || !isOwn(command, bench)) return;
  const { record } = loaded.sources;
  const { sha256: contacts, inWords } = loaded.contacts;
  // What was signed before is about to be replaced: that it holds no longer need not be said.
  checkTrust({ record, inWords }, common.day, 'usual', report);
  if (command.contacts !== undefined && !contacts.startsWith(command.contacts)) {
    const message = `the contacts of \`${council}\` are ${shortHash(contacts)} now, and ${command.contacts} on the signed sheet`;
    const hints = [
      'check that the sheet is the one of this council',
      `or make a new one with \`handbill proof-sheet --council ${council}\`, and ring what has changed`,
    ];
    report(error('trust/other-contacts', message, undefined, ...hints));
    return;
  }
  const values = linesOf({ record, inWords });
  const signed = sign({ name, date: common.day, contacts, values }, loaded.contacts.signOff?.value);
  const output = openOutput(project.root, cwd, console.report);
  const file = signOffName(council);
  if (signed.kind !== 'unchanged' && !output.write(file, printSignOff(signed.signOff))) return;
  const path = output.shown(file);
  console.attach('signOff', { path, council, name, date: common.day, contacts, outcome: signed.kind });
  console.say(path);
  console.conclude(told(signed, name, contacts));
}

function told(signed: Signed, name: string, contacts: string): string {
  const what = `contacts ${shortHash(contacts)}`;
  switch (signed.kind) {
    case 'first':
      return `${name} has signed off ${what}`;
    case 'unchanged':
      return `${name} had signed off ${what} on this day already; nothing was changed`;
    case 'again':
      return `${name} has signed off ${what}, as ${signed.earlier.name} had on ${signed.earlier.date}; both are kept`;
    case 'renewed':
      return `${name} has signed off ${what}; what ${signed.earlier.name} signed on ${signed.earlier.date} is kept below`;
  }
}

/** Nobody signs for handbill's examples but who works in its folder. */
function isOwn({ council, common }: SignOffCommand, { project, console, cwd }: Bench): boolean {
  const within = `${resolve(cwd)}${sep}`.startsWith(`${packageFolder()}${sep}`);
  const chosen = project.kind === 'own' || within || common.project !== undefined;
  if (chosen && project.councils('own').includes(council)) return true;
  const message = `\`${council}\` is an example that handbill brings along, not a council of this project`;
  const hints = [
    `put \`content/councils/${council}.yaml\` into a project of your own`,
    'or name the project with --project',
  ];
  console.report({ ...error('trust/not-your-council', message, undefined, ...hints), record: council });
  return false;
}
