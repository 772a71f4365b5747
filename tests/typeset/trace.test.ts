import * as P from '@react-pdf/primitives';
import { describe, expect, test } from 'vitest';
import { marked } from '../../src/content/marks.ts';
import { traceSafeArea } from '../../src/print/safe-area.ts';
import { reachOf } from '../../src/pdf/font.ts';
import type { Faces } from '../../src/typeset/faces.ts';
import type { LaidNode, LaidPage, NodeProps, Words } from '../../src/typeset/laid.ts';
import { setLines } from '../../src/typeset/lines.ts';
import { checkUsed } from '../../src/typeset/preflight-used.ts';
import { settable, Trace } from '../../src/typeset/trace.ts';
import { traceProps, traceRoom } from '../../src/typeset/trace-room.ts';
import { linesTaken, widthTaken } from '../../src/typeset/words.tsx';
import { mm, pt } from '../../src/units.ts';
import { example, exampleWith, partsOf } from '../sources.ts';

const traced = (): { readonly faces: Faces; readonly trace: Trace } => {
  const trace = new Trace();
  return { faces: { ...example().faces, trace }, trace };
};

const style = { size: pt(10), leading: pt(14), weight: 400 } as const;
const ABBEY = marked(0, 'Abbey ward');

const wordsOf = (text: string, measure = 100): Words => ({
  ...settable([{ text, weight: 400 }]),
  style,
  colour: '#000000',
  measure,
  align: 'left',
  rag: 'text',
});

describe('a trace', () => {
  test('knows how many lines a text takes that differs, where it is set and where it is measured', () => {
    const { faces, trace } = traced();
    expect(linesTaken(`The hall of ${ABBEY} is open`, style, 60, faces)).toBe(3);
    setLines(wordsOf(ABBEY), faces);
    setLines(wordsOf('What all say'), faces);
    expect(trace.all.map(({ measure, lines }) => [measure, lines])).toEqual([
      [60, 3],
      [100, 1],
    ]);
    expect(trace.lost).toBeUndefined();
  });

  test('knows a word that is too wide', () => {
    const { faces, trace } = traced();
    linesTaken(marked(0, 'Llanfairpwllgwyngyll'), style, 40, faces);
    expect(trace.all[0]?.lines).toBe(Number.POSITIVE_INFINITY);
  });

  test('is lost where a template asks how wide a text is that differs', () => {
    const { faces, trace } = traced();
    widthTaken('What all say', style, faces);
    expect(trace.lost).toBeUndefined();
    widthTaken(ABBEY, style, faces);
    expect(trace.lost).toBe('`Abbey ward` is measured');
  });
});

const nodeOf = (props: NodeProps, box: Partial<LaidNode['box']>, faces: Faces, type: string = P.Text): LaidNode => {
  const lines = props.words ? setLines(props.words, faces) : undefined;
  const height = (lines?.length ?? 1) * 14;
  return { type, props, style: {}, box: { left: 0, top: 0, width: 100, height, ...box }, ...(lines && { lines }) };
};

const pageOf = (...nodes: readonly LaidNode[]): readonly LaidPage[] => [{ width: 300, height: 200, foot: 200, nodes }];

