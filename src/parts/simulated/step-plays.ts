import type { ScenarioStep } from '../../domain/scenario/scenario.ts';
import { observeWaitS } from '../session/machine/scenario-context.ts';
import { mModePlay } from './steps/m-mode.ts';
import { markPlay } from './steps/mark.ts';
import { proposalsPlay } from './steps/proposals.ts';
import { questionPlay } from './steps/question.ts';
import { scanPlay } from './steps/scan.ts';
import { surveyPlay } from './steps/survey.ts';
import { secondsPass, type Turn } from './turn.ts';

type StepPlay<Step = never> = (turn: Turn, step: Step) => void | Promise<void>;

const readPlay = ({ actor }: Turn): void => actor.send({ type: 'step.next' });

/** What is done in each kind of step. A new kind of step is added here. */
const STEP_PLAYS: {
  readonly [Kind in ScenarioStep['kind']]?: StepPlay<Extract<ScenarioStep, { readonly kind: Kind }>>;
} = {
  briefing: readPlay,
  observe(turn) {
    secondsPass(turn, Math.ceil(observeWaitS(turn.context)));
    turn.actor.send({ type: 'step.next' });
  },
  freeze: ({ actor }) => actor.send({ type: 'image.freeze' }),
  scan: scanPlay,
  survey: surveyPlay,
  m_mode: mModePlay,
  mark: markPlay,
  question: questionPlay,
  proposals: proposalsPlay,
  feedback: readPlay,
  report: readPlay,
  debrief: readPlay,
};

/** The play of a step; null for a kind that is not known here. */
export function stepPlayOf(step: ScenarioStep): ((turn: Turn) => void | Promise<void>) | null {
  const play = STEP_PLAYS[step.kind] as StepPlay | undefined;
  return play === undefined ? null : (turn) => play(turn, step as never);
}
