import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attemptRead } from '../../../../src/adapters/store/attempt-read.ts';
import { markRead } from '../../../../src/adapters/store/mark-read.ts';
import { StoreError } from '../../../../src/adapters/store/store-error.ts';
import { attemptMake, MARKS } from '../../../fixtures/store-contract.ts';

test.each(MARKS)('a $kind mark is read as it was', (mark) => {
  expect(markRead(mark, 'mark')).toEqual(mark);
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
  expect(() => markRead(value, 'mark')).toThrow(message);
});

test('whatever lies in the database, reading it gives an attempt or a StoreError', () => {
  const anything = fc.anything();
  fc.assert(
    fc.property(anything, fc.constantFrom('id', 'scenarioId', 'atMs', 'score', 'steps'), (value, field) => {
      for (const record of [value, { ...attemptMake('one'), [field]: value }]) {
        try {
          const read = attemptRead(record, 'attempt');
          expect(Object.keys(read).sort()).toEqual(['atMs', 'id', 'scenarioId', 'score', 'steps']);
        } catch (error) {
          expect(error).toBeInstanceOf(StoreError);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('what rounding put just beyond a bound is brought back to it', () => {
  expect(attemptRead(attemptMake('one', { score: 100.00000000000001 }), 'attempt').score).toBe(100);
  expect(() => attemptRead(attemptMake('one', { score: 100.001 }), 'attempt')).toThrow('score');
});
