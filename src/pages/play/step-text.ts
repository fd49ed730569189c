import { markStepBefore } from '../../domain/learning/progress.ts';
import type { AnswerSource } from '../../domain/scenario/answer-source.ts';
import type { QuestionStep, ScenarioStep } from '../../domain/scenario/scenario.ts';
import type { MarkingContext } from '../../parts/marking/machine/marking-context.ts';
import type { ScenarioContext } from '../../parts/session/machine/scenario-context.ts';
import { say } from '../../ui/words/say.ts';
import { instructionMark } from './mark-instruction.ts';
import { practiceGraded } from './practice-text.ts';

/** The name of a step in headings, lists and announcements. */
export function stepTitle(step: ScenarioStep): string {
  switch (step.kind) {
    case 'briefing':
      return step.title ?? say('play.title.briefing');
    case 'observe':
    case 'freeze':
    case 'scan':
    case 'proposals':
    case 'survey':
    case 'report':
    case 'feedback':
    case 'debrief':
      return say(`play.title.${step.kind}`);
    case 'm_mode':
      return step.ask;
    case 'mark':
      return say('play.title.mark', {
        findings: step.findings.map(({ finding }) => say(`findings.${finding}.label`)),
      });
    case 'question':
      return step.ask;
  }
}

/** What is read out when a step begins: a question ends with its own mark. */
export function stepSaid(step: ScenarioStep, instruction: string): string {
  const title = stepTitle(step);
  return say(/[.?!]$/.test(title) ? 'play.saidAsked' : 'play.said', { title, instruction });
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
      return say('play.next.briefing');
    case 'observe':
      return say(waitS > 0 ? 'play.next.observeWait' : 'play.next.observe');
    case 'freeze':
      return say('play.next.freeze');
    case 'scan':
      return say('play.next.scan');
    case 'survey':
      return say('play.next.survey');
    case 'report':
      return say('play.next.report');
    case 'm_mode':
      if (isAnswered) return say('play.next.mModeAnswered');
      return say(step.goal === null ? 'play.next.mMode' : 'play.next.mModeGoal');
    case 'mark':
      return marking === null ? say('play.next.mark') : instructionMark(marking);
    case 'question':
      return questionInstruction(step, isAnswered);
    case 'proposals':
      return say(isAnswered ? 'play.next.proposalsTold' : 'play.next.proposals');
    case 'feedback':
      return say('play.next.feedback');
    case 'debrief':
      return say('play.next.debrief');
  }
}

/** Nothing of these is seen once the image stands still. */
const MOVING: readonly AnswerSource[] = ['sliding', 'lung_sliding', 'sliding_side'];

/** Where to look for the answer: not at the image that is still on the screen, if the question is about something else. */
function questionInstruction({ imageId, reply }: QuestionStep, isAnswered: boolean): string {
  if (imageId === null) return say(isAnswered ? 'play.next.knownAnswered' : 'play.next.known');
  const from = reply.kind === 'choice' && 'from' in reply.answer ? reply.answer.from : null;
  if (from === 'blue_profile' || from === 'blue_cause') {
    return say(isAnswered ? 'play.next.knownAnswered' : 'play.next.chest');
  }
  if (from !== null && MOVING.includes(from)) {
    return say(isAnswered ? 'play.next.knownAnswered' : 'play.next.moved');
  }
  return say(isAnswered ? 'play.next.questionAnswered' : 'play.next.question');
}

/** In feedback on practice: which try counts; null anywhere else. */
export function practiceSentence({ scenario, results }: ScenarioContext, step: ScenarioStep): string | null {
  const marked = step.kind === 'feedback' ? markStepBefore(scenario, step) : null;
  return marked === null ? null : practiceGraded(results[marked]);
}
