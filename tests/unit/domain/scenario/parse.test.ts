import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ScenarioError, type ScenarioProblem } from '../../../../src/domain/scenario/error.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { MarkStep } from '../../../../src/domain/scenario/scenario.ts';
import { scenarioSchemaText } from '../../../../src/domain/scenario/schema.ts';
import { BLUE_PROFILES } from '../../../../src/domain/survey/blue-profile.ts';

const GOOD = `id: small
title: Small
summary: A small one.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: briefing
    text: Hello.
  - step: rounds
    images:
      - id: one
        source: { phantom: { seed: 1, pattern: a_lines, depth_mm: 80 } }
      - id: two
        source: { clip: { any: true } }
    steps:
      - step: observe
        text: Look.
        min_time_s: 3
      - step: freeze
        text: Stop.
      - step: mark
        text: Mark.
        findings:
          - { finding: rib, tolerance_mm: 3 }
        hints:
          - { show: word, text: Bright., cost: 5 }
          - { show: answer, cost: 50 }
      - step: feedback
        text: So it was.
        next:
          - { if_score_below: 60, goto: mark }
  - step: debrief
    text: Bye.
`;

function problemsOfText(text: string): readonly ScenarioProblem[] {
  try {
    scenarioParse(text, 'small.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    return (error as ScenarioError).problems;
  }
  return [];
}

describe('scenarioParse', () => {
  test('lays rounds out flat, one copy of the steps per image, with defaults filled in', () => {
    const scenario = scenarioParse(GOOD, 'small.yaml');
    expect(scenario.steps.map(({ id }) => id)).toEqual([
      'briefing',
      'one/observe',
      'one/freeze',
      'one/mark',
      'one/feedback',
      'two/observe',
      'two/freeze',
      'two/mark',
      'two/feedback',
      'debrief',
    ]);
    expect(scenario.images).toEqual([
      {
        id: 'one',
        title: 'one',
        source: { kind: 'phantom', request: { seed: 1, split: 'game', pattern: 'a_lines', depthMm: 80 } },
        draw: null,
      },
      { id: 'two', title: 'two', source: { kind: 'clip' }, draw: null },
    ]);
    const mark = scenario.steps[7] as MarkStep;
    expect(mark).toMatchObject({
      kind: 'mark',
      imageId: 'two',
      findings: [{ finding: 'rib', toleranceMm: 3, weight: 1 }],
      tools: ['brush', 'eraser', 'line', 'beam', 'region'],
      timeLimitS: null,
      weight: 2,
    });
    expect(mark.hints).toEqual([
      { kind: 'word', text: 'Bright.', findings: [], cost: 5 },
      { kind: 'answer', text: null, findings: ['rib'], cost: 50 },
    ]);
    expect(scenario.steps[8]!.next).toEqual([
      { when: { kind: 'below', score: 60 }, goto: 'two/mark', atMost: 1 },
    ]);
    expect(scenario.passScore).toBe(60);
  });

  // Each: what is wrong, what is replaced by what, the text at whose start the problem is, and the sentence.
  test.each([
    [
      'an unknown key',
      'tolerance_mm: 3',
      'tolerence_mm: 3',
      'tolerence_mm',
      'tolerence_mm is not known here: did you mean tolerance_mm?',
    ],
    [
      'a key in another unit',
      'tolerance_mm: 3',
      'tolerance_px: 3',
      'tolerance_px',
      'tolerance_px is not known here: this is given in millimetres, write tolerance_mm.',
    ],
    [
      'a key without a unit',
      'min_time_s: 3',
      'min_time: 3',
      'min_time',
      'min_time is not known here: this is given in seconds, write min_time_s.',
    ],
    [
      'a key that nothing resembles',
      'min_time_s: 3',
      'colour: red',
      'colour',
      'colour is not known here. Known here: step, id, next, sources, text, min_time_s.',
    ],
    [
      'a unit in a value',
      'tolerance_mm: 3',
      'tolerance_mm: 3 cm',
      '3 cm',
      'tolerance_mm is a plain number of millimetres, and cannot be "3 cm": write tolerance_mm: 30.',
    ],
    [
      'a unit nobody knows',
      'tolerance_mm: 3',
      'tolerance_mm: 3 px',
      '3 px',
      'tolerance_mm is a plain number of millimetres, and cannot be "3 px": write the number alone, without a unit.',
    ],
    [
      'minutes for seconds',
      'min_time_s: 3',
      'min_time_s: 2 min',
      '2 min',
      'min_time_s is a plain number of seconds, and cannot be "2 min": write min_time_s: 120.',
    ],
    [
      'a class that is not one',
      'finding: rib',
      'finding: ribs',
      'ribs',
      'finding cannot be "ribs": write one of rib, pleural_line, a_line, b_line, b_line_confluence, pleural_effusion, consolidation. Did you mean rib?',
    ],
    [
      'a kind of step',
      'step: observe',
      'step: obsrve',
      'obsrve',
      'step cannot be "obsrve": write one of briefing, observe, freeze, scan, m_mode, survey, mark, question, proposals, feedback, report. Did you mean observe?',
    ],
    [
      'a value out of range',
      'depth_mm: 80',
      'depth_mm: 8',
      '8 }',
      'depth_mm cannot be 8: it must be at least 60.',
    ],
    [
      'a seed that is no whole number',
      'seed: 1',
      'seed: 1.5',
      '1.5',
      'seed cannot be 1.5: write a whole number.',
    ],
    [
      'a missing key',
      'title: Small\n',
      '',
      'id: small',
      'title is missing here: write a text (in quotes if it looks like a number).',
    ],
    [
      'both sources',
      'clip: { any: true }',
      'clip: { any: true }, phantom: { seed: 7 }',
      '{ clip',
      'A source is a phantom, a patient, a clip or a camera: write exactly one of them.',
    ],
    [
      'goto to no step',
      'goto: mark',
      'goto: marks',
      'marks }',
      'goto leads to "marks", which is no step. Did you mean mark?',
    ],
    [
      'a finding twice',
      'tolerance_mm: 3 }',
      'tolerance_mm: 3 }\n          - { tolerance_mm: 2, finding: rib }',
      'rib }',
      'rib is listed twice: keep it once.',
    ],
    [
      'hints out of order',
      '{ show: answer, cost: 50 }',
      '{ show: answer, cost: 50 }\n          - { cost: 1, show: outline }',
      'outline',
      'A hint gives away more than the one before it: outline goes before answer.',
    ],
    [
      'a word without text',
      'show: word, text: Bright.',
      'show: word',
      'word,',
      'A hint that shows a word needs its text.',
    ],
    [
      'an unknown finding in a hint',
      'show: answer, cost: 50',
      'show: answer, findings: [a_line], cost: 50',
      'a_line]',
      'This step does not ask for a_line. It asks for: rib.',
    ],
    [
      'the eraser alone',
      'hints:',
      'tools: [eraser]\n        hints:',
      '[eraser]',
      'The eraser alone cannot mark anything: add brush, line, beam or region.',
    ],
    [
      'an image twice',
      'id: two',
      'title: x\n        id: one',
      'one\n        source: { clip',
      'The image one stands here twice: give each image an id of its own.',
    ],
    [
      'marks without a frozen image',
      '- step: freeze\n        text: Stop.\n      ',
      '',
      'step: mark',
      'Only a frozen image can be marked: put a freeze or scan step before this one.',
    ],
    [
      'feedback after questions about the same image',
      '- step: feedback\n        text: So it was.',
      '- step: question\n        ask: How many?\n        number: { answer: b_line_count }\n        explain: So.\n      - step: feedback\n        text: So it was.',
      'step: feedback\n        text: So it was',
      'Questions about this image come before the feedback on its marks, so that they are answered with wrong marks in mind: put the feedback first, or say that it is meant by after_questions: true.',
    ],
    [
      'feedback without marks',
      '- step: freeze',
      '- step: feedback\n        text: Too early.\n      - step: freeze',
      'step: feedback\n        text: Too early',
      'There are no marks to speak of yet: put a mark step before this one.',
    ],
    [
      'a reserved id',
      'step: observe',
      'id: end\n        step: observe',
      'end\n',
      'end has a meaning of its own or names a step outside: give this step another id.',
    ],
    [
      'a key twice',
      'lesson: 1',
      'lesson: 1\nlesson: 2',
      'lesson: 2',
      'This key stands here twice: keep one of them.',
    ],
    [
      'a step never reached',
      'text: Hello.',
      'text: Hello.\n    next: [{ goto: debrief }]',
      'step: observe',
      'The step observe is never reached: lead to it or remove it.',
    ],
    [
      'a way that never ends',
      'text: Bye.',
      'text: Bye.\n    next: [{ goto: briefing }]',
      'step: debrief',
      'From here the scenario never ends',
    ],
    [
      'a branch behind an open one',
      '- { if_score_below: 60, goto: mark }',
      '- { goto: next-round }\n          - { if_score_below: 60, goto: mark }',
      '{ goto: next-round }',
      'This branch has no condition, so those after it are never taken: put it last.',
    ],
    [
      'two conditions in one',
      'if_score_below: 60',
      'if_score_below: 60, if_score_at_least: 10',
      '{ if_score_below',
      'A branch has one condition: write if_score_below or if_score_at_least, not both.',
    ],
  ])('says what is wrong and where: %s', (_, from, to, at, sentence) => {
    expect(GOOD).toContain(from);
    const text = GOOD.replace(from, to);
    const before = text.slice(0, text.indexOf(at)).split('\n');
    expect(text.indexOf(at)).toBeGreaterThanOrEqual(0);
    const [problem] = problemsOfText(text);
    expect(problem).toEqual({
      line: before.length,
      column: before.at(-1)!.length + 1,
      sentence: expect.stringContaining(sentence),
    });
  });

  test('names file, line and column in the message', () => {
    expect(() => scenarioParse(GOOD.replace('rib,', 'ribs,'), 'x/small.yaml')).toThrow(
      /^x\/small\.yaml:26:24: finding cannot be "ribs"/,
    );
  });

  test('reports every problem, in the order of the file', () => {
    const text = GOOD.replace('lesson: 1', 'lesson: one').replace('cost: 50', 'cost: 500');
    expect(problemsOfText(text).map(({ line }) => line)).toEqual([5, 29]);
  });

  test.each([
    ['an empty file', '', 'This file is empty: a scenario begins with its id.'],
    ['a text', 'hello', 'The file cannot be "hello": write keys and values, indented under it.'],
    [
      'two documents',
      `${GOOD}---\n${GOOD}`,
      'A file holds one scenario: remove the line "---" and what follows it.',
    ],
    ['broken YAML', 'id: "small', /^This is not well-formed YAML/],
    ['something huge', 'x'.repeat(2_000_001), 'This file is too long to be a scenario (over 2000 kB).'],
  ])('refuses %s with one sentence', (_, text, sentence) => {
    const problems = problemsOfText(text);
    expect(problems[0]!.sentence).toMatch(
      sentence instanceof RegExp ? sentence : new RegExp(`^${literal(sentence)}$`),
    );
  });

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{'.repeat(100_000)],
    ['brackets on lines of their own', '[1,\n'.repeat(20_000)],
    ['dashes', `${'- '.repeat(50_000)}x`],
    ['question marks', `${'? '.repeat(50_000)}x`],
  ])('refuses %s without end with one sentence', (_, text) => {
    const problems = problemsOfText(text);
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'This file is nested too deeply to be a scenario: look for brackets or dashes that are too many.',
    ]);
  });

  test('refuses deep nesting that is well-formed with one sentence, and names no more than ten slips', () => {
    expect(problemsOfText(`${'['.repeat(400)}${']'.repeat(400)}`)).toHaveLength(1);
    expect(problemsOfText(']\n'.repeat(5000)).length).toBeLessThanOrEqual(10);
    expect(problemsOfText('a: [\n'.repeat(300)).length).toBeLessThanOrEqual(10);
  });

  test('refuses aliases that swell', () => {
    const swollen = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 0; i < 8; i++) {
      const [from, to] = ['abcdefghi'[i]!, 'abcdefghi'[i + 1]!];
      swollen.push(`${to}: &${to} [*${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}]`);
    }
    expect(problemsOfText(swollen.join('\n'))[0]!.sentence).toMatch(/^This file repeats itself/);
  });

  test('points at the shared steps of an alias', () => {
    const text = GOOD.replace('findings:\n', 'findings: &asked\n').replace(
      '- step: debrief',
      '- step: rounds\n    images: [{ id: three, source: { phantom: { seed: 2 } } }]\n    steps:\n' +
        '      - { step: freeze, text: Stop. }\n      - { step: mark, text: Mark., findings: *asked }\n' +
        '  - step: debrief',
    );
    expect(problemsOfText(text)).toEqual([]);
    const wrong = problemsOfText(text.replace('finding: rib', 'finding: rob'));
    expect(wrong.map(({ line }) => line)).toEqual([26]);
  });
});

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const ROOT = join(import.meta.dirname, '../../../..');

