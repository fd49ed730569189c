import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { medicineDocument } from '../../../../src/cli/shared/medicine-document.ts';
import { GLOSSARY } from '../../../../src/domain/medicine/glossary.ts';
import { ScenarioError, type ScenarioProblem } from '../../../../src/domain/scenario/error.ts';
import { medicineParse } from '../../../../src/domain/scenario/medicine-parse.ts';
import { type ScenarioChecked, scenarioCheck, scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { scenarioJsonSchema } from '../../../../src/domain/scenario/schema.ts';
import { TEXT_KEYS } from '../../../../src/domain/scenario/source-check.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const REGISTER = readFileSync(join(ROOT, 'docs/medicine.yaml'), 'utf8');

const SMALL = medicineParse(
  `works:
  someone-2001: { by: Someone A, title: On ribs, in: Ribs 1, year: 2001, doi: 10.1000/ribs, checked: text }
  other-2002: { by: Other B, title: On fluid, in: Fluids 2, year: 2002, pmid: 7, checked: 'no' }
statements:
  rib-shadow: { says: A rib has a shadow., works: [someone-2001] }
  fluid-dark: { says: Fluid is dark., works: [other-2002, someone-2001] }
`,
  'medicine.yaml',
);

/** A scenario of a briefing, a round and a question, with places to write into. */
function written({
  head = '',
  briefing = '    text: A rib has a shadow.\n    sources: [rib-shadow]\n',
  freeze = '        text: Stop.\n',
  question = '    ask: Well?\n    sources: none\n    number: { answer: 3 }\n    explain: So it is.\n',
}): string {
  return `id: small
title: Small
summary: A small one.
${head}course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: briefing
${briefing}  - step: rounds
    images:
      - id: one
        title: Fluid and a shadow
        source: { clip: { any: true } }
    steps:
      - step: freeze
${freeze}  - step: question
${question}`;
}

function check(parts: Parameters<typeof written>[0]): ScenarioChecked {
  return scenarioCheck(written(parts), 'small.yaml', SMALL);
}

function withoutOf(parts: Parameters<typeof written>[0]): readonly string[] {
  return check(parts).without.map(({ id, line, terms }) => [id, line, ...terms].join(' '));
}

function problemsOf(parts: Parameters<typeof written>[0]): readonly ScenarioProblem[] {
  try {
    check(parts);
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    return (error as ScenarioError).problems;
  }
  return [];
}

describe('texts without a source', () => {
  test('are none where every text names one, or none', () => {
    expect(withoutOf({})).toEqual([]);
  });

  test('are all that teach and name nothing, whatever their words', () => {
    expect(withoutOf({ briefing: '    text: It is so.\n    key_points: [And so.]\n' })).toEqual([
      'briefing/text 10',
      'briefing/key_points/1 11',
    ]);
    const question =
      '    ask: Well?\n    choice:\n      answer: a\n      options:\n        - { value: a, label: Yes }\n        - { value: b, label: No, why: Look. }\n    explain: So.\n';
    expect(withoutOf({ question })).toEqual(['question/choice/options/2/why 26', 'question/explain 27']);
  });

  test('are of other kinds those that use a medical term', () => {
    expect(withoutOf({ freeze: '        text: Stop where it is bright.\n' })).toEqual([]);
    expect(withoutOf({ freeze: '        text: Stop where you see a rib.\n' })).toEqual([
      'rounds/freeze/text 19',
    ]);
    expect(withoutOf({ freeze: '        text: Stop where you see a rib.\n        sources: none\n' })).toEqual(
      [],
    );
    expect(withoutOf({ head: 'pass_score: 50\n' })).toEqual([]);
    const named = written({}).replace('A small one.', 'Fluid is dark.');
    expect(scenarioCheck(named, 'small.yaml', SMALL).without.map(({ id }) => id)).toEqual(['summary']);
  });

  test('are those that use a term of which nothing named speaks', () => {
    const briefing = '    text: A rib has a shadow, fluid has none.\n    sources: [rib-shadow]\n';
    expect(withoutOf({ briefing })).toEqual(['briefing/text 10 fluid']);
    expect(withoutOf({ briefing: briefing.replace(']', ', fluid-dark]') })).toEqual([]);
  });

  test('rest on what their step names, but nothing rests on none', () => {
    const hint = (sources: string) =>
      `    ask: Well?\n${sources}    number: { answer: 3 }\n    explain: So.\n    hints:\n      - { show: word, text: A rib has a shadow., cost: 5 }\n`;
    expect(withoutOf({ question: hint('    sources: [rib-shadow]\n') })).toEqual([]);
    expect(withoutOf({ question: hint('    sources: none\n') })).toEqual(['question/hints/1/text 26']);
  });

  test('are no titles of images', () => {
    expect(written({})).toContain('Fluid and a shadow');
    expect(withoutOf({})).toEqual([]);
  });
});

describe('names of sources', () => {
  test('are checked, with line and column', () => {
    expect(problemsOf({ briefing: '    text: Hello.\n    sources: [rib-shadow, rib-shadw]\n' })).toEqual([
      {
        line: 11,
        column: 27,
        sentence: 'There is no statement rib-shadw in docs/medicine.yaml. Did you mean rib-shadow?',
      },
    ]);
    expect(problemsOf({ freeze: '        text: Stop.\n        sources: [moon]\n' })[0]).toMatchObject({
      line: 20,
      sentence: 'There is no statement moon in docs/medicine.yaml. Write it there first, with its works.',
    });
  });

  test('are a list or none', () => {
    const [problem] = problemsOf({ briefing: '    text: Hello.\n    sources: rib-shadow\n' });
    expect(problem).toEqual({
      line: 11,
      column: 14,
      sentence: 'sources cannot be "rib-shadow": write a list of ids such as [rib-shadow], or none.',
    });
  });

  test('give each step its works, each once and in order', () => {
    const briefing = '    text: Fluid.\n    sources: [fluid-dark, rib-shadow]\n';
    const [step, other] = check({ briefing }).scenario.steps;
    expect(step?.works?.map(({ id }) => id)).toEqual(['other-2002', 'someone-2001']);
    expect(other?.works).toBeUndefined();
    const unchecked = scenarioParse(written({ briefing }), 'small.yaml');
    expect(unchecked.steps[0]?.works).toBeUndefined();
  });
});

describe('the register', () => {
  const problemsIn = (text: string): readonly ScenarioProblem[] => {
    try {
      medicineParse(text, 'medicine.yaml');
    } catch (error) {
      return (error as ScenarioError).problems;
    }
    return [];
  };
  const WORK = 'works:\n  a-2001: { by: A, title: T, in: J, year: 2001, checked: text }\n';

  test('refuses works that are missing, and works that nothing rests on', () => {
    expect(problemsIn(`${WORK}statements:\n  s: { says: So., works: [a-2002] }\n`)).toEqual([
      { line: 2, column: 3, sentence: 'No statement rests on a-2001: name it, or leave it out.' },
      { line: 4, column: 27, sentence: 'There is no work a-2002. Did you mean a-2001?' },
    ]);
  });

  test('refuses a DOI that is an address, and keys that it does not know', () => {
    const doi = WORK.replace('year', 'doi: https://doi.org/10.1/x, year');
    const [problem] = problemsIn(`${doi}statements:\n  s: { says: So., works: [a-2001] }\n`);
    expect(problem).toMatchObject({
      line: 2,
      sentence: expect.stringContaining('leave https://doi.org/ out'),
    });
    expect(problemsIn(`${WORK}statements:\n  s: { say: So., works: [a-2001] }\n`).length).toBeGreaterThan(0);
    expect(problemsIn('')[0]?.sentence).toBe('This file is empty: a register begins with its works.');
  });
});

describe('what is shipped', () => {
  const medicine = medicineParse(REGISTER, 'docs/medicine.yaml');
  const folder = join(ROOT, 'scenarios');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^.]+\.yaml$/.test(file))
    .sort();
  const checked = files.map((file) =>
    scenarioCheck(readFileSync(join(folder, file), 'utf8'), file, medicine),
  );

  test('names a source for every text (npm run scenario:check FILE says which)', () => {
    expect(files.length).toBeGreaterThanOrEqual(6);
    const lines = checked.flatMap(({ without }, i) => without.map(({ id }) => `${files[i]}: ${id}`));
    expect(lines).toEqual([]);
  });

  test('says everything that the register holds', () => {
    const named = new Set([...checked, ...GLOSSARY].flatMap(({ statements }) => statements));
    const unsaid = [...medicine.statements.values()].filter(
      ({ id, game }) => !named.has(id) && game.length === 0,
    );
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });

  test('shows works in every briefing and debrief', () => {
    const steps = checked.flatMap(({ scenario }) => scenario.steps);
    const reading = steps.filter(({ kind }) => kind === 'briefing' || kind === 'debrief');
    expect(reading.length).toBeGreaterThan(10);
    expect(reading.filter(({ works }) => works === undefined)).toEqual([]);
  });

  test('is written up (npm run scenario:check -- --medicine docs/medicine.md)', () => {
    const named = checked.map(({ statements }, i) => [files[i]!.split(sep).join('/'), statements] as const);
    expect(readFileSync(join(ROOT, 'docs/medicine.md'), 'utf8')).toBe(medicineDocument(medicine, named));
  });

  test('the schema has no key for a text that the check does not know', () => {
    // Units, experts and titles of images name things; conditions and ids are no texts.
    const NO_TEXT = ['unit', 'by'];
    const keys = new Set<string>();
    const visit = (node: unknown, key: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, maxLength, pattern, items } = node as Record<string, unknown>;
      // Texts are lines and prose: strings of bounded length and free form.
      if (type === 'string' && maxLength !== undefined && pattern === undefined) keys.add(key);
      if (items !== undefined) visit(items, key);
      for (const [name, child] of Object.entries(node)) {
        if (name === 'items') continue;
        if (name !== 'properties') visit(child, key);
        else for (const [property, value] of Object.entries(child as object)) visit(value, property);
      }
    };
    visit(scenarioJsonSchema(), '');
    expect([...keys].filter((key) => !NO_TEXT.includes(key)).sort()).toEqual([...TEXT_KEYS].sort());
  });
});
