import { ticketOf } from '../print/ticket.ts';

/** What the job tickets of many records have in common. */
export type Tickets = {
  /** Takes the ticket of a record, if it has one. */
  readonly take: (ticket: string | undefined) => void;
  readonly hasSome: () => boolean;
  /** Lines that are the same in all, with those below them; undefined where they differ. */
  readonly lines: () => ReadonlyMap<string, string | undefined>;
};

export function openTickets(): Tickets {
  const known = new Map<string, string | undefined>();
  let last: string | undefined;
  return {
    take(ticket) {
      // Most say the same but for the name of their area.
      if (ticket === undefined || ticket === last) return;
      const lines = linesOf(ticket);
      for (const [key, text] of lines) {
        if (last === undefined) known.set(key, text);
        else if (known.get(key) !== text) known.set(key, undefined);
      }
      last = ticket;
    },
    hasSome: () => last !== undefined,
    lines: () => known,
  };
}

/** A ticket's lines by their keys; what is indented belongs to the line above it. */
const linesOf = (ticket: string): ReadonlyMap<string, string> =>
  new Map([...ticket.matchAll(/^([a-z][a-z ]*):.*\n(?: .*\n)*/gm)].map(([text, key = '']) => [key, text]));

/** What a ticket of all records says of its own. */
export type AllTicketed = {
  readonly file: string;
  /** The name of the table beside it. */
  readonly index: string;
  readonly title: string;
  readonly records: number;
  readonly pages: number;
};

/** What is said of all records together. */
const ofAll: ReadonlySet<string> = new Set(['job', 'file', 'pages', 'standard']);

/** The job ticket of a file of many records: what holds for all of them, and for the whole. */
export function allTicket(tickets: Tickets, { file, index, title, records, pages }: AllTicketed): string {
  const lines = [...tickets.lines()].filter(([key]) => !ofAll.has(key));
  const each = /^pages: (\d+)/.exec(tickets.lines().get('pages') ?? '')?.[1];
  const head = ticketOf([
    ['job', title],
    ['file', file],
    ['index', `${index} says on which pages each record is`],
    ['records', `${records}, each of which begins on a new sheet`],
    ['pages', String(pages)],
    ['pages of a record', each ?? 'not the same for all: see the index'],
    ['standard', 'PDF/X-4 and PDF/VT-1, a document part for each record; tagged too (PDF/UA-1, PDF/A-2a)'],
  ]);
  const rest = lines.map(([key, text]) => text ?? `${key}: not the same for all records\n`);
  return `${head}${rest.join('')}`;
}
