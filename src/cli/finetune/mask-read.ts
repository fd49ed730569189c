import { FINDINGS } from '../../domain/findings/finding.ts';
import { pngDecode } from '../segment/png-read.ts';
import { CommandError } from '../shared/command.ts';

interface ClassRaster {
  readonly width: number;
  readonly height: number;
  readonly classes: Uint8Array;
}

/**
 * Class indices of a mask: a PNG of one byte per pixel, grey or with a palette, whose values are the indices.
 * @throws InputError where it is no sound PNG, CommandError `mask-kind` or `mask-classes`.
 */
export function maskRead(bytes: Uint8Array, path: string): ClassRaster {
  const { width, height, classes } = pngDecode(bytes, ({ width, height, channels, depth, data }) => ({
    width,
    height,
    classes: channels === 1 && depth === 8 ? Uint8Array.from(data) : null,
  }));
  if (classes === null) {
    throw new CommandError(
      'mask-kind',
      `${path}: a mask must have one byte per pixel, grey or with a palette, whose values are the classes 0 to ${FINDINGS.length - 1}; save it as such a PNG.`,
    );
  }
  const strange = classes.find((value) => value >= FINDINGS.length);
  if (strange === undefined) return { width, height, classes };
  throw new CommandError(
    'mask-classes',
    `${path}: the value ${strange} stands for no class; use 0 to ${FINDINGS.length - 1} (${FINDINGS.join(', ')}).`,
  );
}
