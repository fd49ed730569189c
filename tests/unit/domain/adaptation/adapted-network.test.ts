import { expect, test } from 'vitest';
import { adaptedNetworkSchema } from '../../../../src/domain/adaptation/adapted-network.ts';
import { diceIsBetter, diceScores } from '../../../../src/domain/adaptation/dice-scores.ts';
import { bindingKey, bindingRead } from '../../../../src/domain/adaptation/network-images.ts';
import { confusionAdd, confusionEmpty } from '../../../../src/domain/grading/confusion.ts';
import { storedTake } from '../../../../src/domain/stored/stored-read.ts';
import { adaptedMake } from '../../../support/adapted-make.ts';

test('Dice is pooled over pixels, and its mean is over the classes that are there', () => {
  const confusion = confusionEmpty();
  // Four pixels of pleural line, three of them found; one rib seen where there is none.
  confusionAdd(confusion, Uint8Array.of(2, 2, 2, 2, 0, 0), Uint8Array.of(2, 2, 2, 0, 2, 1));
  const scores = diceScores(confusion);
  expect(scores.classes.pleural_line).toBeCloseTo((2 * 3) / (4 + 4));
  expect(scores.classes.rib).toBe(0);
  expect(scores.classes.b_line).toBeNull();
  expect(scores.mean).toBeCloseTo(0.75);
});

test('a network is better from half a hundredth of Dice on', () => {
  const of = (mean: number) => ({ ...diceScores(confusionEmpty()), mean });
  expect(diceIsBetter(of(0.5), of(0.51))).toBe(true);
  expect(diceIsBetter(of(0.5), of(0.504))).toBe(false);
  expect(diceIsBetter(of(0.5), of(0.4))).toBe(false);
});

test('bindings are kept as texts and read again; others are none', () => {
  for (const images of [{ kind: 'clips' }, { kind: 'device', key: 'a b' }] as const) {
    expect(bindingRead(bindingKey(images))).toEqual(images);
  }
  expect(bindingRead('simulated')).toBeNull();
});

test('a kept network is read back, and an unsound one is none', () => {
  const network = adaptedMake();
  expect(storedTake(adaptedNetworkSchema, JSON.parse(JSON.stringify(network)))).toEqual(network);
  const facts = { ...network.facts, parent: 'no digest' };
  const { name: _, ...nameless } = network;
  for (const unsound of [{ ...network, facts }, { ...network, name: 'x'.repeat(61) }, nameless]) {
    expect(storedTake(adaptedNetworkSchema, unsound)).toBeNull();
  }
});
