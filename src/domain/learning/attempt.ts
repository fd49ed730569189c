import * as z from 'zod/mini';
import type { GradeSummary } from '../grading/grade.ts';
import { gradeSchema } from '../grading/grade-schema.ts';
import type { Mark } from '../marks/mark.ts';
import { markSchema } from '../marks/mark-schema.ts';
import { proposalsJudgedSchema } from '../proposals/proposals-grade.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import {
  countSchema,
  finiteSchema,
  flagSchema,
  listSchema,
  objectSchema,
  oneOfSchema,
  scoreSchema,
  textSchema,
  timeSchema,
} from '../stored/values.ts';
import { zoneLeftSchema, zoneVisitSchema } from '../survey/survey-schema.ts';
import { confidenceSchema } from './confidence-level.ts';
import {
  type MarkTry,
  type ProposalsTry,
  type QuestionTry,
  type ScanTry,
  type StepResult,
  type SurveyTry,
  tryLatest,
} from './progress.ts';
import { tryImageSchema } from './try-image.ts';

type StepKept<Of> = Of extends StepResult ? Pick<Of, 'kind' | 'stepId' | 'first' | 'practice'> : never;

/** The marks of a step, by a version that kept no more than the newest of them. */
export interface LatestMarks {
  readonly kind: 'latest_marks';
  readonly stepId: string;
  /** Which image of the step's source was frozen; null where the source has only one. */
  readonly frameIndex: number | null;
  /** In mm of that frame's own geometry. */
  readonly marks: readonly Mark[];
  readonly grade: GradeSummary;
}

/** One graded step of an attempt: the try that counts, and beside it those that were practice. */
export type AttemptStep = StepKept<StepResult> | LatestMarks;

/** What a teacher said of an answer. */
export interface AttemptComment {
  readonly stepId: string;
  readonly text: string;
  /** Empty where no name was given. */
  readonly by: string;
  /** When it was written down, milliseconds since 1970. */
  readonly atMs: number;
}

/** One scenario played through. */
export interface Attempt {
  /** Unique, e.g. a UUID; an attempt saved again under its id replaces the former. */
  readonly id: string;
  readonly scenarioId: string;
  /** What its images were drawn from; null where they were as the scenario was written, left out by an older version. */
  readonly seed?: number | null;
  /** When it ended, milliseconds since 1970. */
  readonly atMs: number;
  /** 0-100, of each step's first try; null when nothing was scored. */
  readonly score: number | null;
  readonly steps: readonly AttemptStep[];
  /** Ids of its steps that the learner looked at again; left out where there are none. */
  readonly lookedAt?: readonly string[];
  /** What a teacher said of its steps, brought in as a file; left out where there is nothing. */
  readonly comments?: readonly AttemptComment[];
}

/** A step of an attempt as the result that it was; marks that are all that was kept count as its only try. */
export function attemptResult(step: AttemptStep): StepResult {
  const { kind, stepId, first, practice } = step.kind === 'latest_marks' ? latestMarksWhole(step) : step;
  const { hintCost, isSkipped, score } = tryLatest<
    MarkTry | QuestionTry | ScanTry | ProposalsTry | SurveyTry
  >({
    first,
    practice,
  });
  return {
    ...{ kind, stepId, first, practice, score: first.score, latestScore: score },
    ...{ hintCost, isSkipped, attempts: 1 + practice.length },
    // A step is of one kind, and so are all its tries.
  } as unknown as StepResult;
}

function latestMarksWhole({ stepId, frameIndex, marks, grade }: LatestMarks): StepKept<StepResult> {
  const help = { hints: [], hintCost: 0, isSkipped: false, elapsedS: 0 };
  const first: MarkTry = { ...help, score: grade.score, frozenIndex: frameIndex ?? 0, marks, grade };
  return { kind: 'mark', stepId, first, practice: [] };
}

/** The fields of every try. */
const aTry = {
  score: z.nullable(scoreSchema),
  hints: listSchema(oneOfSchema(['word', 'region', 'outline', 'answer'])),
  hintCost: scoreSchema,
  isSkipped: flagSchema,
  elapsedS: timeSchema,
  seenS: z.exactOptional(timeSchema),
  confidence: z.exactOptional(confidenceSchema),
  image: z.exactOptional(tryImageSchema),
};

const markTry: StoredSchema<MarkTry> = objectSchema({
  ...aTry,
  frozenIndex: countSchema,
  marks: z.nullable(listSchema(markSchema)),
  grade: z.nullable(gradeSchema),
});

const reply = z.union([finiteSchema, textSchema], { error: 'a number or a text' });
const questionTry: StoredSchema<QuestionTry> = objectSchema({
  ...aTry,
  reply: z.nullable(reply),
  expected: z.nullable(reply),
});

const scanTry: StoredSchema<ScanTry> = objectSchema({ ...aTry, misses: countSchema, isFound: flagSchema });

const proposalsTry: StoredSchema<ProposalsTry> = objectSchema({
  ...aTry,
  frozenIndex: countSchema,
  judged: proposalsJudgedSchema,
});

const surveyTry: StoredSchema<SurveyTry> = objectSchema({
  ...aTry,
  visits: listSchema(zoneVisitSchema),
  left: listSchema(zoneLeftSchema),
});

const step = z.discriminatedUnion(
  'kind',
  [
    objectSchema({
      kind: z.literal('mark'),
      stepId: textSchema,
      first: markTry,
      practice: listSchema(markTry),
    }),
    objectSchema({
      kind: z.literal('question'),
      stepId: textSchema,
      first: questionTry,
      practice: listSchema(questionTry),
    }),
    objectSchema({
      kind: z.literal('scan'),
      stepId: textSchema,
      first: scanTry,
      practice: listSchema(scanTry),
    }),
    objectSchema({
      kind: z.literal('proposals'),
      stepId: textSchema,
      first: proposalsTry,
      practice: listSchema(proposalsTry),
    }),
    objectSchema({
      kind: z.literal('survey'),
      stepId: textSchema,
      first: surveyTry,
      practice: listSchema(surveyTry),
    }),
    objectSchema({
      kind: z.literal('latest_marks'),
      stepId: textSchema,
      frameIndex: z.nullable(countSchema),
      marks: listSchema(markSchema),
      grade: gradeSchema,
    }),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? 'a kind of step' : 'an object') },
);

/** Steps had no kind while marks were all that was kept. */
const stepOfAnyVersion = z.pipe(
  z.transform((stored: unknown) => {
    const isBare =
      typeof stored === 'object' && stored !== null && (stored as { kind?: unknown }).kind === undefined;
    return isBare ? { ...stored, kind: 'latest_marks' } : stored;
  }),
  step,
);

/** An attempt with its own fields only: masks and whatever else came along are left behind. */
export const attemptSchema: StoredSchema<Attempt> = objectSchema({
  id: textSchema,
  scenarioId: textSchema,
  seed: z.exactOptional(z.nullable(countSchema)),
  atMs: timeSchema,
  score: z.nullable(scoreSchema),
  steps: listSchema(stepOfAnyVersion),
  lookedAt: z.exactOptional(listSchema(textSchema)),
  comments: z.exactOptional(
    listSchema(objectSchema({ stepId: textSchema, text: textSchema, by: z.string(), atMs: timeSchema })),
  ),
});
