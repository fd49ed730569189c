import { type PackLayout, packInto, packOpen } from '../../../domain/frame/sector-pack.ts';

/** How long an image can be asked for again, ms. */
export const RING_MS = 10_000;
/** Memory for them; images too large or too many for it are held for a shorter time. */
const BYTES_MAX = 224 * 1024 * 1024;

/** The last images, as many as fit a span of time and a limit of memory; index 0 is the first one ever added. */
export interface FrameRing {
  /** Adds an image (`width * height` levels) and returns its index. Times rise. */
  add(grey: Uint8Array, timeMs: number): number;
  /** Null where it is not held. */
  get(index: number): { readonly grey: Uint8Array<ArrayBuffer>; readonly timeMs: number } | null;
  held(): { readonly first: number; readonly timesMs: readonly number[] };
}

export function frameRing(
  layout: PackLayout,
  { spanMs = RING_MS, bytesMax = BYTES_MAX }: { readonly spanMs?: number; readonly bytesMax?: number } = {},
): FrameRing {
  const most = Math.max(1, Math.floor(bytesMax / Math.max(1, layout.bytes)));
  const images: { readonly packed: Uint8Array; readonly timeMs: number }[] = [];
  /** Buffers of images that were let go, to be written anew. */
  const spare: Uint8Array[] = [];
  let first = 0;
  return {
    add(grey, timeMs) {
      while (images.length > 0 && (images.length >= most || timeMs - images[0]!.timeMs > spanMs)) {
        spare.push(images.shift()!.packed);
        first += 1;
      }
      const packed = spare.pop() ?? new Uint8Array(layout.bytes);
      packInto(packed, grey, layout);
      images.push({ packed, timeMs });
      return first + images.length - 1;
    },
    get(index) {
      const image = images[index - first];
      return image === undefined ? null : { grey: packOpen(image.packed, layout), timeMs: image.timeMs };
    },
    held: () => ({ first, timesMs: images.map(({ timeMs }) => timeMs) }),
  };
}
