import { SegmenterError } from './segmenter-error.ts';

/** Per class index, for each confidence 0-255 what it is worth, 0-255; null for a class without a curve. */
export type CalibrationTables = readonly (Uint8Array | null)[];

/** @param fault in English, for who makes the file */
function wrong(fault: string): SegmenterError {
  return new SegmenterError('model-manifest', { code: 'modelCalibrationWrong', fault });
}

function shareIs(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function curveRead(name: string, json: unknown): readonly (readonly [number, number])[] {
  const points: readonly unknown[] = Array.isArray(json) ? json : [];
  if (points.length === 0) throw wrong(`"${name}" has no points.`);
  let before: readonly [number, number] = [-1, 0];
  return points.map((point) => {
    const [confidence, right] = Array.isArray(point) && point.length === 2 ? (point as unknown[]) : [];
    if (!shareIs(confidence) || !shareIs(right) || confidence <= before[0] || right < before[1]) {
      throw wrong(`the points of "${name}" are not shares that rise.`);
    }
    before = [confidence, right];
    return before;
  });
}

function tableOf(points: readonly (readonly [number, number])[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    const confidence = byte / 255;
    const above = points.find(([at]) => at >= confidence) ?? points.at(-1)!;
    const below = points.findLast(([at]) => at <= confidence) ?? points[0]!;
    const [[x0, y0], [x1, y1]] = [below, above];
    const right = x1 === x0 ? y1 : y0 + ((y1 - y0) * (confidence - x0)) / (x1 - x0);
    return Math.round(255 * right);
  });
}

/**
 * Reads `calibration.curves` of a model's manifest, what its confidence is worth: by name of class, points
 * (confidence, share of such pixels that are right), both 0-1 and neither falling. Between them the curve is straight,
 * beyond them it is level. Null where the model has none.
 * @throws SegmenterError `model-manifest`.
 */
export function calibrationRead(json: unknown, classes: readonly string[]): CalibrationTables | null {
  if (json === undefined) return null;
  const curves = (json as { readonly curves?: unknown } | null)?.curves;
  if (typeof curves !== 'object' || curves === null) throw wrong('it has no curves.');
  const strange = Object.keys(curves).find((name) => !classes.includes(name));
  if (strange !== undefined) throw wrong(`"${strange}" is no class of the network.`);
  return classes.map((name) => {
    const points = (curves as Readonly<Record<string, unknown>>)[name];
    return points === undefined ? null : tableOf(curveRead(name, points));
  });
}

/** The calibrated confidence of each pixel's class, 0-255 for 0-1. */
export function calibrationApply(
  tables: CalibrationTables,
  classes: Uint8Array,
  confidence: Uint8Array,
): Uint8Array {
  return confidence.map((byte, pixel) => tables[classes[pixel]!]?.[byte] ?? byte);
}
