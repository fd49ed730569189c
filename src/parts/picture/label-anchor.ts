import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { classComponents } from '../../domain/frame/components.ts';
import type { Mask } from '../../domain/frame/frame.ts';

/** Classes that are lines across the image: they are named at a place along them, others at a depth. */
const ACROSS: readonly MarkableFinding[] = ['rib', 'pleural_line', 'a_line'];

/** Where along a line across the image, as a share of its columns, its name points at: names stand on its right. */
const ALONG = 0.62;
/** At which share of its rows the name of anything else points. */
const DOWN = 0.38;

/** A piece smaller than this share of the largest is not what a name should point at. */
const PIECE_SHARE = 0.35;

/** Where a name would best point, as a share of the image's width. */
const BEST = 0.56;

function sorted(values: Int32Array): Int32Array {
  return values.slice().sort();
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Pieces whose middles differ by less than this share of the width lie one below the other. */
const SAME_COLUMN = 0.07;

/** The piece that is named: a large one near the middle; of several one below the other the uppermost. */
function pieceChoose(pieces: readonly Int32Array[], width: number): Int32Array | null {
  const most = Math.max(0, ...pieces.map(({ length }) => length));
  const large = pieces
    .filter(({ length }) => length >= PIECE_SHARE * most)
    .map((piece) => ({ piece, middle: sorted(piece.map((at) => at % width))[piece.length >> 1]! / width }));
  const [best] = [...large].sort((a, b) => Math.abs(a.middle - BEST) - Math.abs(b.middle - BEST));
  if (best === undefined) return null;
  // They come in the order of their first pixel: from the top down.
  return large.find(({ middle }) => Math.abs(middle - best.middle) < SAME_COLUMN)!.piece;
}

/**
 * The pixel of a mask that a finding's name points at: always one of the finding's own, well inside a large piece of it
 * near the middle of the image. Null where the mask does not have it.
 */
export function labelAnchor(
  mask: Mask,
  finding: MarkableFinding,
): { readonly x: number; readonly y: number } | null {
  const { width } = mask;
  const piece = pieceChoose(classComponents(mask, finding), width);
  if (piece === null) return null;
  if (ACROSS.includes(finding)) {
    const x = sorted(piece.map((at) => at % width))[Math.floor(ALONG * (piece.length - 1))]!;
    const rows = [...piece].filter((at) => at % width === x).map((at) => (at - x) / width);
    return { x: x + 0.5, y: median(rows) + 0.5 };
  }
  const y = sorted(piece.map((at) => Math.floor(at / width)))[Math.floor(DOWN * (piece.length - 1))]!;
  const columns = [...piece].filter((at) => Math.floor(at / width) === y).map((at) => at % width);
  return { x: median(columns) + 0.5, y: y + 0.5 };
}
