import { describe, expect, it } from 'vitest';
import {
  FINDING_INDEX,
  MARKABLE_FINDINGS,
  type MarkableFinding,
} from '../../../../src/domain/findings/finding.ts';
import { setGrow } from '../../../../src/domain/frame/distance.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { maskResample, maskShift, pixelMm } from '../../../../src/domain/frame/mask.ts';
import { arcMm } from '../../../../src/domain/geometry/arc.ts';
import { beamFromMm, mmFromBeam, pxFromMm, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import { feedbackWrite } from '../../../../src/domain/grading/feedback.ts';
import type { Feedback } from '../../../../src/domain/grading/feedback-fact.ts';
import type { Key, KeyFinding } from '../../../../src/domain/grading/grade.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { aLinesCount, bLinesCount } from '../../../../src/domain/grading/key/key-count.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import { TOLERANCE_MM } from '../../../../src/domain/grading/tolerance.ts';
import { marksFromTruth } from '../../../../src/domain/marks/from-truth.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import { TRAINEE_LEVELS, traineeMarks } from '../../../../src/lab/evaluate/trainee.ts';
import { phantomBands, phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { feedbackSentence } from '../../../../src/ui/sentences/feedback-sentence.ts';
import { repetitions } from '../../../support/repetitions.ts';

/**
 * Every sentence is held against the masks by a second reading that shares nothing with the first: distances by brute
 * force from pixel to pixel, places by millimetres. 3,000 pairs were tried; a share of them is kept here.
 */
const EXAMS = repetitions(8, 60);
const SIZE = 128;
const CLASSES = MARKABLE_FINDINGS.map((finding) => ({ finding }));
const ALSO = { b_line: 'b_line_confluence', b_line_confluence: 'b_line' } as Partial<
  Record<MarkableFinding, MarkableFinding>
>;

interface Pair {
  readonly name: string;
  readonly marks: Mask;
  readonly key: Key;
}

function pixelsOf(mask: Mask, finding: MarkableFinding): readonly number[] {
  const value = FINDING_INDEX[finding];
  return [...mask.classes.entries()].flatMap(([at, own]) => (own === value ? [at] : []));
}

/** Share of some pixels that have one of the others within the tolerance of the class. */
function shareNear(
  some: Iterable<number>,
  others: readonly number[],
  mask: Mask,
  finding: MarkableFinding,
): number {
  const reach = (TOLERANCE_MM[finding] / mask.sector.mmPerPx + 1e-6) ** 2;
  let all = 0;
  let near = 0;
  for (const at of some) {
    all += 1;
    const [x, y] = [at % mask.width, Math.floor(at / mask.width)];
    const isNear = others.some((other) => {
      const dx = (other % mask.width) - x;
      const dy = Math.floor(other / mask.width) - y;
      return dx * dx + dy * dy <= reach;
    });
    if (isNear) near += 1;
  }
  return all === 0 ? 0 : near / all;
}

/** The key's finding of a class that a sentence points at. */
function pointedAt(key: Key, item: Feedback): KeyFinding | undefined {
  if (!('place' in item)) return undefined;
  const { point } = item.place;
  return (
    key.findings
      // What may be marked and need not be is pointed at only where a mark lies beside it.
      .filter(
        ({ finding, standing }) =>
          finding === item.finding &&
          (standing === 'asked' ||
            (standing === 'welcome' && (item.code === 'displaced' || item.code === 'shifted'))),
      )
      .map((finding) => {
        const starts = ALSO[finding.finding] !== undefined;
        const at = starts ? beamFromMm(key.mask.sector, point) : null;
        const off = at
          ? Math.hypot((at.lateral - finding.origin.lateral) * 100, at.depthMm - finding.origin.depthMm)
          : Math.hypot(point.x - finding.centre.x, point.y - finding.centre.y);
        return { finding, off };
      })
      .sort((a, b) => a.off - b.off)[0]?.finding
  );
}

/** What is false about a sentence; null where it is true. */
function falsehood({ marks, key }: Pair, item: Feedback): string | null {
  const { finding } = item;
  const own = pixelsOf(marks, finding);
  const sibling = ALSO[finding];
  const either = (one: KeyFinding | undefined): readonly number[] =>
    one?.alsoAs != null ? [...own, ...pixelsOf(marks, one.alsoAs)] : own;
  const right = key.findings.filter((one) => one.finding === finding && one.standing !== 'neutral');
  const known = right.flatMap(({ pixels }) => [...pixels]);
  if ('place' in item) {
    const told = /(\d+) mm deep/.exec(feedbackSentence(item))?.[1];
    if (told !== undefined && Math.abs(Number(told) - Math.max(0, item.place.point.y)) > 0.51) {
      return 'its depth is not that of the ruler';
    }
  }
  switch (item.code) {
    case 'missed':
    case 'displaced':
    case 'half_credit': {
      const one = pointedAt(key, item);
      if (one === undefined) return 'nothing is asked for there';
      const share = shareNear(one.core, own, marks, finding);
      if (share >= 0.3) return `${Math.round(share * 100)} % of it is marked`;
      if (
        item.code === 'half_credit' &&
        shareNear(one.core, pixelsOf(marks, sibling!), marks, sibling!) < 0.4
      ) {
        return 'no mark of the other class lies there';
      }
      if (item.code === 'displaced' && own.length === 0) return 'nothing of the class is marked';
      return null;
    }
    case 'partly_missed':
    case 'too_narrow':
    case 'shifted':
    case 'covered':
    case 'found': {
      const one = pointedAt(key, item);
      if (one === undefined) return 'nothing is asked for there';
      const share = shareNear(one.core, either(one), marks, finding);
      if (item.code === 'found' || item.code === 'covered')
        return share >= 0.7 ? null : `only ${Math.round(share * 100)} % of it is marked`;
      if (share < 0.04 || (share > 0.8 && item.code !== 'shifted'))
        return `${Math.round(share * 100)} % of it is marked`;
      if (item.code === 'shifted') return offFalse(one, own, key.mask, item);
      if (item.code === 'partly_missed' && item.part !== null) {
        const half = halfOf(one.core, key.mask, item.part);
        if (shareNear(half, either(one), marks, finding) > 0.6) return `its ${item.part} half is marked`;
      }
      return null;
    }
    case 'extra':
    case 'confused':
      if (own.length === 0 && pixelsOf(marks, sibling ?? finding).length === 0) return 'nothing is marked';
      if (shareNear(around(own, marks, item), known, marks, finding) > 0.6) return 'the mark is right';
      if (item.code === 'extra' && coversOne(around(own, marks, item), key, finding))
        return 'there is one under it';
      return null;
    case 'count': {
      const asked = key.findings.filter((one) => one.finding === finding && one.standing === 'asked');
      return item.found > asked.length || item.found > item.expected ? 'more are found than there are' : null;
    }
    case 'correct_absence':
      return own.length === 0 && right.length === 0 ? null : 'there is one, or one is marked';
    case 'not_asked':
      return grown(key, finding) ? 'one is asked for' : null;
    case 'faint':
    case 'welcome':
    case 'spills':
    case 'too_broad':
      return own.length > 0 || (sibling !== undefined && pixelsOf(marks, sibling).length > 0)
        ? null
        : 'nothing is marked';
    default:
      return null;
  }
}

/** Whether most of a finding that has to be marked, where it is asked for, lies under these pixels. */
function coversOne(pixels: readonly number[], key: Key, finding: MarkableFinding): boolean {
  const under = new Set(pixels);
  return key.findings.some(
    ({ standing, core, window, ...one }) =>
      one.finding === finding &&
      standing === 'asked' &&
      window === key.main &&
      [...core].filter((at) => under.has(at)).length > 0.6 * core.length,
  );
}

function grown(key: Key, finding: MarkableFinding): boolean {
  return key.findings.some(
    (one) => one.finding === finding && one.standing === 'asked' && one.window === key.main,
  );
}

/** The marked pixels that hang together with the one nearest to where a sentence points. */
function around(pixels: readonly number[], mask: Mask, item: Feedback): readonly number[] {
  if (!('place' in item) || pixels.length === 0) return pixels;
  const { point } = item.place;
  const offOf = (at: number): number => {
    const { x, y } = pixelMm(mask, at);
    return Math.hypot(x - point.x, y - point.y);
  };
  const left = new Set(pixels);
  const found = [pixels.reduce((best, at) => (offOf(at) < offOf(best) ? at : best))];
  left.delete(found[0]!);
  for (const at of found) {
    for (const step of [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => dy * mask.width + dx))) {
      if (left.delete(at + step)) found.push(at + step);
    }
  }
  return found;
}

/** Marked pixels in pieces that hang together. */
function piecesOf(pixels: readonly number[], width: number): readonly (readonly number[])[] {
  const left = new Set(pixels);
  const pieces: number[][] = [];
  for (const first of pixels) {
    if (!left.delete(first)) continue;
    const piece = [first];
    for (const at of piece) {
      for (const step of [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => dy * width + dx))) {
        if (left.delete(at + step)) piece.push(at + step);
      }
    }
    pieces.push(piece);
  }
  return pieces;
}