describe('the room of words that differ', () => {
  const lostWith = (other: (faces: Faces) => LaidNode): string | undefined => {
    const { faces, trace } = traced();
    traceRoom(pageOf(nodeOf({ words: wordsOf(ABBEY) }, { left: 50, top: 50 }, faces), other(faces)), trace);
    return trace.lost;
  };
  const saying = (left: number, top: number) => (faces: Faces) =>
    nodeOf({ words: wordsOf('What all say', 40) }, { left, top, width: 40 }, faces);
  const logo = (left: number) => (faces: Faces) =>
    nodeOf({ room: { clear: 0.5, least: 10 } }, { left, top: 50, width: 20, height: 20 }, faces, P.Svg);

  test('is the whole of their measure, though these are shorter', () => {
    expect(lostWith(saying(120, 50))).toBe('`Abbey ward` may reach something else');
    expect(lostWith(saying(149, 50))).toBeUndefined();
    expect(lostWith(saying(120, 70))).toBeUndefined();
  });

  test('is not that of a logo, by a hair', () => {
    expect(lostWith(logo(159))).toBe('`Abbey ward` may reach something else');
    expect(lostWith(logo(160))).toBeUndefined();
  });

  test.each([
    ['a heading, which is a bookmark too', { words: wordsOf(ABBEY), role: 'H2' }],
    ['words for a picture', { role: 'Figure', alt: `The hall of ${ABBEY}` }],
    ['a bookmark', { bookmarked: ABBEY }],
    ['the end of links', { id: ABBEY }],
  ] as const)('is running words, not %s', (_, props) => {
    const { faces, trace } = traced();
    traceProps(pageOf(nodeOf(props, {}, faces)), trace);
    expect(trace.lost).toBeDefined();
  });

  test('may be a paragraph', () => {
    const { faces, trace } = traced();
    traceProps(pageOf(nodeOf({ words: wordsOf(ABBEY), role: 'P' }, {}, faces)), trace);
    expect(trace.lost).toBeUndefined();
  });
});

describe('the safe area', () => {
  const lostAt = (left: number, top: number, folds?: Parameters<typeof traceSafeArea>[1]['folds']): boolean => {
    const { faces, trace } = traced();
    const page = pageOf(nodeOf({ words: wordsOf(ABBEY) }, { left, top }, faces));
    traceSafeArea(page, { safe: mm(5), ...(folds && { folds }) }, trace, reachOf);
    return trace.lost !== undefined;
  };

  test('is kept by the longest words that a measure holds', () => {
    expect(lostAt(100, 100)).toBe(false);
    // 5 mm are 14.2 pt: the words end at 240 of 300, their measure would end at 290.
    expect(lostAt(190, 100)).toBe(true);
    expect(lostAt(14.2, 100)).toBe(true);
    expect(lostAt(20, 100)).toBe(false);
  });

  test('is kept above and below by the highest letters, with a mark on them', () => {
    expect(lostAt(100, 12)).toBe(true);
    expect(lostAt(100, 200 - 14 - 12)).toBe(true);
    expect(lostAt(100, 20)).toBe(false);
  });

  test('goes along folds too', () => {
    expect(lostAt(60, 100, [[{ axis: 'upright', at: mm(61) }], []])).toBe(true);
    expect(lostAt(60, 100, [[{ axis: 'upright', at: mm(65) }], []])).toBe(false);
  });
});

describe('a value that nothing prints', () => {
  const council = { shortName: 'Anyshire', issuedBy: { name: 'Castle Press' } };
  const edition = (() => partsOf(exampleWith({ council })).edition)();
  const checked = (...texts: readonly string[]) => {
    const trace = new Trace();
    const found: string[] = [];
    const given = texts.map((text) => wordsOf(text));
    checkUsed([edition], given, ({ message }) => found.push(message), trace);
    return { found, trace };
  };

  test('may be said by the name of another area, which must not be', () => {
    const { found, trace } = checked(`${ABBEY}: whom to ring`);
    expect(found.some((message) => message.startsWith('`issuedBy.name` is printed nowhere'))).toBe(true);
    expect(trace.allMissed).toContain('castlepress');
    expect(trace.lost).toBeUndefined();
  });

  test('but by the name of this area leaves no plate', () => {
    const { found, trace } = checked(marked(0, 'Castle Press ward'));
    expect(found.some((message) => message.startsWith('`issuedBy.name`'))).toBe(false);
    expect(trace.lost).toBe('`issuedBy.name` stands in words that differ, and nowhere else');
  });

  test('is printed where all records say it, beside the name', () => {
    const { found, trace } = checked(`Castle Press, ${ABBEY}`);
    expect(found.some((message) => message.startsWith('`issuedBy.name`'))).toBe(false);
    expect(trace.lost).toBeUndefined();
  });
});
