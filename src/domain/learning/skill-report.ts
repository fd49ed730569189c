import { fluency } from './fluency.ts';
import { type ItemRecord, type SkillAnswer, skillAnswer } from './item-record.ts';
import { COMPETENT_LIMIT, type Competence } from './lc-cusum.ts';
import { curveForecast, type Forecast } from './learning-curve.ts';
import { reviewDueMs } from './review.ts';
import type { SkillId } from './skill.ts';
import { LEARNER_NEW, learnerAdd } from './skill-state.ts';

/** What is known of one skill, for the learner to read. */
export interface SkillReport {
  readonly skill: SkillId;
  readonly competence: Competence;
  /** Towards competence, 0-1; 1 where it is there. */
  readonly progress: number;
  /** Answers that count, oldest first: whether each was right. */
  readonly counted: readonly boolean[];
  /** Of the answers that count, those right within ten seconds, of the newest ten, 0-1; null without any. */
  readonly fluency: number | null;
  /** Items to the standard; null once it is reached. */
  readonly forecast: Forecast | null;
  /** When it is due again, milliseconds since 1970. */
  readonly dueMs: number;
  /** Seen time of all answers, ms. */
  readonly spentMs: number;
}

/** Of each skill that was asked for, in the order of its first item. @param items in the order answered */
export function skillReports(items: readonly ItemRecord[]): readonly SkillReport[] {
  const { skills } = items.reduce(learnerAdd, LEARNER_NEW);
  return [...skills.values()].map(({ skill, competence, review, recent }) => {
    const answers = items.flatMap((item) => skillAnswer(item, skill) ?? []);
    const counted = answers.filter(({ counts }) => counts).map(({ isRight }) => isRight);
    const isCompetent = competence.kind === 'competent';
    return {
      skill,
      competence,
      progress: isCompetent ? 1 : Math.min(1, competence.sum / COMPETENT_LIMIT),
      counted,
      fluency: fluency(recent.filter(({ counts }) => counts)),
      forecast: isCompetent || counted.length === 0 ? null : curveForecast(counted),
      dueMs: reviewDueMs(review),
      spentMs: answers.reduce((sum: number, { answerMs }: SkillAnswer) => sum + answerMs, 0),
    };
  });
}

/** Share of right answers (0-1) among the newest `over`, after each answer. */
export function movingShare(answers: readonly boolean[], over: number): readonly number[] {
  return answers.map((_, i) => {
    const window = answers.slice(Math.max(0, i + 1 - over), i + 1);
    return window.filter(Boolean).length / window.length;
  });
}