/** Whether a mark that is moved as the sentence says, or all of them, covers more of the line. */
function offFalse(
  line: KeyFinding,
  own: readonly number[],
  mask: Mask,
  { deeperMm, rightMm }: { readonly deeperMm: number; readonly rightMm: number },
): string | null {
  const { sector, width } = mask;
  const movedOf = (pixels: readonly number[]) =>
    pixels.map((at) => {
      const { lateral, depthMm } = beamFromMm(sector, pixelMm(mask, at));
      // Of what runs down the scan lines it is told how far it is where the line starts.
      const atMm = ALSO[line.finding] === undefined ? depthMm : line.origin.depthMm;
      const to = { lateral: lateral + rightMm / arcMm(sector, 1, atMm), depthMm: depthMm + deeperMm };
      const { x, y } = pxFromMm(sector, mmFromBeam(sector, to));
      return Math.floor(y) * width + Math.floor(x);
    });
  // Another mark of the class may cover what this one does not: moved with it, it would leave that.
  const pieces = piecesOf(own, width);
  const ways = [own, ...pieces].map((piece) => {
    const rest = own.filter((at) => !piece.includes(at));
    return shareNear(line.core, [...rest, ...movedOf(piece)], mask, line.finding);
  });
  const before = shareNear(line.core, own, mask, line.finding);
  const after = Math.max(...ways);
  return after > before || (after >= 0.9 && before >= 0.75)
    ? null
    : `moved so, ${after.toFixed(2)} is marked, not ${before.toFixed(2)}`;
}

