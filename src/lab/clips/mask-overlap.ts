import type { GreyPicture } from '../../cli/segment/pgm-read.ts';
import { pictureFileRead, pictureRead } from '../../cli/segment/picture-read.ts';
import { CommandError } from '../../cli/shared/command.ts';
import { errorText } from '../../cli/shared/error-text.ts';
import { FINDING_INDEX, type MarkableFinding } from '../../domain/findings/finding.ts';
import { classSet } from '../../domain/frame/components.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { maskPlace } from '../../domain/frame/mask-place.ts';
import { overlapMeasure } from '../../domain/grading/overlap.ts';
import { InputError } from '../../formats/files/input-error.ts';
import type { ClipEntry } from './clip-index.ts';

/** How far apart, in mm, network and hand may lie and still agree. */
export const OVERLAP_TOLERANCE_MM = 2;

/** The grey picture of a mask by hand, or what is wrong with it, with its name. */
async function maskRead(path: string): Promise<GreyPicture> {
  try {
    return pictureRead(await pictureFileRead(path));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, { code: 'english', text: `Its mask ${path}: ${errorText(error)}` });
  }
}

/**
 * Overlap of the network's mask with one by hand, for each finding that the hand's mask knows and either of the
 * two shows: the harmonic mean of the shares of either one's pixels that lie within 2 mm of the other.
 *
 * @param drawn the mask by hand: a grey picture of the frame's size and what its values stand for
 * @throws InputError or CommandError when the mask by hand cannot be used.
 */
export async function maskOverlaps(
  drawn: NonNullable<ClipEntry['mask']>,
  mask: Mask,
  frame: Frame,
): Promise<Readonly<Partial<Record<MarkableFinding, number>>>> {
  const { width, height, grey } = await maskRead(drawn.path);
  if (width !== frame.width || height !== frame.height) {
    throw new CommandError(
      'mask-size',
      `Its mask ${drawn.path} has ${width} x ${height} pixels instead of ${frame.width} x ${frame.height}.`,
    );
  }
  const classes = grey.map((value) => {
    const finding = drawn.values.get(value);
    return finding === undefined ? 0 : FINDING_INDEX[finding];
  });
  const truth: Mask = { width, height, classes, sector: frame.sector };
  const placed = maskPlace(mask, frame);
  const radiusPx = OVERLAP_TOLERANCE_MM / frame.sector.mmPerPx;
  const overlaps: Partial<Record<MarkableFinding, number>> = {};
  for (const finding of new Set(drawn.values.values())) {
    const measured = overlapMeasure(
      classSet(placed, finding),
      classSet(truth, finding),
      width,
      height,
      radiusPx,
    );
    if (measured.precision !== null || measured.recall !== null) overlaps[finding] = measured.overlap;
  }
  return overlaps;
}
