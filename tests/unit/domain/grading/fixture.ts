import {
  FINDING_INDEX,
  MARKABLE_FINDINGS,
  type MarkableFinding,
} from '../../../../src/domain/findings/finding.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { maskEmpty } from '../../../../src/domain/frame/mask.ts';
import { type LinearSector, type Sector, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import type { Key, KeyFinding, Provenance } from '../../../../src/domain/grading/grade.ts';
import { instancesFind } from '../../../../src/domain/grading/instances.ts';

/** 64 mm x 64 mm at 1 mm per pixel: column c has its centre at x = c - 31.5 mm, row r at y = r + 0.5 mm. */
export const SQUARE: LinearSector = {
  kind: 'linear',
  mmPerPx: 1,
  originPx: { x: 32, y: 0 },
  widthMm: 64,
  depthMm: 64,
};

export const FAN: Sector = sectorFit(
  { kind: 'convex', mmPerPx: 1, originPx: { x: 0, y: 0 }, radiusMm: 50, angleRad: 1.1, depthMm: 120 },
  256,
);

/** A rectangle of a class: columns x to x + width - 1, rows y to y + height - 1. */
export interface Box {
  readonly finding: MarkableFinding;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function box(finding: MarkableFinding, x: number, y: number, width: number, height: number): Box {
  return { finding, x, y, width, height };
}

export function maskOf(boxes: readonly Box[], sector: Sector = SQUARE, size = 64): Mask {
  const mask = maskEmpty(sector, size);
  for (const item of boxes) {
    for (let y = item.y; y < item.y + item.height; y++) {
      for (let x = item.x; x < item.x + item.width; x++) {
        if (x >= 0 && x < size && y >= 0 && y < size)
          mask.classes[y * size + x] = FINDING_INDEX[item.finding];
      }
    }
  }
  return mask;
}

/**
 * A key that asks for everything in a mask as it is, whatever anatomy says, in one window: for what is done with a key, and
 * not how it is made.
 */
export function keyPlain(mask: Mask, provenance: Provenance = 'phantom_truth'): Key {
  const findings = MARKABLE_FINDINGS.flatMap((finding) => instancesFind(mask, finding)).map(
    (instance): KeyFinding => ({
      ...instance,
      window: 0,
      multiple: null,
      standing: 'asked',
      reason: null,
      core: instance.pixels,
      alsoAs: null,
      confidence: null,
    }),
  );
  return {
    findings,
    windows: [{ from: -1, to: 1, left: null, right: null }],
    main: 0,
    mask,
    provenance,
    byClass: {},
    doubt: null,
    isChecked: true,
  };
}

export function keyOf(boxes: readonly Box[]): Key {
  return keyPlain(maskOf(boxes));
}
