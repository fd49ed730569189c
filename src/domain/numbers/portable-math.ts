/**
 * Elementary functions made only of operations that IEEE 754 and ECMAScript fix to the last bit (+, -, *, /,
 * sqrt, floor). `Math.sin` and its kin may differ between engines; what the phantom draws must not.
 * Relative error below 1e-9 over the ranges the project uses.
 */

const LN2 = 0.6931471805599453;
const HALF_PI = 1.5707963267948966;

const POWERS_OF_TWO = (() => {
  const powers = new Float64Array(601);
  powers[300] = 1;
  for (let i = 1; i <= 300; i++) {
    powers[300 + i] = powers[299 + i]! * 2;
    powers[300 - i] = powers[301 - i]! / 2;
  }
  return powers;
})();

/** 2^x for -300 <= x <= 300; 0 below and 2^300 above. */
export function exp2(x: number): number {
  if (x < -300) return 0;
  const clamped = x > 300 ? 300 : x;
  const whole = Math.floor(clamped + 0.5);
  const f = (clamped - whole) * LN2;
  const series =
    1 +
    f *
      (1 +
        (f / 2) *
          (1 + (f / 3) * (1 + (f / 4) * (1 + (f / 5) * (1 + (f / 6) * (1 + (f / 7) * (1 + f / 8)))))));
  return series * POWERS_OF_TWO[whole + 300]!;
}

/** e^x. */
export function exp(x: number): number {
  return exp2(x / LN2);
}

/** Logarithm to base 2 of a positive number between 2^-300 and 2^300. */
export function log2(x: number): number {
  if (!(x > 0)) return -300;
  let whole = 0;
  let m = x;
  while (m >= 65536 && whole < 300) {
    m /= 65536;
    whole += 16;
  }
  while (m < 1 / 65536 && whole > -300) {
    m *= 65536;
    whole -= 16;
  }
  while (m >= 1.4142135623730951) {
    m /= 2;
    whole += 1;
  }
  while (m < 0.7071067811865476) {
    m *= 2;
    whole -= 1;
  }
  const t = (m - 1) / (m + 1);
  const t2 = t * t;
  const series =
    1 + t2 * (1 / 3 + t2 * (1 / 5 + t2 * (1 / 7 + t2 * (1 / 9 + t2 * (1 / 11 + t2 * (1 / 13 + t2 / 15))))));
  return whole + (2 * t * series) / LN2;
}

/** x^y for positive x. */
export function pow(x: number, y: number): number {
  return x <= 0 ? 0 : exp2(y * log2(x));
}

function sinSmall(x: number): number {
  const q = x * x;
  return (
    x * (1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * (1 - (q / 110) * (1 - q / 156))))))
  );
}

function cosSmall(x: number): number {
  const q = x * x;
  return 1 - (q / 2) * (1 - (q / 12) * (1 - (q / 30) * (1 - (q / 56) * (1 - (q / 90) * (1 - q / 132)))));
}

/** Sine of an angle in radians. */
export function sin(x: number): number {
  const quarter = Math.floor(x / HALF_PI + 0.5);
  const rest = x - quarter * HALF_PI;
  const turn = ((quarter % 4) + 4) % 4;
  if (turn === 0) return sinSmall(rest);
  if (turn === 1) return cosSmall(rest);
  return turn === 2 ? -sinSmall(rest) : -cosSmall(rest);
}

/** Cosine of an angle in radians. */
export function cos(x: number): number {
  return sin(x + HALF_PI);
}

/** Arc tangent, radians. */
function atan(x: number): number {
  if (x < 0) return -atan(-x);
  if (x > 1) return HALF_PI - atan(1 / x);
  // Halve the angle twice, so that the series converges fast.
  const once = x / (1 + Math.sqrt(1 + x * x));
  const t = once / (1 + Math.sqrt(1 + once * once));
  const q = t * t;
  const series =
    1 - q * (1 / 3 - q * (1 / 5 - q * (1 / 7 - q * (1 / 9 - q * (1 / 11 - q * (1 / 13 - q / 15))))));
  return 4 * t * series;
}

/** Angle of (x, y) from the x axis, -pi to pi. */
export function atan2(y: number, x: number): number {
  if (x > 0) return atan(y / x);
  if (x < 0) return y < 0 ? atan(y / x) - 2 * HALF_PI : atan(y / x) + 2 * HALF_PI;
  return y > 0 ? HALF_PI : y < 0 ? -HALF_PI : 0;
}

/** Amplitude ratio of a level in decibels. */
export function amplitudeFromDb(db: number): number {
  return exp2(db * 0.16609640474436813);
}

/** Power ratio of a level in decibels. */
export function powerFromDb(db: number): number {
  return exp2(db * 0.33219280948873625);
}

/** Decibels of a power ratio. */
export function dbFromPower(power: number): number {
  return log2(power) * 3.010299956639812;
}
