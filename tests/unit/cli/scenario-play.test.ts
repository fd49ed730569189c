import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawFaults } from '../../../src/cli/scenario-play/draw-faults.ts';
import { faultSentence } from '../../../src/cli/scenario-play/fault-sentence.ts';
import { DIFFICULTY_LEVELS } from '../../../src/domain/learning/measured-difficulty.ts';
import { randomCreate } from '../../../src/domain/numbers/random.ts';
import { scenarioParse } from '../../../src/domain/scenario/parse.ts';
import type { Scenario, ScenarioStep } from '../../../src/domain/scenario/scenario.ts';
import { scenarioPlay } from '../../../src/parts/simulated/play.ts';
import { PLAYERS } from '../../../src/parts/simulated/players.ts';
import { seedImagesCreate } from '../../../src/parts/simulated/seed-images.ts';
import { commandRun } from '../../support/command-run.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'batsign-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const play = (...args: readonly string[]) => commandRun('src/cli/scenario-play.ts', args);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const HEAD = `title: Trial
summary: A trial.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
`;

/** One image that is frozen, marked and asked about. */
const marked = (image: string, findings: string): string => `id: marked
${HEAD}  - step: rounds
    images: [{ id: one, ${image} }]
    steps:
      - { step: observe, text: Look., min_time_s: 2 }
      - { step: freeze, text: Stop. }
      - { step: mark, text: Mark., findings: [${findings}] }
      - { step: feedback, text: So it was. }
      - { step: question, ask: How many?, number: { answer: b_line_count, min: 0, max: 9 }, explain: So many. }
`;

const B_LINE = '{ finding: b_line, tolerance_mm: 2 }';
const RIB = '{ finding: rib, tolerance_mm: 3 }';

/** A patient who is scanned, looked at by M-mode and asked about. */
const scanned = (goal: string, sign: string): string => `id: scanned
${HEAD}  - step: rounds
    images: [{ id: one, source: { patient: { seed: 11, condition: normal } } }]
    steps:
      - { step: scan, text: Find it., start: { zone: R1 }, goal: { ${goal} } }
      - step: m_mode
        ask: What does it show?
        options: [{ value: ${sign}, label: This }, { value: lung_point, label: That }]
        explain: So it is.
`;

/** A patient whose chest is surveyed, each zone answered, and the chart asked about. */
const surveyed = (answers: string): string => `id: surveyed
${HEAD}  - step: rounds
    images: [{ id: one, source: { patient: { seed: 2, condition: effusion } } }]
    steps:
      - { step: survey, text: Map it., start: { zone: R-upper }, zones: blue_6, ${answers} }
      - step: question
        ask: Which profile is it?
        choice:
          answer: blue_profile
          options: [{ value: nude, label: A-profile }, { value: a_plaps, label: A-profile and PLAPS }]
        explain: So it is.
      - { step: report, text: Compare. }
`;

/** One image on which something is proposed. */
const proposed = (source: string, traps: string): string => `id: proposed
${HEAD}  - step: rounds
    images: [{ id: one, source: { phantom: { ${source}, look: clean } } }]
    steps:
      - { step: freeze, text: Stop. }
      - { step: proposals, text: Decide., traps: [${traps}], own_errors: false, errors: { least: 1, most: 1 } }
`;

