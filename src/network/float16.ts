/** Value of one IEEE 754 binary16 number. */
function float16Value(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Decodes `count` little-endian binary16 numbers that begin at `offset` bytes. */
export function float16Decode(bytes: Uint8Array, offset: number, count: number): Float32Array<ArrayBuffer> {
  const values = new Float32Array(count);
  for (let index = 0, at = offset; index < count; index++, at += 2) {
    values[index] = float16Value(bytes[at]! | (bytes[at + 1]! << 8));
  }
  return values;
}

/** Encodes numbers as little-endian binary16, rounded to nearest, ties to even; beyond the range to infinity. */
export function float16Encode(values: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.length * 2);
  for (let index = 0; index < values.length; index++) {
    const bits = float16Bits(values[index]!);
    bytes[index * 2] = bits & 0xff;
    bytes[index * 2 + 1] = bits >> 8;
  }
  return bytes;
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

function float16Bits(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= 65520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | halfEven(size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  // A mantissa that rounds up to 2048 carries into the exponent, which the sum below does by itself.
  return sign | (((exponent + 14) << 10) + halfEven((size / 2 ** exponent) * 1024));
}
