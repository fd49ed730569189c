/** A fan in pixels: the wedge |angle from straight down| <= `half` about the apex, between two radii. */
export interface ConvexFan {
  readonly kind: 'convex';
  readonly apexX: number;
  readonly apexY: number;
  /** Half the opening angle, radians. */
  readonly half: number;
  readonly inner: number;
  readonly outer: number;
}

/** A rectangle in pixels. */
export interface LinearFan {
  readonly kind: 'linear';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The outline of an ultrasound image before anything is known of millimetres. */
export type Fan = ConvexFan | LinearFan;

/** Pixels from the probe's face to the end of the middle scan line. */
export function fanDepthPx(fan: Fan): number {
  return fan.kind === 'linear' ? fan.bottom - fan.top : fan.outer - fan.inner;
}

/** The same fan in a raster `factor` times as large. */
export function fanScale(fan: Fan, factor: number): Fan {
  if (fan.kind === 'linear') {
    return {
      kind: 'linear',
      left: fan.left * factor,
      right: fan.right * factor,
      top: fan.top * factor,
      bottom: fan.bottom * factor,
    };
  }
  return {
    kind: 'convex',
    apexX: fan.apexX * factor,
    apexY: fan.apexY * factor,
    half: fan.half,
    inner: fan.inner * factor,
    outer: fan.outer * factor,
  };
}

/** Share of a picture's side by which a fan may miss the bounds that were stated for it. */
const BOUNDS_SLIP = 0.04;

/**
 * The fan drawn out to the lower bound of a picture that is said to be just as large as the ultrasound image, where its
 * other sides fit; null where they do not.
 */
export function fanFillBounds(fan: Fan, width: number, height: number): Fan | null {
  const isNear = (at: number, bound: number, side: number): boolean =>
    Math.abs(at - bound) <= BOUNDS_SLIP * side;
  if (fan.kind === 'linear') {
    const fits = isNear(fan.left, 0, width) && isNear(fan.right, width, width) && isNear(fan.top, 0, height);
    return fits ? { ...fan, bottom: height } : null;
  }
  const outer = height - fan.apexY;
  const reach = outer * Math.sin(fan.half);
  const fits =
    isNear(fan.apexX - reach, 0, width) &&
    isNear(fan.apexX + reach, width, width) &&
    isNear(fan.apexY + fan.inner * Math.cos(fan.half), 0, height);
  return fits ? { ...fan, outer } : null;
}
