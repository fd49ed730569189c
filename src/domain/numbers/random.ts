/** A seeded stream of numbers in [0, 1), the same on every machine (sfc32, integer arithmetic only). */
export interface Random {
  next(): number;
}

function hash32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** `stream` separates uses of one seed, so that adding draws to one part leaves the others as they were. */
export function randomCreate(seed: number, stream: number): Random {
  let a = hash32(seed ^ 0x9e3779b9);
  let b = hash32(a ^ Math.imul(stream + 1, 0x85ebca6b));
  let c = hash32(b + 0x6a09e667);
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return { next };
}

/** Uniform in [low, high). */
export function randomBetween(random: Random, low: number, high: number): number {
  return low + (high - low) * random.next();
}

/** Bell-shaped, mean 0, standard deviation 1, within +-3.5 (sum of twelve uniform numbers). */
export function randomBell(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.next();
  return sum < -3.5 ? -3.5 : sum > 3.5 ? 3.5 : sum;
}

export function randomChance(random: Random, probability: number): boolean {
  return random.next() < probability;
}

/** An index drawn with the given weights. */
export function randomWeighted(random: Random, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = random.next() * total;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.length - 1;
}
