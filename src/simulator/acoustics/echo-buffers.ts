/** Power of B-lines and comet tails, without and with their bands. */
export interface RingMaps {
  readonly flat: Float32Array;
  readonly banded: Float32Array;
}

/** Per scan line: share of the amplitude that gas in the chest wall lets through, 0-1, from this depth on, mm. */
export interface GasShadow {
  readonly passes: Float64Array;
  readonly fromMm: Float64Array;
}

/** Working memory of one place that renders; every map is line-major, `lines * samples`. */
export interface EchoBuffers {
  /** Power of the echo, re muscle at the skin. */
  readonly power: Float32Array;
  readonly rings: RingMaps;
  /** Power of E-lines, where the scene has any (else empty), and the shadow of the gas that they come from. */
  readonly eLines: Float32Array;
  readonly gas: GasShadow;
  /** The echo of one scan line, real and imaginary part of every sample. */
  readonly re: Float32Array;
  readonly im: Float32Array;
  /** Power of the organ along one scan line. */
  readonly organ: Float32Array;
}

export function echoBuffersCreate(lines: number, samples: number, hasELines: boolean): EchoBuffers {
  const map = (): Float32Array => new Float32Array(lines * samples);
  const line = (): Float32Array => new Float32Array(samples);
  return {
    power: map(),
    rings: { flat: map(), banded: map() },
    eLines: hasELines ? map() : new Float32Array(0),
    gas: {
      passes: new Float64Array(lines).fill(1),
      fromMm: new Float64Array(lines).fill(Number.POSITIVE_INFINITY),
    },
    re: line(),
    im: line(),
    organ: line(),
  };
}
