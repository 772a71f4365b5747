import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import type { Imprinted, Refused } from '../../src/batch/imprint.ts';
import type { Answer, Told, Wanted } from '../../src/batch/messages.ts';
import type { Plate } from '../../src/batch/plate.ts';
import { Pool, WorkerDied } from '../../src/batch/pool.ts';

/** What a worker does with records: answers them, or dies of one. */
type Manner = (records: readonly Wanted[], worker: Double) => void;

/** A worker that prints nothing: the file of a record is its values. */
class Double extends EventEmitter {
  readonly told: Told[] = [];
  readonly #manner: Manner;

  constructor(manner: Manner) {
    super();
    this.#manner = manner;
  }

  postMessage(told: Told): void {
    this.told.push(told);
    if (told.kind === 'imprint') setImmediate(() => this.#manner(told.records, this));
  }

  terminate(): Promise<number> {
    this.emit('exit', 1);
    return Promise.resolve(1);
  }

  die(message: string): void {
    this.emit('error', new Error(message));
    this.emit('exit', 1);
  }
}

const madeOf = ({ values }: Wanted): Imprinted => ({
  kind: 'file',
  bytes: new TextEncoder().encode(values.join()),
  sha256: '',
  pages: 1,
});

const answer: Manner = (records, worker) => {
  const answers: Answer = records.map((wanted) => ({ record: wanted.record, made: madeOf(wanted) }));
  worker.emit('message', answers);
};

const dyingOf =
  (value: string): Manner =>
  (records, worker) => {
    if (records.some(({ values }) => values.includes(value))) worker.die('no memory left');
    else answer(records, worker);
  };

const poolOf = (size: number, manner: Manner): { readonly pool: Pool; readonly opened: Double[] } => {
  const opened: Double[] = [];
  const nothing = new Uint8Array();
  const pool = new Pool(size, { regular: nothing, bold: nothing }, () => {
    const worker = new Double(manner);
    opened.push(worker);
    return worker as unknown as Worker;
  });
  return { pool, opened };
};

// A double never looks into it.
const plate = {} as Plate;

const textOf = (made: Imprinted | Refused): string =>
  made.kind === 'file' ? new TextDecoder().decode(made.bytes) : made.why;

const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => `area ${i}`);

const settled = async (pool: Pool, values: readonly string[]): Promise<string[]> => {
  const mounted = pool.mount(plate);
  const made = await Promise.allSettled(values.map((value) => mounted.imprint([value])));
  return made.map((each) =>
    each.status === 'fulfilled'
      ? textOf(each.value)
      : `${each.reason instanceof WorkerDied ? 'died' : 'failed'}: ${(each.reason as Error).message}`,
  );
};

describe('the pool', () => {
  test('gives each record its own file, whichever worker answers first', async () => {
    const late: Manner = (records, worker) => {
      const wait = records[0]!.record % 3;
      setTimeout(() => answer(records.toReversed(), worker), wait);
    };
    const { pool, opened } = poolOf(3, late);
    const values = numbers(200);
    expect(await settled(pool, values)).toEqual(values);
    expect(opened.map(({ told }) => told.some(({ kind }) => kind === 'imprint'))).toEqual([true, true, true]);
  });

  test('sends a worker each plate once, before the first record of it', async () => {
    const { pool, opened } = poolOf(2, answer);
    await settled(pool, numbers(100));
    await settled(pool, numbers(100));
    for (const { told } of opened) {
      const mounts = told.flatMap((each) => (each.kind === 'mount' ? [each.plate] : []));
      expect(mounts).toEqual([...new Set(mounts)]);
      expect(told[0]?.kind).toBe('mount');
    }
  });

  test('replaces a worker that dies, and makes what it had in hand', async () => {
    let isFirst = true;
    const { pool, opened } = poolOf(2, (records, worker) => {
      if (!isFirst) return answer(records, worker);
      isFirst = false;
      worker.die('no memory left');
    });
    const values = numbers(100);
    expect(await settled(pool, values)).toEqual(values);
    expect(opened).toHaveLength(3);
  });

  test.each([1, 2])(
    'tries a record of which workers die once more, and gives it up alone: %i workers',
    async (size) => {
      const { pool, opened } = poolOf(size, dyingOf('area 7'));
      const values = numbers(60);
      const wanted = values.map((value) =>
        value === 'area 7' ? 'died: two workers died while it was made: no memory left' : value,
      );
      expect(await settled(pool, values)).toEqual(wanted);
      const tried = opened.flatMap(({ told }) =>
        told
          .flatMap((each) => (each.kind === 'imprint' ? each.records : []))
          .filter(({ values: of }) => of[0] === 'area 7'),
      );
      expect(tried).toHaveLength(2);
    },
  );

  test('ends where every worker dies at its start', async () => {
    const { pool, opened } = poolOf(2, (_, worker) => worker.die('no such file'));
    const found = await settled(pool, numbers(3));
    expect(found).toEqual(Array.from({ length: 3 }, () => 'died: two workers died while it was made: no such file'));
    expect(opened.length).toBeLessThan(12);
  });

  test('starts no worker in the place of those that it ends', async () => {
    const { pool, opened } = poolOf(2, answer);
    await settled(pool, numbers(5));
    await pool.close();
    expect(opened).toHaveLength(2);
  });

  test('lets go of a plate everywhere', async () => {
    const { pool, opened } = poolOf(2, answer);
    const mounted = pool.mount(plate);
    await Promise.all(numbers(40).map((value) => mounted.imprint([value])));
    mounted.unmount();
    expect(opened.map(({ told }) => told.filter(({ kind }) => kind === 'unmount').length)).toEqual([1, 1]);
  });
});
