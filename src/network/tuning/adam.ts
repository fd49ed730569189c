/** Values that are tuned, by name. */
export type TunedValues = ReadonlyMap<string, Float32Array<ArrayBuffer>>;

/** Adam (Kingma and Ba 2015) with gradients clipped to a norm of 1 over all values, as training/train.py clips them. */
export interface Adam {
  /** Moves the values, in place, against their gradients at a rate. */
  step(gradients: ReadonlyMap<string, Float32Array>, rate: number): void;
}

const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;
const EPSILON = 1e-8;
const LARGEST_NORM = 1;

/**
 * @param pull share of the way back to where it began that every value goes at each step, times the rate: few examples
 * must not undo what many taught (L2-SP, Li et al. 2018, here apart from the gradient, as AdamW has its decay)
 */
export function adamCreate(values: TunedValues, pull: number): Adam {
  const zeros = (): Map<string, Float32Array> =>
    new Map([...values].map(([name, { length }]) => [name, new Float32Array(length)]));
  const start = new Map([...values].map(([name, value]) => [name, value.slice()]));
  const first = zeros();
  const second = zeros();
  let steps = 0;
  return {
    step(gradients, rate) {
      steps += 1;
      const scale = Math.min(1, LARGEST_NORM / Math.max(normOf(gradients), Number.MIN_VALUE));
      const firstBias = 1 - FIRST_DECAY ** steps;
      const secondBias = 1 - SECOND_DECAY ** steps;
      for (const [name, value] of values) {
        const gradient = gradients.get(name)!;
        const from = start.get(name)!;
        const m = first.get(name)!;
        const v = second.get(name)!;
        for (let i = 0; i < value.length; i++) {
          const g = gradient[i]! * scale;
          m[i] = FIRST_DECAY * m[i]! + (1 - FIRST_DECAY) * g;
          v[i] = SECOND_DECAY * v[i]! + (1 - SECOND_DECAY) * g * g;
          const move = m[i]! / firstBias / (Math.sqrt(v[i]! / secondBias) + EPSILON);
          value[i] = value[i]! - rate * (move + pull * (value[i]! - from[i]!));
        }
      }
    },
  };
}

function normOf(gradients: ReadonlyMap<string, Float32Array>): number {
  let sum = 0;
  for (const gradient of gradients.values()) for (const g of gradient) sum += g * g;
  return Math.sqrt(sum);
}
