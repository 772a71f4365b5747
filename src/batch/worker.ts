import { parentPort, workerData } from 'node:worker_threads';
import { openFaces } from '../typeset/faces.ts';
import { PlatePress } from './imprint.ts';
import type { Answer, Told, WorkerStart } from './messages.ts';

/** A thread that makes files of plates. It lays nothing out, and so does without the libraries for that. */

const faces = openFaces(workerData as WorkerStart);
const presses = new Map<number, PlatePress>();
const port = parentPort;
if (!port) throw new Error('this is a worker, and nobody has started it as one');

port.on('message', (told: Told) => {
  switch (told.kind) {
    case 'mount':
      presses.set(told.plate, new PlatePress(told.data, faces));
      return;
    case 'unmount':
      presses.delete(told.plate);
      return;
    case 'imprint': {
      const transferred: ArrayBuffer[] = [];
      const answer: Answer = told.records.map(({ record, plate, values }) => {
        const made = presses.get(plate)!.imprint(values);
        if (made.kind === 'refused') return { record, made };
        // The bytes are given away, not copied.
        const { buffer, byteLength } = made.bytes;
        const bytes = buffer.byteLength === byteLength ? made.bytes : made.bytes.slice();
        transferred.push(bytes.buffer as ArrayBuffer);
        return { record, made: { ...made, bytes } };
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      port.postMessage(answer, transferred);
    }
  }
});
