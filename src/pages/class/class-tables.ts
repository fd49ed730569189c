import type { ClassAnswer } from '../../domain/class-results/class-answers.ts';
import type { ClassItem } from '../../domain/class-results/class-items.ts';
import type { LearnerFigures } from '../../domain/class-results/class-learners.ts';
import { RIGHT_SCORE } from '../../domain/learning/right-score.ts';
import type { ListedScenario } from '../../domain/scenario/listed-scenario.ts';
import { type Cell, type CsvForm, classCsv } from '../../formats/class-csv/class-csv.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';
import { type Comments, commentKey } from './comments.ts';
import { answerName, exerciseTitle, itemName, learnerNameOf, type StepNames } from './item-name.ts';

/** The figures of the learners as a spreadsheet reads them. */
export function learnersCsv(figures: readonly LearnerFigures[]): string {
  const head = [
    say('classroom.learners.name'),
    say('classroom.learners.answers'),
    say('classroom.items.right'),
    say('classroom.learners.score'),
    say('classroom.learners.equal'),
    say('classroom.csv.column.seconds'),
    say('classroom.csv.column.confidence'),
    say('classroom.learners.sureButWrong'),
    say('classroom.learners.hints'),
  ];
  const rows = figures.map((one): readonly Cell[] => [
    learnerNameOf(one.learner),
    one.answers.length,
    one.right,
    ...[one.score, one.equalScore, one.seconds, one.confidence].map(rounded),
    one.sureButWrong,
    one.hints,
  ]);
  return classCsv(head, rows, csvForm());
}

/** The figures of the items. */
export function itemsCsv(
  items: readonly ClassItem[],
  names: StepNames,
  scenarios: readonly ListedScenario[],
): string {
  const head = [
    say('classroom.items.exercise'),
    say('classroom.items.name'),
    say('classroom.csv.column.learners'),
    say('classroom.items.right'),
    say('classroom.items.ease'),
    say('classroom.items.discrimination'),
    say('classroom.csv.column.seconds'),
    say('classroom.csv.column.confidence'),
    say('classroom.items.hinted'),
    say('classroom.items.flag'),
  ];
  const rows = items.map((item): readonly Cell[] => [
    exerciseTitle(item.answers[0]!.attempt, scenarios),
    itemName(item, names),
    item.scored,
    item.right,
    ...[item.ease === null ? null : 100 * item.ease, item.discrimination, item.seconds, item.confidence].map(
      rounded,
    ),
    item.hinted,
    item.flag === null ? null : say(`classroom.items.flags.${item.flag}`),
  ]);
  return classCsv(head, rows, csvForm());
}

/** Every answer that counts, a row each. */
export function answersCsv(
  answers: readonly ClassAnswer[],
  comments: Comments,
  names: StepNames,
  scenarios: readonly ListedScenario[],
): string {
  const head = [
    say('classroom.learners.name'),
    say('classroom.items.exercise'),
    say('classroom.csv.column.form'),
    say('classroom.csv.column.date'),
    say('classroom.items.name'),
    say('classroom.csv.column.kind'),
    say('classroom.learners.score'),
    say('classroom.csv.column.isRight'),
    say('classroom.csv.column.seconds'),
    say('classroom.csv.column.confidence'),
    say('classroom.learners.hints'),
    say('classroom.csv.column.tries'),
    say('classroom.csv.column.level'),
    say('classroom.csv.column.said'),
    say('classroom.csv.column.expected'),
    say('classroom.csv.column.comment'),
  ];
  const rows = answers.map((one): readonly Cell[] => {
    const { learner, attempt, answer } = one;
    const { score } = answer;
    return [
      learnerNameOf(learner),
      exerciseTitle(attempt, scenarios),
      attempt.form,
      new Date(attempt.atMs).toISOString(),
      answerName(one, names),
      answer.kind,
      rounded(score),
      score === null ? null : Number(score >= RIGHT_SCORE),
      answer.seconds,
      answer.confidence,
      answer.hints,
      answer.tries,
      answer.level,
      answer.said,
      answer.expected,
      comments.get(commentKey(one)) ?? null,
    ];
  });
  return classCsv(head, rows, csvForm());
}

/** Spreadsheets in Spanish read decimal commas. */
function csvForm(): CsvForm {
  return { decimal: wordsLanguage() === 'es' ? ',' : '.' };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(100 * value) / 100;
}