describe('the shipped scenarios', () => {
  const files = readdirSync(join(ROOT, 'scenarios'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[^.]+\.yaml$/.test(file),
  );

  test('there are at least the three first ones', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        join('a-lines', 'a-lines.yaml'),
        join('b-lines', 'count-the-b-lines.yaml'),
        join('image', 'find-the-bat-sign.yaml'),
      ]),
    );
  });

  test.each(files)('%s is sound, named like its id, filed under its course, and names its schema', (file) => {
    const text = readFileSync(join(ROOT, 'scenarios', file), 'utf8');
    const scenario = scenarioParse(text, file);
    expect(file).toBe(join(scenario.course, `${scenario.id}.yaml`));
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../scenario.schema.json');
    // A whole chest is as much as several images.
    const isSurvey = scenario.steps.some(({ kind }) => kind === 'survey');
    expect(scenario.images.length).toBeGreaterThanOrEqual(isSurvey ? 1 : 2);
  });

  test('who is asked for a profile can give whichever their own chart leads to', () => {
    for (const file of files) {
      for (const step of scenarioParse(readFileSync(join(ROOT, 'scenarios', file), 'utf8'), file).steps) {
        if (step.kind !== 'question' || step.reply.kind !== 'choice') continue;
        const { answer, options } = step.reply;
        if (!('from' in answer) || answer.from !== 'blue_profile') continue;
        expect(
          options.map(({ value }) => value),
          file,
        ).toEqual(BLUE_PROFILES);
      }
    }
  });

  test('where a lung point was found the M-mode that follows is to show it', () => {
    for (const file of files) {
      const { steps } = scenarioParse(readFileSync(join(ROOT, 'scenarios', file), 'utf8'), file);
      for (const [at, step] of steps.entries()) {
        if (step.kind !== 'm_mode') continue;
        const before = steps[at - 1];
        const isAtEdge = before?.kind === 'scan' && before.goal.sliding === 'in_part';
        expect(step.goal, `${file}: ${step.id}`).toBe(isAtEdge ? 'lung_point' : null);
      }
    }
  });

  test('the schema for editors is up to date (npm run scenario:check -- --schema scenarios/scenario.schema.json)', () => {
    expect(readFileSync(join(ROOT, 'scenarios/scenario.schema.json'), 'utf8')).toBe(scenarioSchemaText());
  });
});