describe('npm run scenario:play', () => {
  test('has a sound scenario played to its end by each player', async () => {
    const image =
      'source: { phantom: { seed: 2104, pattern: b_lines, b_lines: 1, probe: convex } }, draw: {}';
    const path = file('marked.yaml', marked(image, `${RIB}, ${B_LINE}`));
    const ended = await play(path, '--seeds', '2', '--json');
    expect(ended.err).toBe('');
    expect(ended.code).toBe(0);
    const { seeds, scenarios } = JSON.parse(ended.out);
    expect(seeds).toBe(2);
    expect(scenarios).toMatchObject([{ file: path, id: 'marked', faults: [] }]);
    const { perfect, noisy, empty, random } = scenarios[0].scores;
    expect(Math.min(...perfect)).toBeGreaterThanOrEqual(90);
    for (const scores of [noisy, empty, random]) expect(scores).toHaveLength(2);
    expect(empty).toEqual([0, 0]);
  });

  // As `tests/e2e/scenarios.spec.ts` does by the pointer, with one of them but in the long run.
  test.each(['image/find-the-bat-sign', 'a-lines/a-lines'])(
    'the shipped %s is worth everything to who marks and answers rightly, and nothing to who does nothing',
    async (name) => {
      const ended = await play(join('scenarios', `${name}.yaml`), '--seeds', '1', '--json');
      expect(ended.err).toBe('');
      const { perfect, empty } = JSON.parse(ended.out).scenarios[0].scores;
      expect(perfect[0]).toBeGreaterThanOrEqual(90);
      expect(empty).toEqual([0]);
    },
  );

  test('a clip with the key of two experts is played without the clip', async () => {
    const key = `experts: [
          { by: A, date: 2026-11-30, frames: [{ index: 12, marks: [
            { line: { finding: pleural_line, points: [[-30, 15], [30, 15]], width_mm: 2 } },
            { beam: { finding: b_line, origin: [-15, 15], width_mm: 3, end_depth_mm: 90 } },
            { beam: { finding: b_line, origin: [5, 15], width_mm: 3, end_depth_mm: 90 } }] }] },
          { by: B, date: 2026-11-30, frames: [{ index: 12, marks: [
            { beam: { finding: b_line, origin: [-14, 15], width_mm: 3, end_depth_mm: 90 } }] }] }]`;
    const image = `source: { clip: { id: 0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11 } }, key: { ${key} }`;
    const pleura = '{ finding: pleural_line, tolerance_mm: 1.5, where: all_windows }';
    const path = file('keyed.yaml', marked(image, `${pleura}, ${B_LINE}`));
    const ended = await play(path, '--seeds', '2', '--json');
    expect(ended.err).toBe('');
    const { perfect, noisy, empty } = JSON.parse(ended.out).scenarios[0].scores;
    expect(perfect).toEqual([100, 100]);
    expect(noisy[0] + noisy[1]).toBeLessThan(200);
    expect(empty).toEqual([0, 0]);
  });

  test('a patient is scanned, and the place is given up by who finds none', async () => {
    const ended = await play(file('scanned.yaml', scanned('zone: R2', 'seashore')), '--seeds', '1');
    expect(ended.err).toBe('');
    expect(ended.out).toMatch(/\| scanned +\| +1 \| +100 \(100\) \|.* 0 \(0\) \|/);
  });

  test.each(['answers: pattern, sliding: true', 'answers: marks'])(
    'the zones of a chest are answered one by one (%s)',
    async (answers) => {
      const path = file('surveyed.yaml', surveyed(answers));
      // Of this patient most zones are healthy, which is what the idle player says of all.
      const ended = await play(path, '--seeds', '1', '--json', '--players', 'perfect,noisy,empty,random');
      expect(ended.err).toBe('');
      const { scores } = JSON.parse(ended.out).scenarios[0];
      expect(scores.perfect[0]).toBeGreaterThanOrEqual(90);
      expect(scores.empty).toEqual([0]);
      expect(scores.random[0]).toBeLessThan(scores.perfect[0]);
    },
  );

  test('who calls all zones of a sick patient healthy scores as much as healthy ones are among them', async () => {
    const path = file('idle.yaml', surveyed('answers: pattern').replace('effusion', 'interstitial'));
    const ended = await play(path, '--seeds', '1', '--json', '--players', 'noisy,idle');
    const { scores } = JSON.parse(ended.out).scenarios[0];
    expect(scores.idle[0]).toBeLessThan(scores.noisy[0]);
  });

  test('proposals are decided on, and skipped by who does nothing', async () => {
    const path = file('proposed.yaml', proposed('seed: 13, pattern: confluence', 'missed_confluence'));
    const ended = await play(path, '--seeds', '1');
    expect(ended.err).toBe('');
    expect(ended.out).toMatch(/\| proposed +\| +1 \| +100 \(100\) \|.* 0 \(0\) \|/);
  });

  test('says where an image has no place for the errors that are asked for', async () => {
    const path = file('no-place.yaml', proposed('seed: 12, pattern: a_lines', 'missed_confluence'));
    const ended = await play(path, '--seeds', '1', '--players', 'perfect');
    expect(ended.err).toContain(
      `${path}: seed 0: one/proposals: the image has place for 0 errors, less than the 1 that are asked for.`,
    );
  });

  test('says what is wrong, and with which seed', async () => {
    const clear = 'source: { phantom: { seed: 204, pattern: a_lines, probe: convex } }';
    const path = file('clear.yaml', marked(clear, B_LINE));
    const ended = await play(path, '--seeds', '1', '--players', 'perfect');
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(`${path}: seed 0: one/mark: the image one shows nothing for sure`);
  });

  test('a goal that is met nowhere, and a sign that no line shows', async () => {
    const path = file('nowhere.yaml', scanned('zone: R1, lung_sliding: no', 'barcode'));
    const ended = await play(path, '--seeds', '1', '--players', 'perfect,empty');
    expect(ended.err).toContain(`${path}: seed 0: one/scan: its goal is met nowhere.`);
    const path2 = file('no-sign.yaml', scanned('zone: R1', 'barcode'));
    const again = await play(path2, '--seeds', '1', '--players', 'perfect');
    expect(again.err).toContain(`${path2}: seed 0: one/m_mode: no line shows a sign`);
  });

  test('wrong calls are one sentence', async () => {
    expect(await play('--seeds', '0')).toMatchObject({ code: 2, err: expect.stringContaining('from 1 to') });
    expect(await play('--players', 'cheat')).toMatchObject({
      code: 2,
      err: expect.stringContaining('one of'),
    });
    expect(await play('nowhere.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nowhere.yaml'),
    });
  });
});

