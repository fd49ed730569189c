import { linearCandidate } from './fan-candidates.ts';
import { maskOutline, ON_EDGE_PX } from './fan-edges.ts';
import type { GreyFrames } from './grey-levels.ts';
import { litMask, litRaw } from './lit-mask.ts';

/** A part of a screen, in whole pixels of the picture. */
export interface ScreenPanel {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lit share of a line between two panels: a letter or a tick that is left. */
const GAP_LIT = 0.02;
/** Gaps narrower than this share of the picture's longer side are cracks within one image. */
const GAP_LEAST = 0.008;
/** Share of what is lit that each panel must hold: less is a scale or a logo. B-mode may be far darker than M-mode. */
const PANEL_LIT = 0.01;
/** Share of the picture that each panel must take, and pixels: what is smaller is a bar or a thumbnail. */
const PANEL_SHARE = 0.2;
const PANEL_PX = 64;

/** A screen that shows B-mode and M-mode at once. */
interface TwoModes {
  /** All on the B-mode's side of the dark stretch between them. */
  readonly bMode: ScreenPanel;
  /** The M-mode itself, as far as it is lit. */
  readonly strip: ScreenPanel;
}

/**
 * The panel of B-mode on a screen that shows M-mode, too: beside a strip, above or below it, beyond a dark stretch that
 * runs straight across the screen; text and thin lines do not hinder. Where either part may be the strip, it is the
 * second, as on most machines.
 * @returns null where there is no such strip
 */
export function bModePanel(frames: GreyFrames, width: number, height: number): ScreenPanel | null {
  return twoModesFind(frames, width, height)?.bMode ?? null;
}

/** The strip of M-mode on a screen that shows B-mode, too; null where there is none. */
export function mModeStrip(frames: GreyFrames, width: number, height: number): ScreenPanel | null {
  return twoModesFind(frames, width, height)?.strip ?? null;
}

function twoModesFind(frames: GreyFrames, width: number, height: number): TwoModes | null {
  const raw = litRaw(frames, width, height);
  const least = GAP_LEAST * Math.max(raw.width, raw.height);
  const placesOf = (lines: 'columns' | 'rows'): readonly number[] => {
    const counts = countsOf(raw.lit, raw.width, raw.height, lines);
    const lineLength = lines === 'columns' ? raw.height : raw.width;
    return gapsFind(counts, lineLength, least).map((middle) => Math.round(middle / raw.scale));
  };
  const whole: ScreenPanel = { left: 0, top: 0, width, height };
  const pairs: readonly Pair[] = [
    ...placesOf('columns').map((at) => ({
      first: { ...whole, width: at },
      second: { ...whole, left: at, width: width - at },
    })),
    ...placesOf('rows').map((at) => ({
      first: { ...whole, height: at },
      second: { ...whole, top: at, height: height - at },
    })),
  ].filter(({ first, second }) => isLarge(first) && isLarge(second));
  const stripsOf = (which: keyof Pair): readonly TwoModes[] => {
    const found = pairs.flatMap((pair) => {
      const strip = stripFind(panelFrames(frames, width, pair[which]), pair[which]);
      return strip === null ? [] : [{ bMode: pair[which === 'first' ? 'second' : 'first'], strip }];
    });
    const largest = found.reduce((most, { strip }) => Math.max(most, areaOf(strip)), 0);
    return found.filter(({ strip }) => areaOf(strip) >= STRIP_WHOLE * largest);
  };
  // Dark stretches may lie in either image as well: at the one nearest to the strip that leaves it whole it ends.
  return stripsOf('second').at(-1) ?? stripsOf('first')[0] ?? null;
}

/** The two parts of a picture on either side of a dark stretch. */
interface Pair {
  /** On the left, or above. */
  readonly first: ScreenPanel;
  readonly second: ScreenPanel;
}

const isLarge = (panel: ScreenPanel): boolean => Math.min(panel.width, panel.height) >= PANEL_PX;

const areaOf = ({ width, height }: ScreenPanel): number => width * height;

function countsOf(lit: Uint8Array, width: number, height: number, lines: 'columns' | 'rows'): Uint32Array {
  const counts = new Uint32Array(lines === 'columns' ? width : height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) counts[lines === 'columns' ? x : y]! += lit[at]!;
  }
  return counts;
}

/** Middles of the runs of dark lines with enough on both sides of them. */
function gapsFind(counts: Uint32Array, lineLength: number, least: number): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const gaps: number[] = [];
  let before = 0;
  let from = 0;
  for (const [at, count] of counts.entries()) {
    if (count <= GAP_LIT * lineLength) continue;
    const middle = (from + at) / 2;
    const isBetween = before >= PANEL_LIT * total && total - before >= PANEL_LIT * total;
    const isInside = Math.min(middle, counts.length - middle) >= PANEL_SHARE * counts.length;
    if (isBetween && isInside && at - from >= least) gaps.push(middle);
    before += count;
    from = at + 1;
  }
  return gaps;
}

/*
 * Signs of a strip of M-mode: a rectangle without holes that takes much of its panel, and begins at once. On 60 drawn
 * screens and 48 simulated images that a dark stretch parts, strips reach 0.95, 0.90 and 0.41, parts of one image at
 * most 0.97, 0.95 and 0.39, and never all three together. Of 48 simulated images and 162 recordings none is taken for a
 * strip and its B-mode, on whichever side.
 */
const STRIP_FILLED = 0.93;
const STRIP_BEGUN = 0.85;
const STRIP_AREA = 0.4;
/** Share of a strip's area that is the whole of it: its border is found to a pixel or two. */
const STRIP_WHOLE = 0.97;

/** The strip that a panel shows, in pixels of the picture; null where it shows none. */
function stripFind(frames: GreyFrames, panel: ScreenPanel): ScreenPanel | null {
  const { width, height, lit, scale } = litMask(frames, panel.width, panel.height);
  const outline = maskOutline({ width, height, lit });
  const { left, right, top, bottom } = linearCandidate(outline);
  const area = (right - left) * (bottom - top);
  if (!(area >= STRIP_AREA * width * height)) return null;
  let filled = 0;
  let begun = 0;
  for (let y = top; y < bottom; y++) {
    if (Math.abs(outline.left[y]! - left) < ON_EDGE_PX) begun += 1;
    for (let x = left; x < right; x++) filled += lit[y * width + x]!;
  }
  const isStrip = filled >= STRIP_FILLED * area && begun >= STRIP_BEGUN * (bottom - top);
  if (!isStrip) return null;
  const at = (px: number): number => Math.round(px / scale);
  return {
    left: panel.left + at(left),
    top: panel.top + at(top),
    width: at(right) - at(left),
    height: at(bottom) - at(top),
  };
}

/** The same part of each frame. */
export function panelFrames(frames: GreyFrames, width: number, panel: ScreenPanel): GreyFrames {
  return frames.map((frame) => {
    const out = new Uint8Array(panel.width * panel.height);
    for (let row = 0; row < panel.height; row++) {
      const from = (panel.top + row) * width + panel.left;
      out.set(frame.subarray(from, from + panel.width), row * panel.width);
    }
    return out;
  });
}
