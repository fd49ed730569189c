import type { Feedback, FeedbackCode } from '../../domain/grading/feedback-fact.ts';
import { say } from '../../ui/words/say.ts';

/** Facts that are named on the image, and how they are shown there. */
export const SPOT_KINDS: Readonly<Partial<Record<FeedbackCode, 'missed' | 'wrong' | 'part'>>> = {
  missed: 'missed',
  displaced: 'wrong',
  confused: 'wrong',
  extra: 'wrong',
  half_credit: 'part',
  partly_missed: 'part',
  too_narrow: 'part',
  spills: 'part',
  too_broad: 'part',
};

const WORDS: Readonly<Partial<Record<FeedbackCode, string>>> = {
  missed: 'missed',
  displaced: 'beside it',
  confused: 'something else',
  extra: 'not there',
  half_credit: 'half credit',
  partly_missed: 'part missed',
  too_narrow: 'too narrow',
  spills: 'too far',
  too_broad: 'too broad',
  faint: 'not counted',
  unjudged: 'cannot be judged',
  unsure: 'cannot be judged',
  found: 'found',
  welcome: 'right as well',
};

/** "A-line: missed" */
export function spotName({ finding, code }: Pick<Feedback, 'finding' | 'code'>): string {
  const word = WORDS[code];
  const label = say(`findings.${finding}.label`);
  return word === undefined ? label : `${label}: ${word}`;
}
