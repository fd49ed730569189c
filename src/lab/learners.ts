/**
 * Simulated learners go through every skill to the standard, in a fixed order, at random and as the scheduler chooses:
 * `npm run learners -- [--learners N] [--seed S] [--sensitivity N] [--json]`. What they are is in `learners/model.ts`.
 */
import { parseArgs } from 'node:util';
import { commandStart, integerRead } from '../cli/shared/command.ts';
import { tableOf } from '../cli/shared/markdown-table.ts';
import { type PolicyFigures, policyMeasure, savingOf } from './learners/figures.ts';
import { LEARNER_MODEL } from './learners/model.ts';
import type { PolicyName } from './learners/policy.ts';
import { sensitivityMeasure } from './learners/sensitivity.ts';

const POLICY_NAMES: readonly PolicyName[] = ['fixed', 'mastery', 'random', 'scheduler'];

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function figuresJson(figures: PolicyFigures) {
  return {
    items: round(figures.items, 1),
    items_quarters: [round(figures.lower, 1), round(figures.upper, 1)],
    items_mean: round(figures.mean, 1),
    reached: round(figures.reached, 3),
    hours: round(figures.hours, 2),
    accuracy: round(figures.accuracy, 4),
    loss_week_4: round(figures.lossWeek4, 2),
    loss_week_8: round(figures.lossWeek8, 2),
    loss_week_8_without_reviews: round(figures.lossWeek8Alone, 2),
    reviews: round(figures.reviews, 1),
    false_competent: round(figures.falseCompetent, 4),
  };
}

async function learnersStart(): Promise<void> {
  const { values } = parseArgs({
    options: {
      learners: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      sensitivity: { type: 'string', default: '4' },
      json: { type: 'boolean', default: false },
    },
  });
  const learners = integerRead(values.learners, 'learners', 1, 100_000);
  const seed = integerRead(values.seed, 'seed', 0, 2 ** 31 - 1);
  const few = integerRead(values.sensitivity, 'sensitivity', 0, 100_000);
  const seedsOf = (count: number): number[] => Array.from({ length: count }, (_, i) => seed + i);

  const measured = POLICY_NAMES.map(
    (policy) => [policy, policyMeasure(LEARNER_MODEL, policy, seedsOf(learners))] as const,
  );
  const policies = Object.fromEntries(measured);
  const { fixed, mastery, scheduler } = policies;
  const saving = savingOf(fixed!, scheduler!);
  const savingMastery = savingOf(mastery!, scheduler!);
  const falseCompetent = scheduler!.falseCompetent;
  const sensitivity = few === 0 ? [] : sensitivityMeasure(seedsOf(few));

  if (values.json) {
    console.log(
      JSON.stringify({
        learners,
        seed,
        policies: Object.fromEntries(measured.map(([name, figures]) => [name, figuresJson(figures)])),
        saving: round(saving, 4),
        saving_against_mastery: round(savingMastery, 4),
        false_competent: round(falseCompetent, 4),
        sensitivity: sensitivity.map((line) => ({
          number: line.name,
          value: line.value,
          saving: round(line.saving, 4),
          loss_week_8: round(line.lossWeek8, 2),
          false_competent: round(line.falseCompetent, 4),
        })),
      }),
    );
    return;
  }
  console.log(`${learners} simulated learners from seed ${seed}, every skill to the standard\n`);
  console.log(
    tableOf([
      [
        'policy',
        'items',
        'quarters',
        'reached',
        'hours',
        'right',
        'lost by week 4',
        'week 8',
        'without reviews',
        'items since',
        'false',
      ],
      ...measured.map(([name, each]) => [
        name,
        each.items.toFixed(0),
        `${each.lower.toFixed(0)}-${each.upper.toFixed(0)}`,
        percent(each.reached),
        each.hours.toFixed(1),
        percent(each.accuracy),
        each.lossWeek4.toFixed(1),
        each.lossWeek8.toFixed(1),
        each.lossWeek8Alone.toFixed(1),
        each.reviews.toFixed(0),
        percent(each.falseCompetent),
      ]),
    ]),
  );
  console.log(
    `\nfewer items than in fixed order: ${percent(saving)} (wanted 25 % or more); than one skill after the other, each until it is declared: ${percent(savingMastery)}`,
  );
  console.log(
    `lost by week 8 with the scheduler's reviews: ${scheduler!.lossWeek8.toFixed(1)} points (wanted under 5)`,
  );
  console.log(`declared competent at 20 % failure or more: ${percent(falseCompetent)} (wanted 10 % or less)`);
  if (sensitivity.length === 0) return;
  console.log(`\nWith another number in the model, ${few} learners each:\n`);
  console.log(
    tableOf([
      ['number', 'value', 'fewer items', 'lost by week 8', 'false'],
      ...sensitivity.map(({ name, value, saving: share, lossWeek8, falseCompetent: wrong }) => [
        name === null ? 'as it is' : `${name} (${LEARNER_MODEL[name]})`,
        value === null ? '' : String(value),
        percent(share),
        lossWeek8.toFixed(1),
        percent(wrong),
      ]),
    ]),
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

await commandStart(learnersStart);
