import { performance } from 'node:perf_hooks';
import { enterIntoManifest, sha256 } from '../manifest.ts';
import type { Entry } from '../manifest.ts';
import type { Output } from '../output.ts';
import { version } from '../project.ts';
import { timeLine } from './console.ts';
import type { Console } from './console.ts';
import { fileOf } from './editions.ts';
import type { Made, Wanted } from './editions.ts';
import type { Contacts } from './sources.ts';

/** Writes what is made, and keeps of it only what the manifest is to say. */
export type Writer = {
  /** @returns whether the file stands; if not, it has been reported why */
  readonly put: (made: Made, wanted: Wanted) => boolean;
  /** Enters what was written since the last time into the manifest. */
  readonly enter: () => void;
};

export function openWriter(output: Output, console: Console): Writer {
  let entries: Entry[] = [];
  return {
    put(made, wanted) {
      const entry = entryOf(made, wanted);
      const { path, pages, size } = entry;
      const started = performance.now();
      const written = output.write(path, made.pressed.bytes);
      console.tell(timeLine('write', performance.now() - started, output.shown(path)));
      if (!written) return false;
      entries.push(entry);
      const ticket = made.pressed.ticket === undefined ? undefined : ticketOf(made.pressed.ticket, made, wanted);
      if (ticket && !output.write(ticket.path, made.pressed.ticket!)) return false;
      if (ticket) entries.push(ticket);
      const { council, area } = wanted;
      const of = { council, ...(area !== undefined && { area }), product: made.product.name };
      console.done({ path: output.shown(path), ...of, pages, size, sha256: entry.sha256 });
      if (ticket) {
        const shown = { pages: ticket.pages, size: ticket.size, sha256: ticket.sha256 };
        console.done({ path: output.shown(ticket.path), ...of, ...shown });
      }
      for (const note of made.pressed.notes ?? []) console.tell(note);
      return true;
    },
    enter() {
      enterIntoManifest(output, entries);
      entries = [];
    },
  };
}

/** The contacts of one council, or of several together: these nobody has signed for as a whole. */
export function contactsOf(councils: readonly Contacts[]): NonNullable<Entry['contacts']> {
  const [one] = councils;
  if (one && councils.length === 1) return { sha256: one.sha256, signedOff: signedOff(one) };
  const all = councils.map((each) => each.sha256).join('\n');
  return { sha256: sha256(new TextEncoder().encode(all)), signedOff: null };
}

/** Who has signed for the contacts as they are; for others nobody has. */
function signedOff({ sha256: now, signOff }: Contacts): NonNullable<Entry['contacts']>['signedOff'] {
  const signing = signOff?.value.signedOff;
  return signing?.contacts === now ? { name: signing.name, date: signing.date } : null;
}

/** What the manifest says of the ticket beside a file. */
function ticketOf(ticket: string, made: Made, wanted: Wanted): Entry {
  const bytes = new TextEncoder().encode(ticket);
  const path = fileOf(made.product, made.language, wanted, made.product.kind === 'sheet' ? 'sheet-job' : 'job');
  return { ...entryOf({ ...made, pressed: { bytes, pages: 0 } }, wanted), path };
}

function entryOf({ product, pressed, loaded, language }: Made, wanted: Wanted): Entry {
  const { council, area, status, day, purpose } = wanted;
  const of = { council, ...(area !== undefined && { area }) };
  const { template, kind } = product;
  const ofSheet = kind === 'sheet' ? loaded.sheet.inputs : [];
  const inputs = [...loaded.inputs, ...ofSheet].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    path: fileOf(product, language, wanted),
    sha256: sha256(pressed.bytes),
    size: pressed.bytes.length,
    pages: pressed.pages,
    template,
    ...of,
    status,
    ...(purpose && purpose.kind !== 'screen' && { purpose: purpose.kind }),
    date: day,
    language,
    contacts: contactsOf([loaded.contacts]),
    handbill: version(),
    inputs: Object.fromEntries(inputs.map((input) => [input.name, input.sha256])),
  };
}