test('an image is held against what its draw states', () => {
  const image = 'source: { phantom: { seed: 204, pattern: a_lines, probe: convex } }';
  const faults = (draw: string) =>
    drawFaults(scenarioParse(marked(`${image}, draw: ${draw}`, RIB), 'drawn.yaml'), seedImagesCreate(0));
  expect(faults('{ shows: [b_line] }')).toEqual(['the image one does not show b_line.']);
  expect(faults('{ lacks: [a_line] }')).toEqual(['the image one is not without a_line.']);
  expect(faults('{ item: a_line.find, level: easy, normal: true }')).toEqual([
    'the image one is stated to be without what is asked for, as an item of a_line.find, and is not.',
  ]);
  const said = DIFFICULTY_LEVELS.flatMap((level) => faults(`{ item: rib.find, level: ${level} }`));
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/for rib.find, and is stated to be /);
});

describe('a scenario that cannot be played', () => {
  const READ = scenarioParse(`id: read\n${HEAD}  - { step: briefing, text: Hello. }\n`, 'read.yaml');
  const perfectPlay = (step: Partial<ScenarioStep>) => {
    const scenario = { ...READ, steps: READ.steps.map((one) => ({ ...one, ...step })) } as Scenario;
    return scenarioPlay(scenario, seedImagesCreate(0), PLAYERS.perfect(randomCreate(0, 0), 0));
  };

  test('comes to no end', async () => {
    const { outcome, faults } = await perfectPlay({ next: [{ when: null, goto: 'briefing', atMost: null }] });
    expect(outcome).toBeNull();
    expect(faults.map(faultSentence)).toEqual(['briefing: the scenario comes to no end from here.']);
  });

  test('has a step of a kind that is not known', async () => {
    const { outcome, faults } = await perfectPlay({ kind: 'dance' as 'briefing' });
    expect(outcome).toBeNull();
    expect(faults.map(faultSentence)).toEqual([
      'briefing: steps of the kind dance cannot be played by machine yet.',
    ]);
  });
});
