/** A mask may lie over an image that is this many images newer than its own; over a newer one it would lie. */
export const MASK_AGE_MAX = 2;

/** Which image is shown, and which image the mask over it belongs to; null for none. Indices are a source's. */
export interface OverlayPair {
  readonly image: number | null;
  readonly mask: number | null;
}

export const PAIR_NONE: OverlayPair = { image: null, mask: null };

/** Another image is shown: a mask that is too old for it, or of one that comes later, goes. */
export function pairImage({ mask }: OverlayPair, image: number): OverlayPair {
  return { image, mask: mask !== null && maskFits(mask, image) ? mask : null };
}

/** The network answered for image `mask`: its mask is taken where it fits the image and is the newest. */
export function pairMask(pair: OverlayPair, mask: number): OverlayPair {
  if (pair.image === null || !maskFits(mask, pair.image)) return pair;
  return pair.mask !== null && pair.mask > mask ? pair : { ...pair, mask };
}

function maskFits(mask: number, image: number): boolean {
  return mask <= image && image - mask <= MASK_AGE_MAX;
}
