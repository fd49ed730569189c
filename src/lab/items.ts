/**
 * How images of a stated difficulty are drawn:
 * `npm run items -- --skill b_line.find --level hard [--normal] [--seeds N] [--tries N] [--seed S] [--json]`. With
 * `--levels` the terciles that the levels are cut at, over N exams of each pattern and look, and `--patients` N patients of each sight.
 */
import { parseArgs } from 'node:util';
import { CommandError, choiceRead, commandStart, integerRead, requiredRead } from '../cli/shared/command.ts';
import { tableOf } from '../cli/shared/markdown-table.ts';
import type { Terciles } from '../domain/learning/difficulty-votes.ts';
import { DIFFICULTY_LEVELS } from '../domain/learning/measured-difficulty.ts';
import { SKILLS, skillHasNormals } from '../domain/learning/skill.ts';
import { type DrawFigures, drawsMeasure, MEASURES, type MeasureName } from './items/draws.ts';
import { tercilesMeasure } from './items/levels.ts';
import { patientTercilesMeasure } from './items/patient-levels.ts';

function itemsStart(): void {
  const { values } = parseArgs({
    options: {
      skill: { type: 'string' },
      level: { type: 'string', default: 'standard' },
      normal: { type: 'boolean', default: false },
      levels: { type: 'boolean', default: false },
      seeds: { type: 'string', default: '50' },
      patients: { type: 'string', default: '200' },
      tries: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const seeds = integerRead(values.seeds, 'seeds', 1, 10_000);
  const seed = integerRead(values.seed, 'seed', 0, 2 ** 31 - 1);
  if (values.levels) {
    const found = tercilesMeasure(seed, seeds);
    const patients = patientTercilesMeasure(seed, integerRead(values.patients, 'patients', 1, 10_000));
    console.log(
      values.json
        ? JSON.stringify({ exams: found, patients })
        : `${tercilesTable(found)}\n\n${patientsTable(patients)}`,
    );
    return;
  }
  const tries = integerRead(values.tries, 'tries', 1, 10_000);
  const skill = choiceRead(requiredRead(values.skill, 'skill', 'such as b_line.find'), 'skill', SKILLS);
  const level = choiceRead(values.level, 'level', DIFFICULTY_LEVELS);
  if (values.normal && !skillHasNormals(skill)) {
    throw new CommandError('no-normals', `${skill} has no images without its finding: leave --normal out.`);
  }
  const figures = drawsMeasure({ skill, level, isNormal: values.normal }, seed, seeds, tries);
  if (values.json) console.log(JSON.stringify({ skill, level, normal: values.normal, tries, ...figures }));
  else console.log(drawsTable(`${skill} ${level}${values.normal ? ' normal' : ''}`, tries, figures));
}

function pair(terciles: Terciles): string {
  return terciles.some(Number.isNaN) ? '-' : terciles.map((value) => value.toFixed(1)).join(', ');
}

function patientsTable(found: ReturnType<typeof patientTercilesMeasure>): string {
  return tableOf([
    ['patients', 'number', 'of those drawn', 'measure', 'terciles'],
    ...found.flatMap(({ sight, patients, drawn, terciles }) =>
      Object.entries(terciles).map(([name, cuts]) => [
        sight,
        String(patients),
        String(drawn),
        name,
        name === 'lesserShare' ? cuts.map((cut) => cut.toFixed(2)).join(', ') : pair(cuts),
      ]),
    ),
  ]);
}

function tercilesTable(found: ReturnType<typeof tercilesMeasure>): string {
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
  const ranges = (Object.keys(MEASURES) as MeasureName[]).flatMap((name) => {
    const range = figures.ranges[name];
    return range === undefined ? [] : [[name, range.map((value) => value.toFixed(1)).join(' to ')]];
  });
  const two = (median: number, p95: number): string => `${median.toFixed(0)} / ${p95.toFixed(0)}`;
  return tableOf([
    [title, ''],
    [`drawn within ${tries} tries`, `${figures.drawn} of ${figures.seeds}`],
    ['tries, median / 95th percentile', two(figures.triesMedian, figures.triesP95)],
    ['ms a draw, median / 95th percentile', two(figures.msMedian, figures.msP95)],
    ...ranges,
    ['of the clean look', String(figures.clean)],
  ]);
}

await commandStart(itemsStart);
