import type { MarkableFinding } from '../findings/finding.ts';
import {
  CHOICE_ANSWERS,
  CHOICE_VALUES,
  type ChoiceAnswer,
  COUNT_ANSWERS,
  NUMBER_ANSWERS,
  type NumberAnswer,
  SCAN_ANSWERS,
} from './answer-source.ts';
import type { PathProblem } from './problems.ts';
import type { ChoiceQuestion, Hint, HintKind, NumberQuestion } from './scenario.ts';
import type { OuterStepFile, RoundStepFile } from './schema.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { SourceFile } from './schema-source.ts';
import { wordSuggest } from './suggest.ts';

type MarkFile = Extract<RoundStepFile, { step: 'mark' }>;
type QuestionFile = Extract<OuterStepFile, { step: 'question' }>;

const LADDER: readonly HintKind[] = ['word', 'region', 'outline', 'answer'];
const COUNT_MAX = 20;

export function findingTwice(
  entries: readonly { readonly finding: MarkableFinding }[],
  path: ScenarioPath,
): readonly PathProblem[] {
  return entries.flatMap(({ finding }, i) =>
    entries.findIndex((entry) => entry.finding === finding) < i
      ? [{ path: [...path, i, 'finding'], sentence: `${finding} is listed twice: keep it once.` }]
      : [],
  );
}

/** `asked`: the findings of a mark step, whose hints show nothing else; null for a question. */
export function hintsResolve(
  hints: NonNullable<MarkFile['hints']>,
  asked: readonly MarkableFinding[] | null,
  path: ScenarioPath,
  problems: PathProblem[],
): readonly Hint[] {
  return hints.map((hint, i) => {
    const before = hints[i - 1];
    if (before !== undefined && LADDER.indexOf(before.show) > LADDER.indexOf(hint.show)) {
      const sentence = `A hint gives away more than the one before it: ${hint.show} goes before ${before.show}.`;
      problems.push({ path: [...path, i, 'show'], sentence });
    }
    for (const [j, finding] of (hint.findings ?? []).entries()) {
      if (asked === null || asked.includes(finding)) continue;
      const sentence = `This step does not ask for ${finding}. It asks for: ${asked.join(', ')}.`;
      problems.push({ path: [...path, i, 'findings', j], sentence });
    }
    const drawsOnImage = hint.show === 'region' || hint.show === 'outline';
    if (asked === null && drawsOnImage && hint.findings === undefined) {
      const sentence = `Say what this hint shows on the image, for example findings: [b_line].`;
      problems.push({ path: [...path, i], sentence });
    }
    const findings = hint.show === 'word' ? [] : (hint.findings ?? asked ?? []);
    return { kind: hint.show, text: hint.text ?? null, findings, cost: hint.cost };
  });
}

/** `source`: of the round's image, null outside rounds. */
export function replyResolve(
  step: QuestionFile,
  source: SourceFile | null,
  path: ScenarioPath,
  problems: PathProblem[],
): NumberQuestion | ChoiceQuestion {
  if (step.number !== undefined) {
    return numberResolve(step.number, source, [...path, 'number'], problems);
  }
  return choiceResolve(step.choice!, source, [...path, 'choice'], problems);
}

function numberResolve(
  number: NonNullable<QuestionFile['number']>,
  source: SourceFile | null,
  path: ScenarioPath,
  problems: PathProblem[],
): NumberQuestion {
  const { answer } = number;
  const min = number.min ?? 0;
  const max = number.max ?? (answer === 'b_line_count' || answer === 'a_line_count' ? COUNT_MAX : 100);
  const tolerance = number.tolerance ?? 0;
  const halfCreditWithin = number.half_credit_within ?? tolerance;
  if (min >= max) {
    problems.push({ path: [...path, 'min'], sentence: `min (${min}) must be below max (${max}).` });
  }
  if (halfCreditWithin < tolerance) {
    const sentence = `half_credit_within (${halfCreditWithin}) must not be below tolerance (${tolerance}).`;
    problems.push({ path: [...path, 'half_credit_within'], sentence });
  }
  if (typeof answer === 'number') {
    if (source?.phantom !== undefined || source?.patient !== undefined) {
      const sentence = `The phantom knows the answer, so it is computed and not written: use ${NUMBER_ANSWERS.join(', ')}.`;
      problems.push({ path: [...path, 'answer'], sentence });
    } else if (answer < min || answer > max) {
      const sentence = `The answer ${answer} cannot be given: replies go from ${min} to ${max}.`;
      problems.push({ path: [...path, 'answer'], sentence });
    }
  } else if (source === null) {
    problems.push(noImage(answer, path));
  }
  const unit = number.unit ?? (answer === 'blas_percent' ? '%' : null);
  const isCount = COUNT_ANSWERS.some((count) => count === answer);
  return { kind: 'number', answer, min, max, unit, isCount, tolerance, halfCreditWithin };
}

function choiceResolve(
  choice: NonNullable<QuestionFile['choice']>,
  source: SourceFile | null,
  path: ScenarioPath,
  problems: PathProblem[],
): ChoiceQuestion {
  const values = choice.options.map(({ value }) => value);
  for (const [i, value] of values.entries()) {
    if (values.indexOf(value) < i) {
      const sentence = `The value ${value} stands here twice: give each option a value of its own.`;
      problems.push({ path: [...path, 'options', i, 'value'], sentence });
    }
  }
  const options = choice.options.map(({ value, label, why }) => ({ value, label, why: why ?? null }));
  const { answer } = choice;
  if (!answerIsComputed(answer)) {
    if (!values.includes(answer)) {
      const known = [...values, ...CHOICE_ANSWERS];
      const near = wordSuggest(answer, known);
      const advice = near === null ? `Write one of ${known.join(', ')}.` : `Did you mean ${near}?`;
      const sentence = `The answer "${answer}" is none of the options. ${advice}`;
      problems.push({ path: [...path, 'answer'], sentence });
    }
    return { kind: 'choice', answer: { value: answer }, options };
  }
  if (source === null) problems.push(noImage(answer, path));
  else if (SCAN_ANSWERS.includes(answer) && source.patient === undefined) {
    const sentence = `Only of a patient is ${answer} known: give each image of these rounds a patient as its source.`;
    problems.push({ path: [...path, 'answer'], sentence });
  }
  const possible: readonly string[] = CHOICE_VALUES[answer];
  for (const [i, value] of values.entries()) {
    if (possible.includes(value)) continue;
    const sentence = `The answer ${answer} is never "${value}": write one of ${possible.join(', ')}.`;
    problems.push({ path: [...path, 'options', i, 'value'], sentence });
  }
  return { kind: 'choice', answer: { from: answer }, options };
}

function answerIsComputed(answer: string): answer is ChoiceAnswer {
  return (CHOICE_ANSWERS as readonly string[]).includes(answer);
}

function noImage(answer: NumberAnswer | ChoiceAnswer, path: ScenarioPath): PathProblem {
  const sentence = `${answer} is computed from an image, and there is none here: put the question inside rounds.`;
  return { path: [...path, 'answer'], sentence };
}
