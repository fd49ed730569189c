import { hexOf } from '../digest/sha256.ts';
import { textDigest } from '../digest/text-digest.ts';
import { type Attempt, attemptResult } from '../learning/attempt.ts';
import type { ItemRecord } from '../learning/item-record.ts';
import type { DifficultyLevel } from '../learning/measured-difficulty.ts';
import type { StepResult } from '../learning/progress.ts';
import type { TryImage } from '../learning/try-image.ts';
import {
  imageById,
  type Scenario,
  type ScenarioImage,
  type ScenarioSource,
  type ScenarioStep,
  stepIndex,
} from '../scenario/scenario.ts';
import { scenarioSeeded } from '../scenario/scenario-seeded.ts';
import { markHand } from './handed-mark.ts';
import { type MadeItem, madeItemKey } from './made-item.ts';
import { type HandedAnswer, type HandedAttempt, RESULTS_LIMITS } from './results-file.ts';

/** An attempt with what is known of the scenario that it is of. */
export interface AttemptKnown {
  readonly attempt: Attempt;
  /** As it is written; null where the game has it no longer. */
  readonly scenario: Scenario | null;
  readonly title: string;
  readonly set: string;
  /** Of an exercise that is made, what tells its forms apart; null where the seed of the play does. */
  readonly form: string | null;
}

/**
 * An attempt as it is handed in: first tries with their marks, without those that were practice.
 *
 * @param items of the learner, which say how hard each image was
 * @param stepTitle a step in a few words
 */
export function attemptHand(
  known: AttemptKnown,
  items: readonly ItemRecord[],
  stepTitle: (scenario: Scenario, step: ScenarioStep) => string,
): HandedAttempt {
  const { attempt, title, set, form } = known;
  const seed = attempt.seed ?? null;
  const scenario = known.scenario === null ? null : scenarioSeeded(known.scenario, seed);
  const places = new Map<string, number>();
  const answers = attempt.steps.slice(0, RESULTS_LIMITS.answers).map((step): HandedAnswer => {
    const result = attemptResult(step);
    const asked = scenario?.steps[stepIndex(scenario, result.stepId)] ?? null;
    const image = scenario === null || asked?.imageId == null ? null : imageById(scenario, asked.imageId);
    const made = scenario === null || scenario.policy === 'course' ? null : madeItemOf(image);
    const kind = made === null ? '' : madeItemKey(made, 1);
    const place = (places.get(kind) ?? 0) + 1;
    places.set(kind, place);
    return {
      stepId: short(result.stepId),
      item: short(made === null ? result.stepId : madeItemKey(made, place)),
      title: short(scenario === null || asked === null ? result.stepId : stepTitle(scenario, asked)),
      level: levelOf(image, items),
      ...answerOf(result),
      source: image === null ? null : sourceDigest(image.source),
    };
  });
  return {
    id: short(attempt.id),
    scenarioId: attempt.scenarioId,
    set: short(set),
    title: short(title),
    form: short(form ?? (seed === null ? '' : seed.toString(36))),
    ...{ seed, atMs: attempt.atMs, score: attempt.score, answers },
  };
}

function answerOf(result: StepResult): Omit<HandedAnswer, 'stepId' | 'item' | 'title' | 'level' | 'source'> {
  const { kind, first, attempts } = result;
  const { score, isSkipped, hints } = first;
  const marks = result.kind === 'mark' ? result.first.marks : null;
  const [said, expected] =
    result.kind === 'question' ? [result.first.reply, result.first.expected] : [null, null];
  return {
    kind,
    score: score === null ? null : Math.round(10 * score) / 10,
    isSkipped,
    seconds: Math.round(first.seenS ?? first.elapsedS),
    confidence: first.confidence ?? null,
    hints: hints.length,
    tries: attempts,
    said: typeof said === 'string' ? short(said) : said,
    expected: typeof expected === 'string' ? short(expected) : expected,
    marks:
      marks === null ? null : marks.slice(0, RESULTS_LIMITS.marks).flatMap((mark) => markHand(mark) ?? []),
    image: imageOf(result),
  };
}

function imageOf({ first }: StepResult): TryImage | null {
  if (first.image !== undefined) return first.image;
  return 'frozenIndex' in first ? { index: first.frozenIndex } : null;
}

function madeItemOf(image: ScenarioImage | null): MadeItem | null {
  if (image?.source.kind === 'phantom') return image.source.draw?.item ?? null;
  return image?.source.kind === 'patient' ? (image.source.draw ?? null) : null;
}

/** As it was measured on the image of the learner; null where nobody did. */
function levelOf(image: ScenarioImage | null, items: readonly ItemRecord[]): DifficultyLevel | null {
  const source = image?.source;
  if (source?.kind !== 'phantom' && source?.kind !== 'patient') return null;
  const { seed } = source.request;
  const item = items.find(
    (one) => one.source.kind === 'phantom' && one.source.seed === seed && one.difficulty.measured !== null,
  );
  return item?.difficulty.level ?? null;
}

/** Null where the images came of a file or a machine of the learner's own. */
function sourceDigest(source: ScenarioSource): string | null {
  if (source.kind === 'clip' || source.kind === 'camera') return null;
  return hexOf(textDigest(JSON.stringify(source))).slice(0, 16);
}

function short(text: string): string {
  return text.slice(0, RESULTS_LIMITS.text);
}
