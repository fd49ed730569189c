import {
  add,
  div,
  log,
  mul,
  reshape,
  softmax,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor3d,
} from '@tensorflow/tfjs-core';

/** Share of the soft Dice in the loss, as in training/train.py. */
const DICE_SHARE = 0.5;
/** Keeps the logarithm of a vanished probability finite. */
const LEAST_PROBABILITY = 1e-7;

export interface Loss {
  /** A number. */
  readonly value: Tensor;
  /** [places, classes]. */
  readonly byLogits: Tensor2D;
}

/**
 * Half cross-entropy, half soft Dice, as training/losses.py has it: Dice is pooled over all places, for every class but
 * the background, and only over the classes that are there; others are taught by the cross-entropy alone.
 * @param logits [places, classes]
 * @param target the same shape, 1 at the true class and 0 elsewhere
 * @param counts how many places each class truly has
 */
export function segmentationLoss(logits: Tensor2D, target: Tensor2D, counts: readonly number[]): Loss {
  const [places] = logits.shape;
  const present = counts.map((count, finding) => finding > 0 && count > 0);
  const share = DICE_SHARE / Math.max(1, present.filter(Boolean).length);
  const weight = tensor1d(present.map((is) => (is ? share : 0)));
  const probability = softmax(logits);
  const both: Tensor1D = sum(mul(probability, target), 0);
  const all: Tensor1D = add(sum(probability, 0), tensor1d(counts.map((count) => count + 1)));
  const twice = add(mul(both, 2), 1);
  const entropy = div(sum(mul(target, log(add(probability, LEAST_PROBABILITY)))), -places);
  const dice = sum(mul(weight, sub(1, div(twice, all))));
  const value = add(mul(entropy, 1 - DICE_SHARE), dice);
  // By the probabilities, dice = (2 both + 1) / all has the gradient 2 target / all - (2 both + 1) / all^2.
  const byTarget = mul(div(weight, all), -2);
  const byAll = div(mul(weight, twice), mul(all, all));
  const byProbability = add(mul(target, byTarget), byAll);
  const mean = reshape(sum(mul(byProbability, probability), 1), [places, 1]);
  const byDice = mul(probability, sub(byProbability, mean));
  const byEntropy = mul(sub(probability, target), (1 - DICE_SHARE) / places);
  return { value, byLogits: add(byDice, byEntropy) };
}

/** Takes a class out of a softmax, so that neither it nor any other moves on its account. */
const OUT_OF_REACH = -1e4;

/**
 * Logits of several pictures, [places, classes], with the classes that a picture says nothing about out of reach.
 * @param taught per picture and class
 */
export function logitsReach(
  logits: Tensor,
  taught: readonly (readonly boolean[])[],
  classes: number,
): Tensor2D {
  const reach = taught.flatMap((row) => row.map((is) => (is ? 0 : OUT_OF_REACH)));
  const apart = reshape(logits, [taught.length, -1, classes]);
  return reshape(add(apart, tensor3d(reach, [taught.length, 1, classes])), [-1, classes]);
}
