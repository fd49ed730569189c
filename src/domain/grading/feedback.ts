import { FINDING_INDEX, type MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { assignmentFind } from './assignment.ts';
import { classUnder } from './class-under.ts';
import { findingsUnmatched, linesSpare } from './count-lines.ts';
import type { ClassLayer } from './credit.ts';
import {
  FEEDBACK_ORDER,
  type Feedback,
  type FeedbackCode,
  type FeedbackFact,
  type FeedbackPlace,
} from './feedback-fact.ts';
import { placeOf } from './feedback-place.ts';
import { broadHold, instanceIsNear, narrowHold, shiftsFind } from './feedback-shift.ts';
import type { ClassGrade, Grade, Key, KeyFinding } from './grade.ts';
import type { GradedClass } from './graded-class.ts';
import { type Instance, instancesFind } from './instances.ts';
import { A_LINE_OFF_MM, multipleAt } from './key/a-lines.ts';
import { pleuraOfKey } from './key/multiples.ts';
import { pixelsSet, pixelsShare } from './key/pixels.ts';
import { classUnasked, findingsAsked, layerOf } from './layers.ts';
import { marksReadAs } from './marks-read-as.ts';
import { offsetOf } from './offset.ts';
import { isAlongWhole, partOutside } from './part-outside.ts';
import { COUNT_TOLERANCE_MM, findingIsCounted, SIBLING, TOLERANCE_MM } from './tolerance.ts';

/** Less than this share within the tolerance is not found (or not right); more than WHOLE is wholly. */
const HARDLY = 0.25;
const WHOLE = 0.75;

/** Where a mark lies in a finding, so much of it is a part that was found. */
const LITTLE = 0.05;

/** A mark answers something else (the sibling, what is neutral) where this share of it lies there. */
const MOSTLY = 0.5;

/** A mark of the right class this near to an unmarked finding was meant for it, mm. */
const DISPLACED_MM = 15;

/** The same of a mark of which a part is on what is neutral, in tolerances. */
const BESIDE_NEUTRAL = 2;

/** The graded marks, on the raster of the key. */
export interface FeedbackRequest {
  readonly grade: Pick<Grade, 'classes'>;
  readonly marks: Mask;
  readonly key: Key;
  /** As they were graded. */
  readonly classes: readonly GradedClass[];
}

/**
 * Says of a grade where marks were missed, wrong or right, and why: worst first, larger before smaller; A-lines as they
 * are counted, from the pleural line down.
 */
export function feedbackWrite(request: FeedbackRequest): readonly Feedback[] {
  const { grade, key, classes } = request;
  const marks = marksReadAs(request.marks, key, classes);
  const facts = grade.classes.flatMap((item, place) =>
    classFacts({ ...request, marks }, item, classes[place]!, request.marks).map((fact) => ({
      finding: item.finding,
      fact,
    })),
  );
  const rank = (code: FeedbackCode) => FEEDBACK_ORDER.indexOf(code);
  return facts
    .sort((a, b) => rank(a.fact.code) - rank(b.fact.code) || aLineDepth(a) - aLineDepth(b))
    .map(({ finding, fact }) => ({
      ...fact,
      finding,
      saidBy: { provenance: key.byClass[finding] ?? key.provenance, isChecked: key.isChecked },
    }));
}

/** In mm, of A-lines that are told of with their place; 0 of all else, which stays in its order. */
function aLineDepth({
  finding,
  fact,
}: {
  readonly finding: MarkableFinding;
  readonly fact: FeedbackFact;
}): number {
  return finding === 'a_line' && 'place' in fact ? fact.place.point.y : 0;
}

/** The marks of all graded classes that are wrong: none of what the key has of them, nor of what is as good. */
export function marksWrong(request: FeedbackRequest): readonly Instance[] {
  const { key, classes } = request;
  const marks = marksReadAs(request.marks, key, classes);
  return classes.flatMap((asked) => {
    const sides = sidesOf({ ...request, marks }, asked);
    return instancesFind(marks, asked.finding).filter((mark) => markAnswer(mark, sides) === 'wrong');
  });
}

function classFacts(
  request: FeedbackRequest,
  item: ClassGrade,
  asked: GradedClass,
  drawn: Mask,
): readonly FeedbackFact[] {
  const sides = sidesOf(request, asked);
  if (item.status === 'correct_absence') {
    const told = siblingFacts(request, asked, sides);
    if (told.length > 0) return told;
    const isThere = request.key.findings.some(({ finding }) => finding === item.finding);
    const isMarked = drawn.classes.includes(FINDING_INDEX[item.finding]);
    return [{ code: isThere || isMarked ? 'not_asked' : 'correct_absence' }];
  }
  const { count } = item;
  const extra = count === null ? 0 : count.marked - count.matched;
  const isMiscounted = count !== null && (count.matched < count.expected || extra > 0);
  return [
    ...placeFacts(request, item, asked, sides, drawn),
    ...unsureFacts(request.key, asked),
    ...(item.status === 'not_scored' ? [{ code: 'not_scored' as const }] : []),
    ...(item.status === 'scored' && isMiscounted && findingIsCounted(asked.finding)
      ? [
          {
            code: 'count' as const,
            expected: count.expected,
            found: count.matched,
            extra,
            spare: linesSpare(
              request.key,
              asked,
              ({ core }) => pixelsShare(core, sides.own.nearMarks) >= HARDLY,
            ),
            withinMm: COUNT_TOLERANCE_MM[asked.finding],
          },
        ]
      : []),
  ];
}

function unsureFacts(key: Key, { finding }: GradedClass): readonly FeedbackFact[] {
  return key.findings
    .filter((one) => one.finding === finding && one.reason === 'unsure')
    .map((one) => ({
      code: 'unsure',
      place: placeOf(one, key.mask.sector),
      confidence: one.confidence,
    }));
}

const byArea = (a: Instance, b: Instance): number => b.areaMm2 - a.areaMm2;

/** A class's layer and its sibling's; what a mark of it may have been meant for. */
interface Sides {
  readonly own: ClassLayer;
  readonly other: ClassLayer | null;
}

function placeFacts(
  request: FeedbackRequest,
  { count }: ClassGrade,
  asked: GradedClass,
  sides: Sides,
  drawn: Mask,
): readonly FeedbackFact[] {
  const { key, marks } = request;
  const { finding } = asked;
  const { sector } = key.mask;
  const toleranceMm = asked.toleranceMm ?? TOLERANCE_MM[finding];
  const expected = [...findingsAsked(key, asked)].sort(byArea);
  const marked = [...instancesFind(marks, finding)].sort(byArea);
  const answers = marked.map((mark) => markAnswer(mark, sides));
  const wrong = marked.filter((_, i) => answers[i] === 'wrong');
  const lost = expected.filter((line) => {
    const share = pixelsShare(line.core, sides.own.nearMarks);
    const isHit = () =>
      marked.some(
        (mark, i) => answers[i] === 'right' && pixelsShare(mark.pixels, setOf(line, key.mask)) >= MOSTLY,
      );
    return share < HARDLY && (share < LITTLE || !isHit());
  });
  const taken = lost.filter(
    ({ core }) => sides.other !== null && pixelsShare(core, sides.other.nearMarks) >= MOSTLY,
  );
  const unseen = lost.filter((line) => !taken.includes(line));
  const found = expected.filter((line) => !lost.includes(line));
  // A mark may lie beside a line that need not be marked, too: its place is wrong then, and not its breadth.
  const met = [...found, ...spareMet(finding, expected, sides.own, key)];
  const isOnMet = (mark: Instance): boolean =>
    met.some((line) => instanceIsNear(mark, line, key.mask, toleranceMm));
  const meant = marked.filter(
    (mark, i) => answers[i] === 'wrong' || (isPartly(mark, answers[i]!, sides.own) && !isOnMet(mark)),
  );
  const pairs = displacedPairs(unseen, meant, key.mask, (mark) =>
    answers[marked.indexOf(mark)] === 'neutral' ? BESIDE_NEUTRAL * toleranceMm : DISPLACED_MM,
  );
  const paired = pairs.map(({ column }) => meant[column]!);
  const facts: FeedbackFact[] = [];
  unseen.forEach((line, i) => {
    const pair = pairs.find(({ row }) => row === i);
    const place = placeOf(line, sector);
    if (pair === undefined) facts.push({ code: 'missed', place, multiple: line.multiple });
    else facts.push({ code: 'displaced', place, ...offsetOf(meant[pair.column]!, line, key.mask) });
  });
  for (const line of taken) {
    const markedAs = SIBLING[finding] ?? finding;
    facts.push({ code: 'half_credit', place: placeOf(line, sector), markedAs });
  }
  const lone = wrong.filter((mark) => !paired.includes(mark));
  const asides = asidePairs(lone, expected, sides.own, key);
  for (const mark of lone) {
    const line = asides.get(mark);
    if (line !== undefined) {
      facts.push({ code: 'displaced', place: placeOf(line, sector), ...offsetOf(mark, line, key.mask) });
      continue;
    }
    const isAround = found.some(({ core }) => pixelsShare(core, setOf(mark, key.mask)) >= MOSTLY);
    if (isAround) {
      facts.push({
        code: 'too_broad',
        place: placeOf(mark, sector),
        share: pixelsShare(mark.pixels, sides.own.nearKey),
      });
    } else facts.push(wrongFact(mark, key));
  }
  facts.push(...siblingFacts(request, asked, sides));
  const onLine = met.map((line) => foundFact(line, sides.own.nearMarks, key, drawn));
  const spills = marked.map((mark, i) =>
    answers[i] === 'right' ? spillFact(mark, sides, key, placeOf(mark, sector)) : null,
  );
  const shifts = shiftsFind(met, onLine, marked, spills, key.mask, toleranceMm);
  const uncounted =
    findingIsCounted(finding) && count !== null && count.matched < count.expected
      ? findingsUnmatched(marked, key, { ...asked, finding })
      : [];
  const isShown = (line: KeyFinding): boolean =>
    !uncounted.includes(line) &&
    marked.some((mark, i) => answers[i] !== 'wrong' && instanceIsNear(mark, line, key.mask, toleranceMm));
  met.forEach((line, i) => {
    const shift = shifts.find((one) => one.line === line);
    if (shift !== undefined) facts.push({ code: 'shifted', place: placeOf(line, sector), ...shift.offset });
    else if (i < found.length) {
      const fact = narrowHold(onLine[i]!, line, marked, key.mask, toleranceMm);
      const isCovered = fact.code === 'found' && !isShown(line);
      facts.push(isCovered ? { code: 'covered', place: placeOf(line, sector) } : fact);
    }
  });
  marked.forEach((mark, i) => {
    if (paired.includes(mark)) return;
    const answer = answers[i]!;
    const place = placeOf(mark, sector);
    if (answer === 'neutral') {
      facts.push({ code: key.isChecked ? 'faint' : 'unjudged', place });
    } else if (answer === 'right') {
      const share = pixelsShare(mark.pixels, sides.own.nearKey);
      const spill = spills[i] ?? null;
      if (shifts.some((one) => one.mark === mark)) return;
      if (spill !== null) facts.push(broadHold(spill, mark, met, key.mask, toleranceMm));
      // A right mark that reaches nothing that is asked for is on something that need not be marked.
      else if (
        share >= WHOLE &&
        pixelsShare(mark.pixels, sides.own.key) === 0 &&
        !expected.some((line) => instanceIsNear(mark, line, key.mask, toleranceMm))
      ) {
        facts.push({ code: 'welcome', place });
      }
    }
  });
  return facts;
}

/**
 * Wrong marks that lie beside a finding of their class which need not be marked and is not, such as a pleural line in another
 * window: it is not true of them that there is none.
 */
function asidePairs(
  lone: readonly Instance[],
  expected: readonly KeyFinding[],
  { nearMarks }: ClassLayer,
  key: Key,
): ReadonlyMap<Instance, KeyFinding> {
  const marks = lone.filter((mark) => classUnder(mark, key.mask) === null);
  const lines = spareFindings(marks[0]?.finding, expected, key).filter(
    ({ core }) => pixelsShare(core, nearMarks) < HARDLY,
  );
  return new Map(
    displacedPairs(lines, marks, key.mask).map(({ row, column }) => [marks[column]!, lines[row]!]),
  );
}

/** Findings of a class which need not be marked, and are. */
function spareMet(
  finding: MarkableFinding,
  expected: readonly KeyFinding[],
  { nearMarks }: ClassLayer,
  key: Key,
): readonly KeyFinding[] {
  return spareFindings(finding, expected, key).filter(({ core }) => pixelsShare(core, nearMarks) >= HARDLY);
}

function spareFindings(
  finding: MarkableFinding | undefined,
  expected: readonly KeyFinding[],
  { findings }: Key,
): readonly KeyFinding[] {
  return findings.filter(
    (line) => line.finding === finding && line.standing !== 'neutral' && !expected.includes(line),
  );
}

function sidesOf({ marks, key, classes }: FeedbackRequest, asked: GradedClass): Sides {
  const sibling = SIBLING[asked.finding];
  if (sibling === undefined) return { own: layerOf(marks, key, asked), other: null };
  const other = classes.find(({ finding }) => finding === sibling) ?? classUnasked(sibling);
  return { own: layerOf(marks, key, asked), other: layerOf(marks, key, other) };
}

/** Marks that lie on a finding of the sibling, of which its own facts do not tell. */
function siblingFacts(request: FeedbackRequest, asked: GradedClass, sides: Sides): readonly FeedbackFact[] {
  const { key, marks } = request;
  const { finding } = asked;
  const sibling = SIBLING[finding];
  if (sibling === undefined) return [];
  const toleranceMm = asked.toleranceMm ?? TOLERANCE_MM[finding];
  const halved = halfCredited(request, sibling, sides);
  return instancesFind(marks, finding)
    .filter(
      (mark) =>
        markAnswer(mark, sides) === 'sibling' &&
        !halved.some((line) => instanceIsNear(mark, line, key.mask, toleranceMm)),
    )
    .map((mark) => ({ code: 'confused', place: placeOf(mark, key.mask.sector), actual: sibling }));
}

/** The sibling's findings that are asked for and lie under marks of this class, not of their own. */
function halfCredited(
  { key, classes }: FeedbackRequest,
  sibling: MarkableFinding | undefined,
  { own, other }: Sides,
): readonly KeyFinding[] {
  const asked = classes.find(({ finding }) => finding === sibling);
  if (asked === undefined || other === null) return [];
  return findingsAsked(key, asked).filter(
    ({ core }) => pixelsShare(core, other.nearMarks) < HARDLY && pixelsShare(core, own.nearMarks) >= MOSTLY,
  );
}

function setOf({ pixels }: Instance, { width, height }: Mask): Uint8Array {
  return pixelsSet([pixels], width * height);
}

/** How a mark stands: right at least in part, on what is neutral, on its sibling's finding, or wrong. */
function markAnswer({ pixels }: Instance, { own, other }: Sides): 'right' | 'neutral' | 'sibling' | 'wrong' {
  if (pixelsShare(pixels, own.nearKey) >= HARDLY) return 'right';
  if (pixelsShare(pixels, own.nearNeutral) >= MOSTLY) return 'neutral';
  if (other !== null && pixelsShare(pixels, other.nearKey) >= MOSTLY) return 'sibling';
  return 'wrong';
}

/** A mark that is right in part: which part is not, leaving out what is neutral or the sibling's; null for none. */
function spillFact(
  mark: Instance,
  { own, other }: Sides,
  key: Key,
  place: FeedbackPlace,
): FeedbackFact | null {
  const judged = mark.pixels.filter(
    (at) =>
      own.nearKey[at] === 1 || (own.nearNeutral[at] === 0 && (other === null || other.nearKey[at] === 0)),
  );
  const share = pixelsShare(judged, own.nearKey);
  if (judged.length === 0 || share >= WHOLE) return null;
  if (isAlongWhole(judged, own.nearKey, mark.finding, key.mask)) return { code: 'too_broad', place, share };
  return { code: 'spills', place, share, part: partOutside(judged, own.nearKey, key.mask) };
}

function foundFact(line: KeyFinding, nearMarks: Uint8Array, key: Key, drawn: Mask): FeedbackFact {
  const share = pixelsShare(line.core, nearMarks);
  const place = placeOf(line, key.mask.sector);
  if (share >= WHOLE) {
    const { alsoAs } = line;
    const isOther = alsoAs !== null && classOn(line, drawn) === alsoAs;
    return { code: 'found', place, either: isOther ? alsoAs : null };
  }
  if (isAlongWhole(line.core, nearMarks, line.finding, key.mask)) return { code: 'too_narrow', place, share };
  return { code: 'partly_missed', place, share, part: partOutside(line.core, nearMarks, key.mask) };
}

/** The class that the marks have most of on a finding, of its own and the one that it may be taken for. */
function classOn({ pixels, finding, alsoAs }: KeyFinding, { classes }: Mask): MarkableFinding | null {
  let own = 0;
  let other = 0;
  for (const at of pixels) {
    if (classes[at] === FINDING_INDEX[finding]) own += 1;
    if (alsoAs !== null && classes[at] === FINDING_INDEX[alsoAs]) other += 1;
  }
  return other > own ? alsoAs : finding;
}

function wrongFact(mark: Instance, key: Key): FeedbackFact {
  const place = placeOf(mark, key.mask.sector);
  const actual = classUnder(mark, key.mask);
  if (actual !== null) return { code: 'confused', place, actual };
  if (mark.finding !== 'a_line') return { code: 'extra', place, multiple: null };
  const at = multipleAt(mark.mean.depthMm, pleuraOfKey(key)(mark.mean.lateral));
  if (at === null) return { code: 'extra', place, multiple: null };
  // The line that is seen says better where the next one is than the mean depth of the pleural line above it.
  const offMm = Math.min(Math.abs(at.offMm), ...aLinesOff(mark, key));
  return { code: 'extra', place, multiple: { offMm, isWhole: Math.abs(at.offMm) <= A_LINE_OFF_MM } };
}

/** How far a mark is from each A-line of the key that lies on the same scan lines, mm along them. */
function aLinesOff(mark: Instance, key: Key): readonly number[] {
  return key.findings
    .filter(({ finding }) => finding === 'a_line')
    .filter((line) => line.lateralFrom <= mark.lateralTo && mark.lateralFrom <= line.lateralTo)
    .map((line) => Math.abs(offsetOf(mark, line, key.mask).deeperMm));
}

/**
 * Unmarked findings (rows) and marks (columns) that were meant for them.
 *
 * @param reachMm how far from its finding such a mark may lie
 */
function displacedPairs(
  unseen: readonly Instance[],
  marks: readonly Instance[],
  mask: Mask,
  reachMm: (mark: Instance) => number = () => DISPLACED_MM,
) {
  return assignmentFind(
    unseen.map((line) =>
      marks.map((mark) => {
        const { deeperMm, rightMm } = offsetOf(mark, line, mask);
        const distance = Math.hypot(deeperMm, rightMm);
        return distance <= reachMm(mark) ? distance : Number.POSITIVE_INFINITY;
      }),
    ),
  );
}

/** A mark that has no more than a part in common with what is right or neutral: it may be meant for a line beside it. */
function isPartly(
  { pixels }: Instance,
  answer: ReturnType<typeof markAnswer>,
  { nearKey, nearNeutral }: ClassLayer,
): boolean {
  if (answer === 'right') return pixelsShare(pixels, nearKey) < WHOLE;
  return answer === 'neutral' && pixelsShare(pixels, nearNeutral) < WHOLE;
}
