import type { ClassGrade } from '../../domain/grading/grade.ts';
import type { StepResult } from '../../domain/learning/progress.ts';
import { marksEvidence } from '../../domain/learning/skill-evidence.ts';
import { catchingCount } from '../../domain/proposals/proposals-grade.ts';
import type { ScenarioStep } from '../../domain/scenario/scenario.ts';
import { zoneCredit } from '../../domain/survey/survey.ts';
import { replyShow } from '../../parts/questions/question-result.ts';
import { say } from '../../ui/words/say.ts';

/** What was wrong with an answer, in one sentence. */
export function errorText(step: ScenarioStep, result: StepResult): string {
  switch (result.kind) {
    case 'mark':
      return marksText(result.first.grade?.classes ?? []);
    case 'question':
      return replyText(step, result);
    case 'scan':
      return say(result.first.isFound ? 'attempts.error.scan' : 'attempts.error.scanFor');
    case 'proposals': {
      const { wrong, caught, alarms } = catchingCount(result.first.judged);
      return caught < wrong
        ? say('attempts.error.proposals', { caught, count: wrong })
        : say('attempts.error.alarms', { count: alarms });
    }
    case 'survey': {
      const { visits } = result.first;
      const right = visits.filter((visit) => zoneCredit(visit, visits) === 1).length;
      return say('attempts.error.zones', { right, count: visits.length });
    }
  }
}

/** Of what was not found at all, else of the class that was worst. */
function marksText(classes: readonly ClassGrade[]): string {
  const wrong = classes.filter((grade) => classEvidence(grade).some(({ isRight }) => !isRight));
  const missed = wrong.filter(({ recall }) => recall === 0);
  if (missed.length > 0) {
    return say('attempts.error.missed', {
      labels: missed.map(({ finding }) => say(`findings.${finding}.label`)),
    });
  }
  const [worst] = wrong.toSorted((a, b) => a.score - b.score);
  return worst === undefined ? '' : classText(worst);
}

function classText(grade: ClassGrade): string {
  const { finding, count, precision, recall, overlap } = grade;
  const label = say(`findings.${finding}.label`);
  if (classEvidence(grade)[0]?.isRight === true) {
    return say('attempts.error.border', { label, percent: Math.round(100 * overlap) });
  }
  if (recall === null) return say('attempts.error.none', { label });
  if (count === null || count.expected === 0) {
    return recall <= (precision ?? 1)
      ? say('attempts.error.partly', { label, percent: Math.round(100 * recall) })
      : say('attempts.error.beside', { label, percent: Math.round(100 * (precision ?? 1)) });
  }
  const { matched, expected, marked } = count;
  return matched < expected
    ? say('attempts.error.found', { label, matched, expected })
    : say('attempts.error.extra', { label, expected, marked });
}

/** Whether it was found, and then its border. */
function classEvidence(grade: ClassGrade) {
  return marksEvidence([grade.finding], [grade]);
}

function replyText(step: ScenarioStep, result: StepResult): string {
  const ask = step.kind === 'question' || step.kind === 'm_mode' ? step.ask : '';
  const reply =
    step.kind === 'question'
      ? step.reply
      : step.kind === 'm_mode'
        ? ({ kind: 'choice', options: step.options } as const)
        : null;
  const shown = reply === null ? null : replyShow({ reply, explain: '' }, result);
  if (shown === null || shown.reply === null || shown.expected === null) return ask;
  return say('attempts.error.reply', { ask, reply: shown.reply, expected: shown.expected });
}
