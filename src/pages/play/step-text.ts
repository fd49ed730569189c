import { markStepBefore } from '../../domain/learning/progress.ts';
import type { ScenarioStep } from '../../domain/scenario/scenario.ts';
import type { MarkingContext } from '../../parts/marking/machine/marking-context.ts';
import type { ScenarioContext } from '../../parts/session/machine/scenario-context.ts';
import { say } from '../../ui/words/say.ts';
import { instructionMark } from './mark-instruction.ts';
import { practiceGraded } from './practice-text.ts';

/** What a step is called in headings, lists and announcements. */
export function stepTitle(step: ScenarioStep): string {
  switch (step.kind) {
    case 'briefing':
      return step.title ?? 'Briefing';
    case 'observe':
      return 'Observe';
    case 'freeze':
      return 'Freeze the image';
    case 'scan':
      return 'Find it with the probe';
    case 'm_mode':
      return step.ask;
    case 'mark':
      return `Mark: ${step.findings.map(({ finding }) => say(`findings.${finding}.label`)).join(', ')}`;
    case 'question':
      return step.ask;
    case 'feedback':
      return 'Feedback';
    case 'debrief':
      return 'Debrief';
  }
}

/** The next thing to do, in one line. */
export function stepInstruction(
  step: ScenarioStep,
  marking: MarkingContext | null,
  isAnswered: boolean,
  waitS: number,
): string {
  switch (step.kind) {
    case 'briefing':
      return 'Read, then go on to the moving image.';
    case 'observe':
      return waitS > 0 ? 'Watch the moving image.' : 'Watch the moving image, then go on.';
    case 'freeze':
      return 'Stop the image where you see it best: press Freeze, or Space.';
    case 'scan':
      return 'Move the probe on the chest. When you see it, press Freeze, or Space.';
    case 'm_mode':
      return isAnswered
        ? 'Compare with the M-mode, then go on.'
        : 'Put the line on the pleura between two ribs, watch the M-mode for a breath, then answer.';
    case 'mark':
      return marking === null ? 'Mark the image.' : instructionMark(marking);
    case 'question':
      return isAnswered ? 'Compare with the image, then go on.' : 'Look at the image and answer.';
    case 'feedback':
      return 'Look at what was right, missed or extra, then go on.';
    case 'debrief':
      return 'Take away what matters, then finish.';
  }
}

/** In feedback: whether it speaks of the try that counts. */
export function feedbackSentence({ scenario, results }: ScenarioContext, step: ScenarioStep): string {
  const marked = step.kind === 'feedback' ? markStepBefore(scenario, step) : null;
  const sentence = marked === null ? null : practiceGraded(results[marked]);
  return sentence === null ? '' : `${sentence} `;
}
