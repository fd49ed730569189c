import { FINDING_INDEX, FINDINGS, MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { mmFromBeam, type Sector } from '../geometry/sector.ts';
import { assignmentFind } from './assignment.ts';
import { type ClassLayer, layerOf } from './credit.ts';
import {
  FEEDBACK_ORDER,
  type Feedback,
  type FeedbackCode,
  type FeedbackFact,
  type FeedbackPart,
  type FeedbackPlace,
} from './feedback-fact.ts';
import { feedbackSentence } from './feedback-sentence.ts';
import type { ClassGrade, Grade, Key } from './grade.ts';
import { type Instance, instancesFind } from './instances.ts';
import { pleuralDepth } from './report.ts';
import { SIBLING, TOLERANCE_MM } from './tolerance.ts';

/** Less than this share within the tolerance is not found (or not right); more than WHOLE is wholly. */
const HARDLY = 0.25;
const WHOLE = 0.75;

/** A mark of the right class this near to a missed finding was meant for it, mm between their middles. */
const DISPLACED_MM = 15;

/** Share of a wrong mark that must lie on another class to say that it was taken for it. */
const CONFUSED_SHARE = 0.3;

/** The graded marks, on the raster of the key. */
export interface FeedbackRequest {
  readonly grade: Grade;
  readonly marks: Mask;
  readonly key: Key;
}

/** Says of a grade where marks were missed, wrong or right, and why: worst first, larger before smaller. */
export function feedbackWrite(request: FeedbackRequest): readonly Feedback[] {
  const { grade, key } = request;
  const facts = grade.classes.flatMap((item) =>
    classFacts(request, item).map((fact) => ({ finding: item.finding, fact })),
  );
  const rank = (code: FeedbackCode) => FEEDBACK_ORDER.indexOf(code);
  return facts
    .sort((a, b) => rank(a.fact.code) - rank(b.fact.code))
    .map(({ finding, fact }) => ({
      ...fact,
      finding,
      text: feedbackSentence(finding, fact, key.byClass[finding] ?? key.provenance),
    }));
}

function classFacts(request: FeedbackRequest, item: ClassGrade): readonly FeedbackFact[] {
  if (item.status !== 'scored') return [{ code: item.status }];
  const { count } = item;
  const miscounted = count !== null && count.marked !== count.expected;
  return [
    ...instanceFacts(request, item),
    ...(miscounted ? [{ code: 'count' as const, marked: count.marked, expected: count.expected }] : []),
  ];
}

function instanceFacts({ marks, key, grade }: FeedbackRequest, item: ClassGrade): readonly FeedbackFact[] {
  const { finding } = item;
  const { sector } = key.mask;
  const own = layerOf(marks, key.mask, finding, item.toleranceMm);
  const sibling = SIBLING[finding];
  const other = sibling === undefined ? null : siblingLayer(grade, marks, key, sibling);
  const pleuraMm = pleuralDepth(key.mask);
  const byArea = (a: Instance, b: Instance) => b.areaMm2 - a.areaMm2;
  const expected = [...instancesFind(key.mask, finding)].sort(byArea);
  const marked = [...instancesFind(marks, finding)]
    .sort(byArea)
    .filter(
      (mark) => shareIn(mark, own.nearKey) >= HARDLY || other === null || shareIn(mark, other.nearKey) < 0.5,
    );
  const lost = expected.filter((line) => shareIn(line, own.nearMarks) < HARDLY);
  const taken = lost.filter((line) => other !== null && shareIn(line, other.nearMarks) >= 0.5);
  const unseen = lost.filter((line) => !taken.includes(line));
  const wrong = marked.filter((mark) => shareIn(mark, own.nearKey) < HARDLY);
  const pairs = displacedPairs(unseen, wrong, sector);
  const facts: FeedbackFact[] = [];
  unseen.forEach((line, i) => {
    const pair = pairs.find(({ row }) => row === i);
    const place = placeOf(line, sector);
    if (pair === undefined) facts.push({ code: 'missed', place, pleuraMm });
    else facts.push({ code: 'displaced', place, ...offsetOf(wrong[pair.column]!, line, sector) });
  });
  for (const line of taken) {
    facts.push({ code: 'half_credit', place: placeOf(line, sector), markedAs: sibling ?? finding });
  }
  wrong.forEach((mark, i) => {
    if (pairs.some(({ column }) => column === i)) return;
    const actual = classUnder(mark, key.mask);
    const place = placeOf(mark, sector);
    facts.push(actual === null ? { code: 'extra', place, pleuraMm } : { code: 'confused', place, actual });
  });
  for (const line of expected) {
    const share = shareIn(line, own.nearMarks);
    const place = placeOf(line, sector);
    if (share >= WHOLE) facts.push({ code: 'found', place });
    else if (share >= HARDLY) {
      facts.push({ code: 'partly_missed', place, share, part: partOutside(line, own.nearMarks, key.mask) });
    }
  }
  for (const mark of marked) {
    const share = shareIn(mark, own.nearKey);
    if (share < HARDLY || share >= WHOLE) continue;
    const part = partOutside(mark, own.nearKey, key.mask);
    facts.push({ code: 'spills', place: placeOf(mark, sector), share, part });
  }
  return facts;
}

function siblingLayer(grade: Grade, marks: Mask, key: Key, sibling: MarkableFinding): ClassLayer {
  const asked = grade.classes.find((item) => item.finding === sibling);
  return layerOf(marks, key.mask, sibling, asked?.toleranceMm ?? TOLERANCE_MM[sibling]);
}

function shareIn(instance: Instance, set: Uint8Array): number {
  let within = 0;
  for (const at of instance.pixels) within += set[at]!;
  return within / instance.pixels.length;
}

/** Missed findings (rows) and wrong marks (columns) that were meant for them. */
function displacedPairs(unseen: readonly Instance[], wrong: readonly Instance[], sector: Sector) {
  return assignmentFind(
    unseen.map((line) =>
      wrong.map((mark) => {
        const { deeperMm, rightMm } = offsetOf(mark, line, sector);
        const distance = Math.hypot(deeperMm, rightMm);
        return distance <= DISPLACED_MM ? distance : Number.POSITIVE_INFINITY;
      }),
    ),
  );
}

/** How a mark must move to lie on a line, between their middles: deeper along, and right across, the scan lines. */
function offsetOf(mark: Instance, line: Instance, sector: Sector) {
  const depthMm = (mark.mean.depthMm + line.mean.depthMm) / 2;
  return {
    deeperMm: line.mean.depthMm - mark.mean.depthMm,
    rightMm: arcMm(sector, line.mean.lateral - mark.mean.lateral, depthMm),
  };
}

/** B-lines and confluences are where they start; everything else is where its middle is. */
function placeOf(instance: Instance, sector: Sector): FeedbackPlace {
  const starts = SIBLING[instance.finding] !== undefined;
  const beam = starts ? instance.origin : instance.mean;
  return { ...beam, point: starts ? mmFromBeam(sector, beam) : instance.centre };
}

/** The class that most of an instance lies on in the key, other than its own; null when that is background. */
function classUnder(instance: Instance, key: Mask): MarkableFinding | null {
  const counts = FINDINGS.map(() => 0);
  for (const at of instance.pixels) {
    const value = key.classes[at]!;
    counts[value] = counts[value]! + 1;
  }
  const others = MARKABLE_FINDINGS.filter((finding) => finding !== instance.finding);
  const count = (finding: MarkableFinding) => counts[FINDING_INDEX[finding]]!;
  const most = others.reduce((best, finding) => (count(finding) > count(best) ? finding : best));
  return count(most) >= CONFUSED_SHARE * instance.pixels.length ? most : null;
}

/** On which side of an instance its pixels outside the set lie. */
function partOutside(instance: Instance, set: Uint8Array, mask: Mask): FeedbackPart {
  let columns = 0;
  let rows = 0;
  let outside = 0;
  let meanColumn = 0;
  let meanRow = 0;
  for (const at of instance.pixels) {
    const column = at % mask.width;
    const row = (at - column) / mask.width;
    meanColumn += column / instance.pixels.length;
    meanRow += row / instance.pixels.length;
    if (set[at] === 1) continue;
    columns += column;
    rows += row;
    outside += 1;
  }
  const right = columns / outside - meanColumn;
  const lower = rows / outside - meanRow;
  if (Math.abs(right) >= Math.abs(lower)) return right < 0 ? 'left' : 'right';
  return lower < 0 ? 'upper' : 'lower';
}