/**
 * Sentences that cannot both be true: on one place a mark that is too narrow and too broad, or so for its place; lines that
 * are found though none is counted.
 */
function contradictionOf(items: readonly Feedback[]): string | null {
  const uncounted = items.filter((item) => item.code === 'count' && item.found === 0 && item.expected > 0);
  const foundToo = uncounted.find((none) =>
    items.some(({ code, finding }) => code === 'found' && finding === none.finding),
  );
  if (foundToo !== undefined) return `a ${foundToo.finding} is found, and none is`;
  const sizes = ['too_narrow', 'too_broad', 'shifted'];
  const told = items.flatMap((item) => ('place' in item && sizes.includes(item.code) ? [item] : []));
  for (const a of told) {
    for (const b of told) {
      const offMm = Math.hypot(a.place.point.x - b.place.point.x, a.place.point.y - b.place.point.y);
      if (a.finding === b.finding && a.code !== b.code && offMm < 4) return `${a.code} and ${b.code}`;
    }
  }
  return null;
}

function halfOf(
  pixels: Int32Array,
  mask: Mask,
  part: 'left' | 'right' | 'upper' | 'lower',
): readonly number[] {
  const placed = [...pixels].map((at) => {
    const { lateral, depthMm } = beamFromMm(mask.sector, pixelMm(mask, at));
    return { at, place: part === 'left' || part === 'right' ? lateral : depthMm };
  });
  const places = placed.map(({ place }) => place);
  const middle = (Math.min(...places) + Math.max(...places)) / 2;
  const isBefore = part === 'left' || part === 'upper';
  return placed.filter(({ place }) => place < middle === isBefore).map(({ at }) => at);
}

