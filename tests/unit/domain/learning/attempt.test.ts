import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attemptSchema } from '../../../../src/domain/learning/attempt.ts';
import { markSchema } from '../../../../src/domain/marks/mark-schema.ts';
import { storedRead } from '../../../../src/domain/stored/stored-read.ts';
import { attemptMake, MARKS } from '../../../fixtures/store/records.ts';

test.each(MARKS)('a $kind mark is read as it was', (mark) => {
  expect(storedRead(markSchema, mark, 'mark')).toEqual({ value: mark });
});

const [brush, , , beam] = MARKS;

test.each([
  ['no mark at all', null, 'mark is not an object.'],
  ['a list', [], 'mark is not an object.'],
  [
    'an unknown kind',
    { ...brush, kind: 'spray' },
    'mark.kind is not one of brush, eraser, line, beam, region.',
  ],
  ['the background', { ...brush, finding: 'background' }, /^mark\.finding is not one of rib, /],
  ['no id', { ...brush, id: '' }, 'mark.id is not a text.'],
  ['no points', { ...brush, points: {} }, 'mark.points is not a list.'],
  [
    'a point without y',
    { ...brush, points: [{ x: 1 }] },
    'mark.points[0].y is not a number from -1000 to 1000.',
  ],
  [
    'a point at infinity',
    {
      ...brush,
      points: [
        { x: 1, y: 2 },
        { x: Number.POSITIVE_INFINITY, y: 1 },
      ],
    },
    'mark.points[1].x is not a number from -1000 to 1000.',
  ],
  ['a negative radius', { ...brush, radiusMm: -1 }, 'mark.radiusMm is not a number from 0 to 1000.'],
  ['a width in text', { ...beam, widthMm: '3' }, 'mark.widthMm is not a number from 0 to 1000.'],
  ['no origin', { ...beam, origin: undefined }, 'mark.origin is not an object.'],
])('%s is refused', (_what, value, message) => {
  expect(storedRead(markSchema, value, 'mark')).toEqual({
    fault: typeof message === 'string' ? message : expect.stringMatching(message),
  });
});

test('a mark is read with its own fields only', () => {
  expect(storedRead(markSchema, { ...brush, secret: 'x' }, 'mark')).toEqual({ value: brush });
});

test('whatever lies in the database, reading it gives an attempt or a sentence', () => {
  const anything = fc.anything();
  fc.assert(
    fc.property(anything, fc.constantFrom('id', 'scenarioId', 'atMs', 'score', 'steps'), (value, field) => {
      for (const record of [value, { ...attemptMake('one'), [field]: value }]) {
        const read = storedRead(attemptSchema, record, 'The attempt');
        if ('fault' in read) expect(read.fault).toMatch(/^The attempt\S* is not .+\.$/);
        else expect(Object.keys(read.value).sort()).toEqual(['atMs', 'id', 'scenarioId', 'score', 'steps']);
      }
    }),
    { numRuns: 300 },
  );
});

test('which image a try was about, and what was looked at again, come back as they were', () => {
  const { steps } = attemptMake('one');
  const tgcDb = [0, 0, 0, 0, 0, 0, 0, 0];
  const controls = { probe: 'convex', depthMm: 120, gainDb: 0, tgcDb, focusMm: 60, frequencyMhz: 4 };
  const pose = { aroundMm: 1, downMm: 2, rotationRad: 0, tiltRad: 0, pressure: 0.5 };
  const image = { index: 7, view: { pose, controls: { ...controls, dynamicRangeDb: 60 } }, mLine: -0.5 };
  const withImage = steps.map((one) => ('first' in one ? { ...one, first: { ...one.first, image } } : one));
  const attempt = { ...attemptMake('one'), steps: withImage, lookedAt: ['a'] };
  expect(storedRead(attemptSchema, attempt, 'attempt')).toEqual({ value: attempt });
  const short = { ...image, view: { ...image.view, controls: { ...image.view.controls, tgcDb: [0] } } };
  const [first] = withImage;
  const unsound = { ...first, first: { ...(first as { first: object }).first, image: short } };
  expect(storedRead(attemptSchema, { ...attempt, steps: [unsound] }, 'attempt')).toEqual({
    fault: 'attempt.steps[0].first.image.view.controls.tgcDb is not 8 numbers.',
  });
});

test('what rounding put just beyond a bound is brought back to it', () => {
  const scored = (score: number) => storedRead(attemptSchema, attemptMake('one', { score }), 'attempt');
  expect(scored(100.00000000000001)).toMatchObject({ value: { score: 100 } });
  expect(scored(100.001)).toEqual({ fault: 'attempt.score is not a number from 0 to 100.' });
});

test('steps of a time when marks were all that was kept', () => {
  const { steps } = attemptMake('one');
  const grade = { score: 50, classes: [], blas: null };
  const bare = { stepId: 'a', frameIndex: 3, marks: [brush], grade };
  const read = storedRead(attemptSchema, { ...attemptMake('one'), steps: [bare, ...steps] }, 'attempt');
  expect(read).toMatchObject({ value: { steps: [{ kind: 'latest_marks', ...bare }, ...steps] } });
  const odd = storedRead(
    attemptSchema,
    { ...attemptMake('one'), steps: [{ ...bare, kind: 'x' }] },
    'attempt',
  );
  expect(odd).toEqual({ fault: 'attempt.steps[0].kind is not a kind of step.' });
});
