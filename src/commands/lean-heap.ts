import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by half of what is in use before it is collected, in all threads. Left alone, V8 lets it grow to
 * several times that on a machine with much memory; a long run would take twice the memory, and be a tenth faster.
 */
export const keepHeapLean = (): void => setFlagsFromString('--heap-growing-percent=50');
