/**
 * How images of a stated difficulty are drawn:
 * `npm run items -- --skill b_line.find --level hard [--normal] [--seeds N] [--tries N] [--seed S] [--json]`. With
 * `--levels` the terciles that the levels are cut at, over N exams of each pattern and look.
 */
import { parseArgs } from 'node:util';
import { CommandError, choiceRead, commandStart, integerRead, requiredRead } from '../cli/shared/command.ts';
import { tableOf } from '../cli/shared/markdown-table.ts';
import type { Terciles } from '../domain/learning/difficulty-levels.ts';
import { DIFFICULTY_LEVELS } from '../domain/learning/measured-difficulty.ts';
import { type FindingSkill, SKILLS, skillHasNormals } from '../domain/learning/skill.ts';
import { type DrawFigures, drawsMeasure } from './items/draws.ts';
import { tercilesMeasure } from './items/levels.ts';

const IMAGE_SKILLS = SKILLS.filter((skill): skill is FindingSkill => skill.includes('.'));

function itemsStart(): void {
  const { values } = parseArgs({
    options: {
      skill: { type: 'string' },
      level: { type: 'string', default: 'standard' },
      normal: { type: 'boolean', default: false },
      levels: { type: 'boolean', default: false },
      seeds: { type: 'string', default: '50' },
      tries: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const seeds = integerRead(values.seeds, 'seeds', 1, 10_000);
  const seed = integerRead(values.seed, 'seed', 0, 2 ** 31 - 1);
  if (values.levels) {
    const found = tercilesMeasure(seed, seeds);
    console.log(values.json ? JSON.stringify(found) : tercilesTable(found));
    return;
  }
  const tries = integerRead(values.tries, 'tries', 1, 10_000);
  const skill = choiceRead(requiredRead(values.skill, 'skill', 'such as b_line.find'), 'skill', IMAGE_SKILLS);
  const level = choiceRead(values.level, 'level', DIFFICULTY_LEVELS);
  if (values.normal && !skillHasNormals(skill)) {
    throw new CommandError('no-normals', `${skill} has no images without its finding: leave --normal out.`);
  }
  const figures = drawsMeasure({ skill, level, isNormal: values.normal }, seed, seeds, tries);
  if (values.json) console.log(JSON.stringify({ skill, level, normal: values.normal, tries, ...figures }));
  else console.log(drawsTable(`${skill} ${level}${values.normal ? ' normal' : ''}`, tries, figures));
}

function tercilesTable(found: ReturnType<typeof tercilesMeasure>): string {
  const pair = (terciles: Terciles): string =>
    terciles.some(Number.isNaN) ? '-' : terciles.map((value) => value.toFixed(1)).join(', ');
  return tableOf([
    ['finding', 'images', 'contrast, dB', 'size, mm', 'look-alikes', 'normals', 'look-alikes of normals'],
    ...found.map((each) => [
      each.finding,
      String(each.images),
      pair(each.contrastDb),
      pair(each.sizeMm),
      pair(each.distractors),
      String(each.normals),
      pair(each.distractorsOfNormals),
    ]),
  ]);
}

function drawsTable(title: string, tries: number, figures: DrawFigures): string {
  const range = (name: keyof NonNullable<DrawFigures['ranges']>, digits: number): string =>
    figures.ranges === null ? '-' : figures.ranges[name].map((value) => value.toFixed(digits)).join(' to ');
  const two = (median: number, p95: number): string => `${median.toFixed(0)} / ${p95.toFixed(0)}`;
  return tableOf([
    [title, ''],
    [`drawn within ${tries} tries`, `${figures.drawn} of ${figures.seeds}`],
    ['tries, median / 95th percentile', two(figures.triesMedian, figures.triesP95)],
    ['ms a draw, median / 95th percentile', two(figures.msMedian, figures.msP95)],
    ['contrast, dB', range('contrastDb', 1)],
    ['size, mm', range('sizeMm', 1)],
    ['look-alikes', range('distractors', 0)],
    ['gain, dB', range('gainDb', 1)],
    ['depth, mm', range('depthMm', 0)],
    ['of the clean look', String(figures.clean)],
  ]);
}

await commandStart(itemsStart);
