import type { ClassAnswer } from '../../domain/class-results/class-answers.ts';
import { markOfHanded } from '../../domain/class-results/handed-mark.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { stepIndex } from '../../domain/scenario/scenario.ts';
import { scenarioSeeded } from '../../domain/scenario/scenario-seeded.ts';
import { type AnsweredImage, answeredImage } from '../../parts/answered/answered-image.ts';
import { scenarioFind } from '../../parts/handed/attempts-hand.ts';
import type { Services } from '../../parts/services.ts';

/** An answer's image made again, with what was asked for in it. */
export interface ImageAgain extends AnsweredImage {
  readonly asked: readonly MarkableFinding[];
}

/**
 * The image of an answer of marks as its learner had it. Null where this game has not the exercise, or the step is not in it any more.
 *
 * @throws whatever making the image throws
 */
export async function imageAgain(
  effects: Services['stage']['effects'],
  load: Services['scenarioLoad'],
  { attempt, answer }: Pick<ClassAnswer, 'attempt' | 'answer'>,
  signal: AbortSignal,
): Promise<ImageAgain | null> {
  const written = await scenarioFind(load, attempt.scenarioId);
  if (written === null) return null;
  const scenario = scenarioSeeded(written, attempt.seed);
  const step = scenario.steps[stepIndex(scenario, answer.stepId)];
  if (step?.kind !== 'mark') return null;
  const marks = (answer.marks ?? []).map((mark, i) => markOfHanded(mark, `${i}`));
  const marked = { image: answer.image ?? { index: 0 }, marks };
  const image = await answeredImage(effects, scenario, step.id, marked, signal);
  return { ...image, asked: step.findings.map(({ finding }) => finding) };
}
