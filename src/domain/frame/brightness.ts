/** How light the pixels inside a sector are, grey levels 0-255. */
export interface Brightness {
  /** Levels below which 1 %, 50 % and 99 % of the pixels lie. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** Share of pixels at 250 or more, 0-1. */
  readonly whiteShare: number;
}

/** `nothing`: one even level, as a machine that is off or a cable without a signal gives. */
export type BrightnessKind = 'nothing' | 'dark' | 'good' | 'bright';

/** The darkest and the lightest hundredth of an ultrasound image differ by more than this. */
const SPREAD_LEAST = 12;
/** The lightest hundredth (pleural line, ribs) is lighter than this where gain and brightness are right. */
const HIGH_LEAST = 70;
/** Half of a lung image is dark; a raised black level or too much gain lifts it. */
const MIDDLE_MOST = 110;
const WHITE_MOST = 0.08;
const WHITE = 250;

/** Returns null where no pixel is inside. @param inside 1 for pixels that count, as many as `grey` has. */
export function brightnessMeasure(grey: Uint8Array, inside: Uint8Array): Brightness | null {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let at = 0; at < grey.length; at++) {
    if (inside[at] === 0) continue;
    counts[grey[at]!]! += 1;
    total += 1;
  }
  if (total === 0) return null;
  const levelAt = (share: number): number => {
    let below = 0;
    for (let level = 0; level < 256; level++) {
      below += counts[level]!;
      if (below >= share * total) return level;
    }
    return 255;
  };
  let white = 0;
  for (let level = WHITE; level < 256; level++) white += counts[level]!;
  return { low: levelAt(0.01), middle: levelAt(0.5), high: levelAt(0.99), whiteShare: white / total };
}

export function brightnessJudge({ low, middle, high, whiteShare }: Brightness): BrightnessKind {
  if (high - low < SPREAD_LEAST) return 'nothing';
  if (middle > MIDDLE_MOST || whiteShare > WHITE_MOST) return 'bright';
  return high < HIGH_LEAST ? 'dark' : 'good';
}
