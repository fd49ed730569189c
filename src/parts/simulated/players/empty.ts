import type { Random } from '../../../domain/numbers/random.ts';
import type { Player } from '../player.ts';

/** Does nothing: hands in no marks, or skips them in every other play, and skips all else. */
export function emptyCreate(_: Random, seed: number): Player {
  return {
    marks: () => (seed % 2 === 0 ? [] : null),
    reply: () => null,
    pose: () => null,
    sign: () => null,
    reading: () => null,
    proposal: () => null,
    missing: () => null,
  };
}
