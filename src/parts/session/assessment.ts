import { BLUEPRINT_VERSION, ITEM_COUNT } from '../../domain/assessment/blueprint.ts';
import { type FormItem, formDraw } from '../../domain/assessment/form.ts';
import { PASS_PERCENT } from '../../domain/assessment/standard.ts';
import { EXTRA_TIMES, type ExtraTime, timeLimits } from '../../domain/assessment/time-limits.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { say } from '../../ui/words/say.ts';
import { roundScenario } from './round-scenario.ts';

/** One candidate's exam: the form, by its seed, and their time. */
export interface Sitting {
  readonly seed: number;
  readonly extra: ExtraTime;
}

const PREFIX = `exam-${BLUEPRINT_VERSION}-`;

/** The scenario id of an exam: a reload, or another device, finds the same images and the same limits. */
export function assessmentId({ seed, extra }: Sitting): string {
  return `${PREFIX}${seed.toString(36)}-${extra}`;
}

/** The exam of a scenario id; null for every other id, and for one of another version of the blueprint. */
export function assessmentRead(id: string): Sitting | null {
  if (!id.startsWith(PREFIX)) return null;
  const [digits = '', percent = '', ...more] = id.slice(PREFIX.length).split('-');
  const seed = /^[0-9a-z]{1,7}$/.test(digits) ? Number.parseInt(digits, 36) : Number.NaN;
  const extra = EXTRA_TIMES.find((one) => String(one) === percent);
  return seed < 2 ** 32 && extra !== undefined && more.length === 0 ? { seed, extra } : null;
}

/** The items of an exam, in the order of its images. */
export function assessmentForm({ seed }: Pick<Sitting, 'seed'>): readonly FormItem[] {
  return formDraw(seed);
}

/** An exam as a scenario: a round without hints, feedback and help, with limits of time. */
export function assessmentScenario(sitting: Sitting): Scenario {
  const round = roundScenario({
    id: assessmentId(sitting),
    title: say('rounds.exam.title'),
    summary: say('rounds.exam.summary', { items: ITEM_COUNT }),
    policy: 'exam',
    items: assessmentForm(sitting),
  });
  const steps = round.steps.filter(({ kind }) => kind !== 'feedback');
  return { ...round, passScore: PASS_PERCENT, limits: timeLimits(steps, sitting.extra), steps };
}
