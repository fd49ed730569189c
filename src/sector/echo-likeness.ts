import type { Sector } from '../domain/geometry/sector.ts';
import type { EchoTexture } from './echo-texture.ts';

/*
 * Where each property stops to speak for an ultrasound image and where it speaks against one. Between the two lies
 * nothing that was measured: 154 recordings and 45 simulated exams keep to the right side of `sure`, pictures of
 * other things (drawings, text, charts, screens, photographs, noise) mostly beyond `never`.
 */
interface Bound {
  readonly sure: number;
  readonly never: number;
}

/** Speckle is everywhere: even areas are what codecs leave of the faintest of it (recorded: 0.20 at most). */
const FLAT: Bound = { sure: 0.25, never: 0.4 };
/**
 * Speckle is log-compressed, so that bright echoes are as rough as faint ones (recorded: from 0.042 on). Smooth shades
 * and photographs are smoother; letters and chequers, all black and white, rougher (simulated: 0.46 at most).
 */
const GRAIN_LEAST: Bound = { sure: 0.04, never: 0.028 };
const GRAIN_MOST: Bound = { sure: 0.6, never: 1 };
/** A speckle is as wide as the beam: neighbours are alike (recorded: from 0.74 on, simulated: 0.65), in noise they are not. */
const BESIDE: Bound = { sure: 0.62, never: 0.4 };
/**
 * The beam is wider than the pulse is long: speckle lies across the scan lines, so that pixels below one another are
 * less alike than those side by side. Fans: recorded from 2.1 on; photographs of anything are at 1.
 */
const ACROSS: Bound = { sure: 1.8, never: 1.3 };
/** Linear probes have narrow beams (simulated: from 1.19 on, recorded: 3.8). */
const ACROSS_LINEAR: Bound = { sure: 1.18, never: 1.08 };
/** A rectangle that is the border of the picture may be any picture: there it has to be as plain as in a fan. */
const ACROSS_UNSEEN: Bound = { sure: 2, never: 1.5 };
/**
 * The deep part of what linear probes show is darker (recorded and simulated: 0.65 times as bright at most). Fans with
 * white lungs are bright down to the bottom, and are told by their shape.
 */
const FADE_LINEAR: Bound = { sure: 0.68, never: 0.85 };

/**
 * 0-1: how like an ultrasound image what lies within an outline is, by its texture alone.
 * @param isOutlineSeen whether more of the outline is seen than the border of the picture
 */
export function echoLikeness(texture: EchoTexture, kind: Sector['kind'], isOutlineSeen: boolean): number {
  const { cells, flat, grain, beside, across, fade } = texture;
  if (cells === 0) return 0;
  const common =
    share(flat, FLAT) * share(grain, GRAIN_LEAST) * share(grain, GRAIN_MOST) * share(beside, BESIDE);
  if (kind === 'convex') return common * share(across, ACROSS);
  return common * share(across, isOutlineSeen ? ACROSS_LINEAR : ACROSS_UNSEEN) * share(fade, FADE_LINEAR);
}

function share(value: number, { sure, never }: Bound): number {
  return Math.min(1, Math.max(0, (value - never) / (sure - never)));
}
