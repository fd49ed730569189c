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
  shifted: 'part',
  spills: 'part',
  too_broad: 'part',
  covered: 'part',
};

/** Facts that have a place on the image. */
type PlacedCode = Exclude<FeedbackCode, 'count' | 'not_scored' | 'correct_absence' | 'not_asked'>;

/** "A-line: missed" */
export function spotName({
  finding,
  code,
}: Pick<Feedback, 'finding'> & { readonly code: PlacedCode }): string {
  return say(`play.spot.${code}`, { label: say(`findings.${finding}.label`) });
}
