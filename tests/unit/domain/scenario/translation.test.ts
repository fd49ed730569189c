import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../../src/domain/scenario/error.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { Scenario } from '../../../../src/domain/scenario/scenario.ts';
import { scenarioTranslated } from '../../../../src/domain/scenario/translation.ts';
import { translationName } from '../../../../src/domain/scenario/translation-name.ts';

const ORIGINAL = `id: small
title: Small
summary: A small one.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: briefing
    text: Hello.
    key_points: [One., Two.]
  - step: rounds
    images:
      - id: one
        title: First
        source: { phantom: { seed: 1, pattern: a_lines, depth_mm: 80 } }
      - id: two
        source: { phantom: { seed: 2, pattern: a_lines, depth_mm: 80 } }
    steps:
      - step: freeze
        text: Stop.
      - step: mark
        text: Mark.
        findings:
          - { finding: rib, tolerance_mm: 3 }
        hints:
          - { show: word, text: Bright., cost: 5 }
          - { show: region, cost: 10 }
          - { show: answer, text: This., cost: 50 }
      - step: feedback
        text: So it was.
        explain:
          - { finding: rib, missed: Missed., extra: Extra. }
  - step: question
    ask: How far?
    number: { answer: 4, unit: inches, min: 0, max: 10 }
    explain: Four.
  - step: question
    id: why
    ask: Why?
    choice:
      answer: so
      options: [{ value: so, label: So }, { value: no, label: No, why: Not that. }]
    explain: So.
  - step: debrief
    text: Bye.
    variants:
      - { if_score_below: 60, text: Once more., key_points: [Again.] }
`;

const SPANISH = `title: Pequeño
summary: Uno pequeño.
images: { one: Primero }
steps:
  briefing: { text: Hola., key_points: [Uno., Dos.] }
  rounds:
    freeze: { text: Alto. }
    mark: { text: Marca., hints: [Brillante., Esto.] }
    feedback:
      text: Así era.
      explain: { rib: { missed: Falta., extra: Sobra. } }
  question: { ask: ¿Cuánto?, unit: pulgadas, explain: Cuatro. }
  why:
    ask: ¿Por qué?
    options: { so: { label: Así }, no: { label: 'No', why: Eso no. } }
    explain: Así.
  debrief:
    text: Adiós.
    variants: [{ text: Otra vez., key_points: [De nuevo.] }]
`;

function translated(text: string): Scenario {
  return scenarioTranslated({ text: ORIGINAL, name: 'small.yaml' }, { text, name: 'small.es.yaml' });
}

function problems(text: string): readonly string[] {
  try {
    translated(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    return (error as ScenarioError).message.split('\n');
  }
  return [];
}

/** Every text in a value, in the order of the value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('a translated scenario', () => {
  test('is the scenario with every text in the other language, and nothing else changed', () => {
    const english = scenarioParse(ORIGINAL, 'small.yaml');
    const spanish = translated(SPANISH);
    const pairs = textsIn(english).map((text, i) => [text, textsIn(spanish)[i]] as const);
    const changed = pairs.filter(([text, other]) => text !== other);
    expect(changed.map(([, text]) => text)).toContain('pulgadas');
    // Two images have their own copy of the three steps of the rounds.
    expect(changed).toHaveLength(30);
    expect(
      pairs.filter(([text]) => /[A-Z].*\.$/.test(text) && !changed.some(([one]) => one === text)),
    ).toEqual([]);
    expect(spanish.images.map(({ title }) => title)).toEqual(['Primero', 'two']);
    expect(spanish.steps.map(({ id }) => id)).toEqual(english.steps.map(({ id }) => id));
  });

  test('may leave a unit as it is', () => {
    expect(problems(SPANISH.replace('unit: pulgadas, ', ''))).toEqual([]);
  });

  test.each([
    ['summary: Uno pequeño.\n', '', '1:1: summary is missing here. It says: "A small one."'],
    [
      'freeze: { text: Alto. }',
      'freeze: {}',
      '7:13: steps.rounds.freeze.text is missing here. It says: "Stop."',
    ],
    [', Esto.]', ']', '8:34: steps.rounds.mark.hints.2 is missing here. It says: "This."'],
    ['Dos.]', 'Dos., Tres.]', 'The scenario has only 2 here: remove what is too much.'],
    ['images: { one:', 'images: { on:', '3:11: on is not in the scenario here: did you mean one?'],
    ['freeze: { text', 'observe: { text', '7:5: observe is not in the scenario here.'],
    ['missed: Falta.', 'missed: 3', '11:33: steps.rounds.feedback.explain.rib.missed is a text: write one'],
    ['Hola.', `"${'x'.repeat(4001)}"`, '5:21: text cannot be'],
    ['[Brillante., Esto.]', '{ a: b }', 'a is not in the scenario here: write a list'],
  ])('%s as %s is a problem with line and column', (from, to, sentence) => {
    expect(SPANISH).toContain(from);
    const found = problems(SPANISH.replace(from, to));
    expect(found.join('\n')).toContain(sentence);
    expect(found.every((one) => /^small\.es\.yaml:\d+:\d+: /.test(one))).toBe(true);
  });

  test('of a faulty scenario is refused in the name of the scenario', () => {
    const faulty = { text: ORIGINAL.replace('lesson: 1', 'lesson: x'), name: 'small.yaml' };
    expect(() => scenarioTranslated(faulty, { text: SPANISH, name: 'small.es.yaml' })).toThrow(
      /^small\.yaml:5:/,
    );
  });

  test('that is no YAML, or empty, says so', () => {
    expect(problems('')[0]).toContain("begins with the scenario's title");
    expect(problems('a: [')[0]).toContain('YAML');
  });
});

test('a translation is known by its name', () => {
  expect(translationName('x/a-lines.es.yaml')).toEqual({ original: 'x/a-lines.yaml', language: 'es' });
  expect(translationName('x/a-lines.yaml')).toBeNull();
  expect(translationName('a.b.ES.yaml')).toBeNull();
});

describe('the shipped scenarios in Spanish', () => {
  const folder = join(import.meta.dirname, '../../../../scenarios');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[^.]+\.yaml$/.test(file),
  );
  const read = (name: string) => ({ text: readFileSync(join(folder, name), 'utf8'), name });

  test.each(files)('%s is whole, and its figures are those of the English text', (file) => {
    const name = file.replace(/\.yaml$/, '.es.yaml');
    expect(existsSync(join(folder, name))).toBe(true);
    const english = scenarioParse(read(file).text, file);
    const spanish = scenarioTranslated(read(file), read(name));
    const texts = textsIn(spanish);
    const figures = (text: string): readonly string[] =>
      (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((one) => one.replace(',', '.')).sort();
    for (const [i, text] of textsIn(english).entries()) expect(figures(texts[i]!)).toEqual(figures(text));
  });
});