/** The marks of a class six times as broad as they may be, over all others. */
function smeared(mask: Mask, finding: MarkableFinding): Mask {
  const own = Uint8Array.from(mask.classes, (value) => (value === FINDING_INDEX[finding] ? 1 : 0));
  const near = setGrow(own, mask.width, mask.height, 12 / mask.sector.mmPerPx);
  return {
    ...mask,
    classes: mask.classes.map((value, at) => (near[at] === 1 ? FINDING_INDEX[finding] : value)),
  };
}

/** All levels of trainees, and marks shifted, swapped, doubled or none, on frames of all patterns. */
function pairsOf(seed: number): readonly Pair[] {
  const phantom = phantomOpen({ seed: 500 + seed, edition: 'varied', split: 'game' });
  const { truth, frame } = phantomFrame(phantom, 11, SIZE);
  const { clear, faint } = phantomBands(phantom, 11, SIZE);
  const sector = sectorFit(frame.sector, SIZE);
  const resampled = (mask: Mask): Mask => maskResample(mask, sector, SIZE);
  const mask = resampled(truth.mask);
  const { key } = keyChoose({
    truth: mask,
    clear: resampled(clear),
    faint: resampled(faint),
    network: null,
  });
  const perfect = marksFromTruth(truth, mask);
  const drawn = TRAINEE_LEVELS.map((level, place) => ({
    name: level.name,
    marks: marksRasterise(traineeMarks(randomCreate(seed, place), level, perfect, sector), sector, SIZE),
  }));
  const whole = marksRasterise(perfect, sector, SIZE);
  const swapped = { ...whole, classes: whole.classes.map((value) => [0, 2, 3, 2, 5, 4, 7, 6][value]!) };
  const other = [
    { name: 'perfect', marks: whole },
    { name: 'none', marks: maskShift(whole, 1000, 0) },
    { name: 'shifted', marks: maskShift(whole, 5, 0) },
    { name: 'deeper', marks: maskShift(whole, 0, 5) },
    { name: 'swapped', marks: swapped },
    ...MARKABLE_FINDINGS.map((finding) => ({ name: `smeared ${finding}`, marks: smeared(whole, finding) })),
  ];
  return [...drawn, ...other].map((one) => ({ ...one, name: `seed ${seed}, ${one.name}`, key }));
}

describe('no sentence of feedback is false', () => {
  it.each(Array.from({ length: EXAMS }, (_, seed) => [seed]))('of exam %i', (seed) => {
    for (const pair of pairsOf(seed)) {
      const grade = gradeMarks({ ...pair, classes: CLASSES });
      const items = feedbackWrite({ ...pair, grade, classes: CLASSES });
      expect(contradictionOf(items), pair.name).toBeNull();
      for (const item of items) {
        expect(falsehood(pair, item), `${pair.name}: ${item.code}: ${feedbackSentence(item)}`).toBeNull();
      }
    }
  });
});

describe('who is told how many were to be found', () => {
  const COUNTS = { a_line: aLinesCount, b_line: bLinesCount };

  it.each(Array.from({ length: EXAMS }, (_, seed) => [seed]))(
    'is told as many as whoever is asked for their number, of exam %i',
    (seed) => {
      const { key, marks } = pairsOf(seed).find(({ name }) => name.endsWith('none'))!;
      const nothing = { ...marks, classes: new Uint8Array(marks.classes.length) };
      const grade = gradeMarks({ marks: nothing, key, classes: CLASSES });
      const items = feedbackWrite({ marks: nothing, key, grade, classes: CLASSES });
      for (const item of items) {
        if (item.code !== 'count') continue;
        const { count } = COUNTS[item.finding as keyof typeof COUNTS](key);
        expect(item.expected + item.spare, item.finding).toBe(count);
      }
    },
  );
});
