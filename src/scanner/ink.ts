import { FINDING_INDEX, FINDINGS, type MarkableFinding } from '../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../domain/findings/look.ts';
import { SPACE_COUNTED, SPACE_FILLED } from '../domain/grading/blas-space.ts';
import { type InkPattern, patternTile } from './ink-pattern.ts';

/** Side of an ink's tile in pixels of the painted raster. */
export const INK_TILE = 12;

/** How areas of one class are painted: two tiles of RGBA words (straight alpha, red in the lowest byte). */
export interface Ink {
  readonly fill: Uint32Array;
  readonly outline: Uint32Array;
}

/** An ink per mask value; null paints nothing. */
export type Inks = readonly (Ink | null)[];

export interface InkLook {
  /** `#rrggbb`. */
  readonly colour: string;
  readonly pattern: InkPattern;
  /** Opacity 0-1 where the pattern has ink, and between. */
  readonly inked: number;
  readonly between: number;
  readonly outline: number;
  readonly outlinePattern: InkPattern;
}

/** Red, green and blue of `#rrggbb`, 0-255. */
export function colourBytes(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * One tile of a coloured pattern: `size` x `size` RGBA words with straight alpha, red in the lowest byte.
 * `inked` and `between` are the opacities 0-1 where the pattern has ink, and where it has none.
 */
export function tileWords(
  colour: string,
  pattern: InkPattern,
  size: number,
  inked: number,
  between: number,
): Uint32Array<ArrayBuffer> {
  const [red, green, blue] = colourBytes(colour);
  const rgb = (blue << 16) | (green << 8) | red;
  return Uint32Array.from(patternTile(pattern, size), (coverage) => {
    const alpha = Math.round(255 * (between + ((inked - between) * coverage) / 255));
    return ((alpha << 24) | rgb) >>> 0;
  });
}

function inkOf(look: InkLook): Ink {
  return {
    fill: tileWords(look.colour, look.pattern, INK_TILE, look.inked, look.between),
    outline: tileWords(look.colour, look.outlinePattern, INK_TILE, look.outline, 0),
  };
}

const OVERLAY_INKS: Inks = FINDINGS.map((finding) =>
  finding === 'background'
    ? null
    : inkOf({
        colour: FINDING_LOOKS[finding].colour,
        pattern: FINDING_LOOKS[finding].pattern,
        inked: FINDING_LOOKS[finding].pattern === 'solid' ? 0.4 : 0.68,
        between: 0.2,
        outline: 1,
        outlinePattern: 'solid',
      }),
);

/** The network's overlay: each class in its colour and pattern, those not in `findings` left out. */
export function overlayInks(findings: ReadonlySet<MarkableFinding>): Inks {
  return FINDINGS.map((finding, value) =>
    finding !== 'background' && findings.has(finding) ? OVERLAY_INKS[value]! : null,
  );
}

/** Only the outline of each class, in its colour. */
export const OUTLINE_INKS: Inks = FINDINGS.map((finding) =>
  finding === 'background'
    ? null
    : inkOf({
        colour: FINDING_LOOKS[finding].colour,
        pattern: 'solid',
        inked: 0,
        between: 0,
        outline: 1,
        outlinePattern: 'solid',
      }),
);

function everyClass(ink: Ink): Inks {
  return FINDINGS.map((finding) => (finding === 'background' ? null : ink));
}

/** `#rrggbb` of what was found, missed and marked in vain. */
export const REVEAL_COLOURS = {
  hit: '#00b894',
  miss: '#f7f7f7',
  extra: '#d55e00',
  neutral: '#9fb3c8',
} as const;

/** Found: bluish green checks. */
export const HIT_INKS = everyClass(
  inkOf({
    colour: REVEAL_COLOURS.hit,
    pattern: 'checks',
    inked: 0.64,
    between: 0.28,
    outline: 1,
    outlinePattern: 'solid',
  }),
);

/** There but not marked: a dashed white outline round nothing. */
export const MISS_INKS = everyClass(
  inkOf({
    colour: REVEAL_COLOURS.miss,
    pattern: 'solid',
    inked: 0.1,
    between: 0.1,
    outline: 1,
    outlinePattern: 'dashes',
  }),
);

/** Marked but not there: vermilion hatching. */
export const EXTRA_INKS = everyClass(
  inkOf({
    colour: REVEAL_COLOURS.extra,
    pattern: 'hatch',
    inked: 0.95,
    between: 0.12,
    outline: 1,
    outlinePattern: 'solid',
  }),
);

/** Marks that are neither right nor wrong: quiet dots. */
export const NEUTRAL_INKS = everyClass(
  inkOf({
    colour: REVEAL_COLOURS.neutral,
    pattern: 'dots',
    inked: 0.8,
    between: 0.1,
    outline: 0.9,
    outlinePattern: 'solid',
  }),
);

/** Findings that the network is unsure of: a dashed outline in the same colour. */
export const UNSURE_INKS = everyClass(
  inkOf({
    colour: REVEAL_COLOURS.neutral,
    pattern: 'solid',
    inked: 0.06,
    between: 0.06,
    outline: 1,
    outlinePattern: 'dashes',
  }),
);

/** By the values of a `BlasSpace`: the counted space dashed as what was missed is, what fills it as B-lines are. */
export const SPACE_INKS: Inks = FINDINGS.map((_, value) =>
  value === SPACE_COUNTED
    ? MISS_INKS[value]!
    : value === SPACE_FILLED
      ? OVERLAY_INKS[FINDING_INDEX.b_line]!
      : null,
);
