/**
 * The pass mark of the exam, by contrasting groups of simulated learners of five levels:
 * `npm run exams -- [--learners N] [--seed S] [--forms N] [--json]`. With `--forms` also how alike N forms are, measured on their
 * images. What the learners are is in `learners/model.ts`.
 */
import { parseArgs } from 'node:util';
import { commandStart, integerRead } from '../cli/shared/command.ts';
import { tableOf } from '../cli/shared/markdown-table.ts';
import { ITEM_COUNT } from '../domain/assessment/blueprint.ts';
import { groupsContrast, spreadOf } from '../domain/assessment/contrasting-groups.ts';
import { PASS_RIGHT } from '../domain/assessment/standard.ts';
import { FORM_TOLERANCE_DB, type FormFigures, formMeasure, formsSpread } from './exams/forms.ts';
import {
  PRACTICE_LEVELS,
  type PracticeLevel,
  type SimulatedSitting,
  sittingIsCompetent,
  sittingRun,
} from './exams/levels.ts';
import { LEARNER_MODEL } from './learners/model.ts';

const LEVELS = Object.keys(PRACTICE_LEVELS) as PracticeLevel[];

function examsStart(): void {
  const { values } = parseArgs({
    options: {
      learners: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      forms: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const learners = integerRead(values.learners, 'learners', 10, 100_000);
  const seed = integerRead(values.seed, 'seed', 0, 2 ** 31 - 1);
  const count = integerRead(values.forms, 'forms', 0, 1000);

  const sittings = LEVELS.flatMap((level, place) =>
    Array.from({ length: learners }, (_, i) => sittingRun(LEARNER_MODEL, level, seed + place * learners + i)),
  );
  const group = (isCompetent: boolean | null): readonly SimulatedSitting[] =>
    sittings.filter((sitting) => sittingIsCompetent(sitting) === isCompetent);
  const groups = [
    { name: 'competent', of: group(true) },
    { name: 'not competent', of: group(false) },
    { name: 'between', of: group(null) },
  ];
  const levels = LEVELS.map((level) => ({
    name: level,
    of: sittings.filter((sitting) => sitting.level === level),
  }));
  const rightOf = (list: readonly SimulatedSitting[]): number[] => list.map(({ right }) => right);
  const contrast = groupsContrast(rightOf(group(true)), rightOf(group(false)));
  const forms = Array.from({ length: count }, (_, i) => formMeasure(seed + i));

  if (values.json) {
    console.log(
      JSON.stringify({
        learners,
        seed,
        items: ITEM_COUNT,
        levels: levels.map(({ name, of }) => ({
          level: name,
          practice: PRACTICE_LEVELS[name],
          ...groupJson(of),
        })),
        groups: groups.map(({ name, of }) => ({ group: name, ...groupJson(of) })),
        crossing: rounded(contrast.crossing, 2),
        pass_right: contrast.passScore,
        pass_right_shipped: PASS_RIGHT,
        false_pass: rounded(contrast.falsePass, 4),
        false_fail: rounded(contrast.falseFail, 4),
        forms: forms.map((form) => ({
          seed: form.seed,
          measured: form.measured,
          contrast_db: rounded(form.contrastDb, 2),
          look_alikes: rounded(form.lookAlikes, 2),
        })),
      }),
    );
    return;
  }
  console.log(`${learners} simulated learners of each level from seed ${seed}, ${ITEM_COUNT} items each\n`);
  const row = (name: string, of: readonly SimulatedSitting[]): readonly string[] => {
    const { n, right_mean, right_sd, failure, passed } = groupJson(of);
    return [name, String(n), right_mean.toFixed(1), right_sd.toFixed(1), percent(failure), percent(passed)];
  };
  const HEAD = ['learners', 'right', 'SD', 'true failure', `pass at ${PASS_RIGHT}`] as const;
  console.log(
    tableOf([
      ['level: items of a skill', ...HEAD],
      ...levels.map(({ name, of }) => row(`${name}: ${PRACTICE_LEVELS[name]}`, of)),
    ]),
  );
  console.log(`\n${tableOf([['group', ...HEAD], ...groups.map(({ name, of }) => row(name, of))])}`);
  console.log(
    `\nthe groups' curves cross at ${contrast.crossing.toFixed(2)}: ${contrast.passScore} of ${ITEM_COUNT} pass (shipped: ${PASS_RIGHT})`,
  );
  console.log(
    `at ${contrast.passScore}: of those not competent ${percent(contrast.falsePass)} pass, of the competent ${percent(contrast.falseFail)} fail`,
  );
  if (forms.length < 2) return;
  console.log(`\n${formsTable(forms)}`);
  const { mean } = formsSpread(forms, 'contrastDb');
  const near = forms.filter(({ contrastDb }) => Math.abs(contrastDb - mean) <= FORM_TOLERANCE_DB).length;
  console.log(
    `\ncontrast within ${FORM_TOLERANCE_DB} dB of the mean of all: ${near} of ${forms.length} forms`,
  );
}

function formsTable(forms: readonly FormFigures[]): string {
  const line = (title: string, name: Parameters<typeof formsSpread>[1]): readonly string[] => {
    const { mean, sd, most } = formsSpread(forms, name);
    return [title, mean.toFixed(2), sd.toFixed(2), most.toFixed(2)];
  };
  return tableOf([
    [`${forms.length} forms, their means`, 'mean', 'SD', 'furthest off'],
    line('contrast against the middle of the finding, dB', 'contrastDb'),
    line('look-alikes where it is not', 'lookAlikes'),
  ]);
}

function groupJson(of: readonly SimulatedSitting[]) {
  // A group of nobody, or of one, has no spread.
  const { mean, sd } = of.length < 2 ? { mean: 0, sd: 0 } : spreadOf(of.map(({ right }) => right));
  const share = (sum: number): number => (of.length === 0 ? 0 : sum / of.length);
  return {
    n: of.length,
    right_mean: rounded(mean, 2),
    right_sd: rounded(sd, 2),
    failure: rounded(share(of.reduce((sum, { failure }) => sum + failure, 0)), 4),
    passed: rounded(share(of.filter(({ right }) => right >= PASS_RIGHT).length), 4),
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

await commandStart(examsStart);
