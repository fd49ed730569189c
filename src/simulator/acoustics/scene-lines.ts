/** Where every scan line meets what, at one moment; depths in mm along the scan line. */
export interface SceneLines {
  /** Depth of the parietal pleura. */
  readonly pleuraMm: Float64Array;
  /** Depth of the aerated lung's surface: the pleura, or below it under fluid or airless lung. */
  readonly lungMm: Float64Array;
  /** Depth of the front and the back of bone, or Infinity. */
  readonly ribFrontMm: Float64Array;
  readonly ribBackMm: Float64Array;
  /** Share of the amplitude that passes between the ribs, 0-1, and the depth where the shadow begins. */
  readonly passes: Float64Array;
  readonly shadowFromMm: Float64Array;
  /** Amplitude left by imperfect contact, 0-1. */
  readonly contact: Float64Array;
  /** Place along the lung's surface, mm in its own coordinates. */
  readonly alongLungMm: Float64Array;
  /** Share of the lung's place that an organ takes, 0-1. */
  readonly organ: Float64Array;
  /** Per layer of the organ: depth of its front, from the chest wall down; Infinity where the line misses it. */
  readonly organFrontMm: readonly Float64Array[];
  /** Share of the amplitude that the slope of what lies under fluid or airless lung lets come back, 0-1. */
  readonly surfaceFacing: Float64Array;
  /**
   * How far along the scan line, to either side, the surface of the lung or of what lies under fluid takes to be
   * crossed, mm: a beam has a width, and a surface that it meets at a slant begins at one side of it before the other.
   */
  readonly surfaceSoftMm: Float64Array;
  /** How many times as fast as under healthy pleura the haze fades with depth. */
  readonly hazeFall: Float64Array;
}

/**
 * Scan lines under sharp surfaces that face the probe.
 * @param organLayers of the organ beside the lung, 0 where there is none
 */
export function sceneLinesCreate(lines: number, organLayers: number): SceneLines {
  const make = (): Float64Array => new Float64Array(lines);
  return {
    pleuraMm: make(),
    lungMm: make(),
    ribFrontMm: make(),
    ribBackMm: make(),
    passes: make(),
    shadowFromMm: make(),
    contact: make(),
    alongLungMm: make(),
    organ: make(),
    organFrontMm: Array.from({ length: organLayers }, make),
    surfaceFacing: make().fill(1),
    surfaceSoftMm: make(),
    hazeFall: make().fill(1),
  };
}
