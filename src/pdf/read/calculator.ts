import { Unreadable } from './faults.ts';
import { END, Parser } from './parser.ts';
import { isA } from './objects.ts';

type Step = number | boolean | string | Program;
type Program = readonly Step[];
type Value = number | boolean;

const mostSteps = 4096;
const deepest = 16;
const mostValues = 100;

/**
 * A PostScript calculator (ISO 32000-2, 7.10.5): arithmetic on a stack, and two kinds of conditions; nothing repeats.
 *
 * @throws {Unreadable} where the program is none
 */
export function calculator(bytes: Uint8Array): (inputs: readonly number[]) => readonly number[] {
  const parser = new Parser(bytes, 'none');
  let steps = 0;
  const body = (depth: number): Program => {
    if (depth > deepest) throw new Unreadable('a function is nested too deep');
    const program: Step[] = [];
    for (let item = parser.next(); item !== END; item = parser.next()) {
      if ((steps += 1) > mostSteps) throw new Unreadable('a function is too long');
      if (typeof item === 'number' || typeof item === 'boolean') program.push(item);
      else if (!isA(item, 'keyword')) throw new Unreadable('a function holds what is no number');
      else if (item.word === '{') program.push(body(depth + 1));
      else if (item.word === '}') return program;
      else if (isKnown(item.word)) program.push(item.word);
      else throw new Unreadable(`a function does not know ${item.word}`);
    }
    throw new Unreadable('a function does not end');
  };
  const first = parser.next();
  if (first === END || !isA(first, 'keyword') || first.word !== '{') throw new Unreadable('a function does not begin');
  const program = body(0);
  return (inputs) => {
    const stack: Value[] = [...inputs];
    run(program, stack);
    return stack.map(Number);
  };
}

function run(program: Program, stack: Value[]): void {
  for (const [i, step] of program.entries()) {
    if (typeof step === 'number' || typeof step === 'boolean') stack.push(step);
    else if (step === 'if' || step === 'ifelse') {
      const [one, two] = [program[i - 2], program[i - 1]];
      const isTrue = stack.pop() === true;
      const chosen = step === 'if' ? (isTrue ? two : undefined) : isTrue ? one : two;
      if (Array.isArray(chosen)) run(chosen as Program, stack);
    } else if (typeof step === 'string') operate(step, stack);
    if (stack.length > mostValues) stack.length = mostValues;
  }
}

const degrees = 180 / Math.PI;

const ofOne: Readonly<Record<string, (a: number) => Value>> = {
  abs: Math.abs,
  neg: (a) => -a,
  ceiling: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  truncate: Math.trunc,
  sqrt: (a) => Math.sqrt(Math.max(a, 0)),
  sin: (a) => Math.sin(a / degrees),
  cos: (a) => Math.cos(a / degrees),
  ln: Math.log,
  log: Math.log10,
  cvi: Math.trunc,
  cvr: (a) => a,
};

const ofTwo: Readonly<Record<string, (a: number, b: number) => Value>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? 0 : a / b),
  idiv: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  exp: (a, b) => a ** b,
  atan: (a, b) => (Math.atan2(a, b) * degrees + 360) % 360,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  bitshift: (a, b) => (b > 0 ? a << b : a >> -b),
};

/** Of truths and of bits alike. */
const logical: Readonly<Record<string, (a: number, b: number) => number>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

function operate(word: string, stack: Value[]): void {
  const number = (): number => Number(stack.pop() ?? 0);
  const [one, two, bits] = [ofOne[word], ofTwo[word], logical[word]];
  if (one) stack.push(one(number()));
  else if (two) {
    const b = number();
    stack.push(two(number(), b));
  } else if (bits) {
    const areTruths = typeof stack.at(-1) === 'boolean';
    const both = bits(number(), number());
    stack.push(areTruths ? both !== 0 : both);
  } else arrange(word, stack, number);
}

/** Operators that move values about. */
function arrange(word: string, stack: Value[], number: () => number): void {
  switch (word) {
    case 'not': {
      const value = stack.pop() ?? 0;
      stack.push(typeof value === 'boolean' ? !value : ~value);
      break;
    }
    case 'pop':
      stack.pop();
      break;
    case 'dup':
      stack.push(stack.at(-1) ?? 0);
      break;
    case 'exch':
      stack.push(...stack.splice(-2).toReversed());
      break;
    case 'copy': {
      const count = number();
      if (count > 0) stack.push(...stack.slice(-count));
      break;
    }
    case 'index':
      stack.push(stack.at(-1 - number()) ?? 0);
      break;
    case 'roll': {
      const by = number();
      const count = number();
      if (count < 1 || count > stack.length) break;
      const rolled = stack.splice(-count);
      const turn = ((by % count) + count) % count;
      stack.push(...rolled.slice(count - turn), ...rolled.slice(0, count - turn));
      break;
    }
  }
}

const arranging = new Set(['not', 'pop', 'dup', 'exch', 'copy', 'index', 'roll', 'if', 'ifelse']);

const isKnown = (word: string): boolean =>
  arranging.has(word) || [ofOne, ofTwo, logical].some((table) => Object.hasOwn(table, word));
