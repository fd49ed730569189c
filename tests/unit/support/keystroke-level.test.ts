import { expect, test } from 'vitest';
import { actionSeconds, effortOf } from '../../support/keystroke-level.ts';

test('an action takes what its operators take', () => {
  // M 1.35 + P 1.1 + 2 B 0.1.
  expect(actionSeconds({ kind: 'click' })).toBeCloseTo(2.65, 9);
  // The same, two segments of 0.9 s, and 96 px, which are 2.54 cm, of 0.16 s each.
  expect(actionSeconds({ kind: 'drag', segments: 2, lengthPx: 96 })).toBeCloseTo(2.65 + 1.8 + 0.4064, 9);
  // The same click, two ways of the hand of 0.4 s, ten keys of 0.28 s.
  expect(actionSeconds({ kind: 'text', keys: 10 })).toBeCloseTo(2.65 + 0.8 + 2.8, 9);
});

test('actions are counted by what the hand does', () => {
  const effort = effortOf([
    { kind: 'click' },
    { kind: 'text', keys: 3 },
    { kind: 'choice' },
    { kind: 'files' },
    { kind: 'drag', segments: 1, lengthPx: 0 },
  ]);
  expect(effort).toMatchObject({ clicks: 7, drags: 1, keys: 3 });
  expect(effort.seconds).toBeCloseTo(2.65 + 4.29 + 3.95 + 5.25 + 3.55, 9);
});
