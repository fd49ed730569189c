import { describe, expect, test } from 'vitest';
import {
  type AttemptFile,
  attemptFileRead,
  attemptFileWrite,
  certificateCode,
  codeFits,
} from '../../../../src/domain/assessment/attempt-file.ts';

const FILE: AttemptFile = {
  product: 'batsign',
  kind: 'exam',
  version: 1,
  name: 'Íñigo Núñez',
  attempt: {
    id: 'one',
    scenarioId: 'exam-1-abc-0',
    seed: null,
    atMs: 1_790_000_000_000,
    score: 62.5,
    steps: [
      {
        kind: 'question',
        stepId: 'item-1/question',
        first: {
          ...{ score: 100, hints: [], hintCost: 0, isSkipped: false, elapsedS: 7, seenS: 6, confidence: 4 },
          ...{ reply: 'yes', expected: 'yes' },
        },
        practice: [],
      },
    ],
  },
  passRight: 14,
  formVersion: 1,
  network: '59ccc118',
};

describe('the file of an exam', () => {
  test('is read as it was written', () => {
    expect(attemptFileRead(attemptFileWrite(FILE))).toEqual(FILE);
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another product', attemptFileWrite({ ...FILE, product: 'other' as 'batsign' })],
    ['a newer version', attemptFileWrite({ ...FILE, version: 2 as 1 })],
    ['no name', attemptFileWrite({ ...FILE, name: '' })],
    ['a name without end', attemptFileWrite({ ...FILE, name: 'x'.repeat(81) })],
    ['a score beyond all', attemptFileWrite({ ...FILE, attempt: { ...FILE.attempt, score: 101 } })],
    ['a text without end', `${attemptFileWrite(FILE)}${' '.repeat(2_000_000)}`],
    [
      'steps without end',
      attemptFileWrite({
        ...FILE,
        attempt: { ...FILE.attempt, steps: Array(201).fill(FILE.attempt.steps[0]) },
      }),
    ],
  ])('with %s is none', (_, text) => {
    expect(attemptFileRead(text)).toBeNull();
  });

  test('that names a prototype changes nothing', () => {
    const text = attemptFileWrite(FILE).replace('{', '{"__proto__": {"name": "Mallory"},');
    expect(attemptFileRead(text)).toEqual(FILE);
    expect(({} as { name?: string }).name).toBeUndefined();
  });
});

describe('the code of a certificate', () => {
  const code = certificateCode(FILE);

  test('is twenty digits in groups of four', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('is the same however the file is laid out', () => {
    const { name, ...rest } = FILE;
    const turned = { ...Object.fromEntries(Object.entries(rest).reverse()), name };
    const read = attemptFileRead(JSON.stringify(turned))!;
    expect(certificateCode(read)).toBe(code);
    expect(codeFits(read, code)).toBe(true);
  });

  test('may be typed in small letters, with spaces, and O for 0', () => {
    expect(codeFits(FILE, ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `)).toBe(true);
    expect(codeFits(FILE, code.slice(0, -1))).toBe(false);
    expect(codeFits(FILE, '')).toBe(false);
  });

  test('is another one when anything of it is another', () => {
    const { attempt } = FILE;
    const [step] = attempt.steps as readonly [Extract<(typeof attempt.steps)[number], { kind: 'question' }>];
    const others: readonly AttemptFile[] = [
      { ...FILE, name: 'Inigo Nunez' },
      { ...FILE, passRight: 13 },
      { ...FILE, formVersion: 2 },
      { ...FILE, network: '59ccc119' },
      { ...FILE, attempt: { ...attempt, atMs: attempt.atMs + 1 } },
      { ...FILE, attempt: { ...attempt, scenarioId: 'exam-1-abd-0' } },
      { ...FILE, attempt: { ...attempt, steps: [] } },
      { ...FILE, attempt: { ...attempt, steps: [{ ...step, first: { ...step.first, reply: 'no' } }] } },
    ];
    const codes = [FILE, ...others].map(certificateCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const other of others) expect(codeFits(other, code)).toBe(false);
  });
});
