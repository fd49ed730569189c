import type { BlasPair, ClassGrade, CountGrade } from '../../domain/grading/grade.ts';
import type { MarkTry, QuestionTry, ScanTry } from '../../domain/learning/progress.ts';
import type { Attempt, AttemptStep, GradeSummary, LatestMarks } from '../../ports/store.ts';
import { findingRead, markRead } from './mark-read.ts';
import {
  countRead,
  finiteRead,
  flagRead,
  listOf,
  numberIn,
  objectRead,
  oneOf,
  orNull,
  textRead,
  type ValueRead,
} from './value-read.ts';

const shareRead = numberIn(0, 1);
const scoreRead = numberIn(0, 100);
export const timeRead = numberIn(0, Number.MAX_SAFE_INTEGER);
const statusRead = oneOf(['scored', 'correct_absence', 'not_scored']);
const provenanceRead = oneOf(['phantom_truth', 'expert', 'network']);

const countGradeRead: ValueRead<CountGrade> = (value, place) => {
  const { marked, expected, matched } = objectRead(value, place);
  return {
    marked: countRead(marked, `${place}.marked`),
    expected: countRead(expected, `${place}.expected`),
    matched: countRead(matched, `${place}.matched`),
  };
};

const classGradeRead: ValueRead<ClassGrade> = (value, place) => {
  const stored = objectRead(value, place);
  const share = (name: string) => shareRead(stored[name], `${place}.${name}`);
  const shareOrNull = (name: string) => orNull(shareRead)(stored[name], `${place}.${name}`);
  return {
    finding: findingRead(stored.finding, `${place}.finding`),
    status: statusRead(stored.status, `${place}.status`),
    score: scoreRead(stored.score, `${place}.score`),
    precision: shareOrNull('precision'),
    recall: shareOrNull('recall'),
    overlap: share('overlap'),
    dice: share('dice'),
    iou: share('iou'),
    toleranceMm: numberIn(0, 1000)(stored.toleranceMm, `${place}.toleranceMm`),
    count: orNull(countGradeRead)(stored.count, `${place}.count`),
    provenance: provenanceRead(stored.provenance, `${place}.provenance`),
  };
};

const blasPairRead: ValueRead<BlasPair> = (value, place) => {
  const { box, scanline } = objectRead(value, place);
  return { box: shareRead(box, `${place}.box`), scanline: shareRead(scanline, `${place}.scanline`) };
};

const blasRead: ValueRead<NonNullable<GradeSummary['blas']>> = (value, place) => {
  const { marked, key } = objectRead(value, place);
  return { marked: blasPairRead(marked, `${place}.marked`), key: blasPairRead(key, `${place}.key`) };
};

const gradeRead: ValueRead<GradeSummary> = (value, place) => {
  const { score, classes, blas } = objectRead(value, place);
  return {
    score: scoreRead(score, `${place}.score`),
    classes: listOf(classGradeRead)(classes, `${place}.classes`),
    blas: orNull(blasRead)(blas, `${place}.blas`),
  };
};

const hintRead = oneOf(['word', 'region', 'outline', 'answer']);

/** What every try has, and its time in whole or parts of seconds. */
const tryRead = (stored: Readonly<Record<string, unknown>>, place: string) => ({
  score: orNull(scoreRead)(stored.score, `${place}.score`),
  hints: listOf(hintRead)(stored.hints, `${place}.hints`),
  hintCost: scoreRead(stored.hintCost, `${place}.hintCost`),
  isSkipped: flagRead(stored.isSkipped, `${place}.isSkipped`),
  elapsedS: timeRead(stored.elapsedS, `${place}.elapsedS`),
});

const markTryRead: ValueRead<MarkTry> = (value, place) => {
  const stored = objectRead(value, place);
  return {
    ...tryRead(stored, place),
    frozenIndex: countRead(stored.frozenIndex, `${place}.frozenIndex`),
    marks: orNull(listOf(markRead))(stored.marks, `${place}.marks`),
    grade: orNull(gradeRead)(stored.grade, `${place}.grade`),
  };
};

const replyRead: ValueRead<number | string> = (value, place) =>
  typeof value === 'number' ? finiteRead(value, place) : textRead(value, place);

const questionTryRead: ValueRead<QuestionTry> = (value, place) => {
  const stored = objectRead(value, place);
  return {
    ...tryRead(stored, place),
    reply: orNull(replyRead)(stored.reply, `${place}.reply`),
    expected: orNull(replyRead)(stored.expected, `${place}.expected`),
  };
};

const scanTryRead: ValueRead<ScanTry> = (value, place) => {
  const stored = objectRead(value, place);
  return {
    ...tryRead(stored, place),
    misses: countRead(stored.misses, `${place}.misses`),
    isFound: flagRead(stored.isFound, `${place}.isFound`),
  };
};

const latestMarksRead: ValueRead<LatestMarks> = (value, place) => {
  const { stepId, frameIndex, marks, grade } = objectRead(value, place);
  return {
    kind: 'latest_marks',
    stepId: textRead(stepId, `${place}.stepId`),
    frameIndex: orNull(countRead)(frameIndex, `${place}.frameIndex`),
    marks: listOf(markRead)(marks, `${place}.marks`),
    grade: gradeRead(grade, `${place}.grade`),
  };
};

const kindRead = oneOf(['mark', 'question', 'scan', 'latest_marks']);

const stepRead: ValueRead<AttemptStep> = (value, place) => {
  const stored = objectRead(value, place);
  // Steps had no kind while marks were all that was kept.
  const kind = stored.kind === undefined ? 'latest_marks' : kindRead(stored.kind, `${place}.kind`);
  const stepId = textRead(stored.stepId, `${place}.stepId`);
  const tries = <Of>(read: ValueRead<Of>) => ({
    first: read(stored.first, `${place}.first`),
    practice: listOf(read)(stored.practice, `${place}.practice`),
  });
  switch (kind) {
    case 'mark':
      return { kind, stepId, ...tries(markTryRead) };
    case 'question':
      return { kind, stepId, ...tries(questionTryRead) };
    case 'scan':
      return { kind, stepId, ...tries(scanTryRead) };
    case 'latest_marks':
      return latestMarksRead(stored, place);
  }
};

/** An attempt with its own fields only: masks and whatever else came along are left behind. */
export const attemptRead: ValueRead<Attempt> = (value, place) => {
  const { id, scenarioId, atMs, score, steps } = objectRead(value, place);
  return {
    id: textRead(id, `${place}.id`),
    scenarioId: textRead(scenarioId, `${place}.scenarioId`),
    atMs: timeRead(atMs, `${place}.atMs`),
    score: orNull(scoreRead)(score, `${place}.score`),
    steps: listOf(stepRead)(steps, `${place}.steps`),
  };
};
