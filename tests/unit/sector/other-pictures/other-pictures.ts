import { randomSeeded } from '../synthetic-screen.ts';
import { HELD_OUT } from './held-out.ts';
import { KNOWN } from './known.ts';

/** A picture that shows no ultrasound image. */
export interface OtherPicture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

const SIZES: readonly (readonly [width: number, height: number])[] = [
  [640, 480],
  [512, 512],
  [400, 300],
  [640, 360],
  [360, 640],
];

/**
 * `each` pictures of every kind; another `seed` gives others.
 * @param kinds `known`: by which bounds were set; `held_out`: that nothing was set by
 */
export function otherPictures(
  kinds: 'known' | 'held_out',
  seed: number,
  each: number,
): readonly OtherPicture[] {
  return Object.entries(kinds === 'known' ? KNOWN : HELD_OUT).flatMap(([kind, draw], k) =>
    Array.from({ length: each }, (_, i) => {
      const [width, height] = SIZES[(seed + i + k) % SIZES.length]!;
      const random = randomSeeded(seed * 7919 + k * 131 + i);
      return { name: `${kind} ${i + 1}`, width, height, grey: draw(width, height, random) };
    }),
  );
}
