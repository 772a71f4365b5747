import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { Crew } from '../../src/commands/batch-crew.ts';
import type { Errand, Heard, ThreadStart, Told } from '../../src/commands/batch-messages.ts';
import { DAY } from '../sources.ts';

/** What a thread does with an errand: makes it, or dies of it. */
type Manner = (errand: Errand, thread: Double) => void;

/** A thread that makes nothing: of each task it says that it is written. */
class Double extends EventEmitter {
  readonly told: Told[] = [];
  readonly #manner: Manner;
  #isDead = false;

  constructor(manner: Manner) {
    super();
    this.#manner = manner;
  }

  postMessage(told: Told): void {
    this.told.push(told);
    if (told.kind === 'make') setImmediate(() => this.#isDead || this.#manner(told.errand, this));
  }

  say(...heard: readonly Heard[]): void {
    for (const each of heard) this.emit('message', each);
  }

  terminate(): Promise<number> {
    this.emit('exit', 1);
    return Promise.resolve(1);
  }

  die(message: string): void {
    this.#isDead = true;
    this.emit('error', new Error(message));
    this.emit('exit', 1);
  }
}

const begun: Heard = { kind: 'begun' };
const done: Heard = { kind: 'done', tally: { imprinted: 1, plates: 1, fallbacks: 0 } };

const ended = (line: string): Heard => ({ kind: 'ended', came: 'written', said: [{ kind: 'line', line }] });

const stopped: Heard = { kind: 'ended', came: 'stopped', said: [] };

const nameOf = (task: Errand['tasks'][number]): string => task.area?.name ?? '';

const makes: Manner = ({ tasks }, thread) => thread.say(begun, ...tasks.map(nameOf).map(ended), done);

/** Makes tasks until it comes to one. */
const diesOf =
  (name: string): Manner =>
  ({ tasks }, thread) => {
    const names = tasks.map(nameOf);
    const at = names.indexOf(name);
    if (at === -1) return thread.say(begun, ...names.map(ended), done);
    thread.say(begun, ...names.slice(0, at).map(ended));
    thread.die('no memory left');
  };

const errandOf = (plan: number, names: readonly string[]): Errand => {
  const of = { council: 'anyshire', products: [], status: 'final', day: DAY } as const;
  const tasks = names.map((name) => ({ of, products: [], area: { name, place: { kind: 'text', path: '' } } as const }));
  return { plan, tasks, inputs: '' };
};

const crewOf = (size: number, manner: Manner): { readonly crew: Crew; readonly opened: Double[] } => {
  const opened: Double[] = [];
  const crew = new Crew(size, {} as ThreadStart, () => {
    const thread = new Double(manner);
    opened.push(thread);
    return thread as unknown as Worker;
  });
  return { crew, opened };
};

/** Gives errands; what was heard of each, in its order. */
const heardOf = async (crew: Crew, errands: readonly Errand[]): Promise<string[][]> => {
  const heard = errands.map((errand) => {
    const own: string[] = [];
    const hear = (at: number, what: string): void => {
      // Nothing is heard of a task twice.
      own[at] = (own[at] ?? '') + what;
    };
    crew.give(errand, {
      ended: (at, came, said) => hear(at, said.map((each) => (each.kind === 'line' ? each.line : '')).join() || came),
      died: (at, cause) => hear(at, `died: ${cause}`),
    });
    return own;
  });
  await crew.drain();
  return heard;
};

const names = (count: number, of = 'area'): string[] => Array.from({ length: count }, (_, i) => `${of} ${i}`);

const councils = (count: number): Errand[] =>
  Array.from({ length: count }, (_, i) => errandOf(i, names(10, `council ${i}`)));

const namesOf = (errands: readonly Errand[]): string[][] => errands.map(({ tasks }) => tasks.map(nameOf));

describe('the crew', () => {
  test('makes each errand once, and all threads have some', async () => {
    const { crew, opened } = crewOf(3, makes);
    const errands = councils(20);
    expect(await heardOf(crew, errands)).toEqual(namesOf(errands));
    expect(opened.map(({ told }) => told.length > 1)).toEqual([true, true, true]);
    expect(crew.tally).toEqual({ imprinted: 20, plates: 20, fallbacks: 0 });
  });

  test('has room until each thread has one errand in hand and one that waits', () => {
    const { crew } = crewOf(2, () => {});
    const rooms = councils(6).map((errand) => {
      const room = crew.hasRoom();
      crew.give(errand, { ended: () => {}, died: () => {} });
      return room;
    });
    expect(rooms).toEqual([true, true, true, true, false, false]);
  });

  test('replaces a thread that dies, and makes what is left of its errand', async () => {
    let isFirst = true;
    const { crew, opened } = crewOf(2, (errand, thread) => {
      if (!isFirst) return makes(errand, thread);
      isFirst = false;
      diesOf('council 0 4')(errand, thread);
    });
    const errands = councils(5);
    expect(await heardOf(crew, errands)).toEqual(namesOf(errands));
    expect(opened).toHaveLength(3);
  });

  test.each([1, 2])('tries a task of which threads die once more, alone, and gives it up: %i threads', async (size) => {
    const { crew, opened } = crewOf(size, diesOf('council 1 7'));
    const errands = councils(3);
    const wanted = namesOf(errands).map((all) =>
      all.map((name) => (name === 'council 1 7' ? 'died: no memory left' : name)),
    );
    expect(await heardOf(crew, errands)).toEqual(wanted);
    const tried = opened.flatMap(({ told }) =>
      told.flatMap((each) => (each.kind === 'make' ? [namesOf([each.errand])[0]!] : [])),
    );
    expect(tried.filter((all) => all.includes('council 1 7')).map((all) => all.length)).toEqual([10, 1]);
  });

  test('ends where threads die before they have begun: of an errand, no task is blamed alone', async () => {
    const { crew, opened } = crewOf(2, (_, thread) => thread.die('no such file'));
    const heard = await heardOf(crew, [errandOf(0, names(150))]);
    expect(heard).toEqual([Array.from({ length: 150 }, () => 'died: no such file')]);
    expect(opened.length).toBeLessThan(5);
  });

  test('finishes what is in hand when it is stopped, and begins nothing more', async () => {
    let finish: (() => void) | undefined;
    const { crew, opened } = crewOf(1, (errand, thread) => {
      finish = () => thread.say(begun, ended(nameOf(errand.tasks[0]!)), stopped, done);
    });
    const heard = heardOf(crew, [errandOf(0, names(2)), errandOf(1, names(1)), errandOf(2, names(3))]);
    await new Promise((resolve) => setImmediate(resolve));
    crew.stop();
    expect(opened[0]?.told.at(-1)).toEqual({ kind: 'stop' });
    finish?.();
    opened[0]!.say(begun, stopped, done);
    expect(await heard).toEqual([['area 0', 'stopped'], ['stopped'], ['stopped', 'stopped', 'stopped']]);
  });

  test('begins nothing that it is given after it was stopped', async () => {
    const { crew, opened } = crewOf(1, makes);
    crew.stop();
    expect(await heardOf(crew, [errandOf(0, names(2))])).toEqual([['stopped', 'stopped']]);
    expect(opened[0]?.told).toEqual([{ kind: 'stop' }]);
  });

  test('starts no thread in the place of those that it ends', async () => {
    const { crew, opened } = crewOf(2, makes);
    await heardOf(crew, councils(2));
    await crew.close();
    expect(opened).toHaveLength(2);
  });
});
