import { expect, test } from 'vitest';
import { turnsCreate } from '../../../../src/parts/picture/turns.ts';

function turnsKnown() {
  const ask = turnsCreate();
  const begun: string[] = [];
  return { begun, ask: (name: string) => ask(() => begun.push(name)) };
}

test('one turn at a time, the last that was asked for first', () => {
  const { ask, begun } = turnsKnown();
  const first = ask('first');
  ask('second');
  const third = ask('third');
  expect(begun).toEqual(['first']);
  first();
  expect(begun).toEqual(['first', 'third']);
  third();
  expect(begun).toEqual(['first', 'third', 'second']);
});

test('who withdraws gets none, and a turn ends once', () => {
  const { ask, begun } = turnsKnown();
  const first = ask('first');
  const second = ask('second');
  ask('third');
  ask('fourth');
  second();
  first();
  first();
  expect(begun).toEqual(['first', 'fourth']);
});

test('after all have ended the next begins at once', () => {
  const { ask, begun } = turnsKnown();
  ask('first')();
  ask('second');
  expect(begun).toEqual(['first', 'second']);
});
