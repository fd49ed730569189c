import type { ImageLines, LinePlace } from './image-lines.ts';
import { STEP_S } from './simulated-clip.ts';

/** A B-line of the next image read belongs to one of this where it begins so near to where that has glided, mm. */
const FOLLOWED_MM = 5;

/** Over so much gliding, mm, what stays within STILL_MM of its place stands still. */
const GLIDED_MM = 3;
const STILL_MM = 2;

/** In fewer images that far away it is not told, and in a smaller share of them it does not stand still. */
const IMAGES_LEAST = 2;
const STILL_SHARE = 0.5;

/** How far the lung has glided since the first image, mm to the right, for each image: the mean speed of two neighbours times the time between. */
export function glidedMm(images: readonly ImageLines[]): readonly number[] {
  let at = 0;
  return images.map(({ glideMmS }, index) => {
    if (index > 0) at += (STEP_S * ((images[index - 1]!.glideMmS ?? 0) + (glideMmS ?? 0))) / 2;
    return at;
  });
}

/** The B-lines of each image that the image before or after shows too, where the lung has carried them. */
export function linesFollowed(images: readonly ImageLines[]): readonly (readonly LinePlace[])[] {
  const glided = glidedMm(images);
  return images.map(({ lines }, index) =>
    lines.filter(({ atMm }) =>
      [index - 1, index + 1].some((other) => {
        const image = images[other];
        return (
          image !== undefined && isNear(image.lines, atMm + glided[other]! - glided[index]!, FOLLOWED_MM)
        );
      }),
    ),
  );
}

/** The B-lines of each image without those that stand still while the lung glides under them, as a bright window does. */
export function linesGliding(images: readonly ImageLines[]): readonly (readonly LinePlace[])[] {
  const glided = glidedMm(images);
  return images.map(({ lines }, index) => {
    const far = images.filter((_, other) => Math.abs(glided[other]! - glided[index]!) >= GLIDED_MM);
    if (far.length < IMAGES_LEAST) return lines;
    return lines.filter(({ atMm }) => {
      const still = far.filter((image) => isNear(image.lines, atMm, STILL_MM)).length;
      return still < STILL_SHARE * far.length;
    });
  });
}

function isNear(lines: readonly LinePlace[], atMm: number, tolMm: number): boolean {
  return lines.some((line) => Math.abs(line.atMm - atMm) <= tolMm);
}
