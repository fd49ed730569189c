import { describe, expect, test } from 'vitest';
import { FINDING_INDEX } from '../../../../src/domain/findings/finding.ts';
import { beamFromMm, mmFromPx } from '../../../../src/domain/geometry/sector.ts';
import type { PatientRequest } from '../../../../src/domain/scan/patient-request.ts';
import { zoneFind } from '../../../../src/domain/scan/zones.ts';
import { bronchogramMoveMm } from '../../../../src/simulator/patient/bronchograms.ts';
import {
  type LivePatient,
  livePatientOpen,
  type PatientFrame,
} from '../../../../src/simulator/patient/live-patient.ts';
import { AIRLESS, FLUID, type Slice } from '../../../../src/simulator/patient/slice.ts';
import { frameTake, poseAt, shotAt } from './shots.ts';

/** What a patient's images show of fluid, airless lung, and what lies below the lung. */

const SEEDS = Array.from({ length: 8 }, (_, i) => 17 * i + 3);
const SEEN = 0.45;

interface Taken extends PatientFrame {
  readonly live: LivePatient;
  readonly slice: Slice;
}

function taken(request: PatientRequest, zone: string, timeMs = 0, sizePx = 192): Taken {
  const live = livePatientOpen(request);
  const frame = frameTake(live, shotAt(poseAt(zone), { timeMs }), sizePx);
  return { ...frame, live, slice: live.scanner!.slice };
}

/** The ends of a breath, each half a second apart until one is found. */
function extremes(live: LivePatient, zone: string, of: (slice: Slice) => number): readonly [number, number] {
  const values = Array.from({ length: 12 }, (_, i) => {
    frameTake(live, shotAt(poseAt(zone), { timeMs: 450 * i }), 64);
    return of(live.scanner!.slice);
  });
  return [Math.min(...values), Math.max(...values)];
}

function count(slice: Slice, isCounted: (line: number) => boolean): number {
  return slice.x.reduce((sum, _, line) => sum + (isCounted(line) ? 1 : 0), 0);
}

function isOrgan({ lines }: Slice, line: number): boolean {
  return lines.organ[line]! > 0.5 && lines.passes[line]! >= SEEN;
}

/** Mean grey of the mask's pixels of a class. */
function greyOf({ frame, truth }: PatientFrame, finding: keyof typeof FINDING_INDEX): number {
  const value = FINDING_INDEX[finding];
  let sum = 0;
  let pixels = 0;
  for (let at = 0; at < frame.grey.length; at++) {
    if (truth.mask.classes[at] !== value) continue;
    sum += frame.grey[at]!;
    pixels += 1;
  }
  return sum / pixels;
}

describe('an effusion', () => {
  const shown = SEEDS.map((seed) => {
    const zone = seed % 2 === 0 ? 'R-plaps' : 'L-plaps';
    return { zone, ...taken({ seed, condition: 'effusion', zone }, zone) };
  });

  test('is dark, and what bounds it is not', () => {
    for (const one of shown) {
      expect(greyOf(one, 'pleural_effusion')).toBeLessThan(30);
      expect(greyOf(one, 'pleural_line')).toBeGreaterThan(90);
    }
  });

  test('begins at the pleura on every scan line, and ends at lung, diaphragm or spine', () => {
    for (const { truth, slice } of shown) {
      const { mask } = truth;
      const lines = slice.x.length;
      for (let at = 0; at < mask.classes.length; at++) {
        if (mask.classes[at] !== FINDING_INDEX.pleural_effusion) continue;
        const px = { x: (at % mask.width) + 0.5, y: Math.floor(at / mask.width) + 0.5 };
        const beam = beamFromMm(mask.sector, mmFromPx(mask.sector, px));
        const line = Math.round(((beam.lateral + 1) / 2) * lines - 0.5);
        const near = [line - 1, line, line + 1].filter((one) => one >= 0 && one < lines);
        const top = Math.min(...near.map((one) => slice.lines.pleuraMm[one]!));
        const bottom = Math.max(...near.map((one) => slice.lines.lungMm[one]!));
        expect(beam.depthMm).toBeGreaterThan(top - 2);
        expect(beam.depthMm).toBeLessThan(bottom + 2);
        expect(near.some((one) => slice.filling[one] === FLUID)).toBe(true);
      }
    }
  });

  test('moves with the breath', () => {
    for (const { live, zone } of shown) {
      const depth = (slice: Slice): number =>
        slice.lines.lungMm.reduce((sum, mm, i) => sum + (slice.filling[i] === FLUID ? mm : 0), 0);
      const [least, most] = extremes(live, zone, depth);
      expect(most - least).toBeGreaterThan(0.02 * most);
    }
  });

  test('shows the spine through it, which lung hides', () => {
    for (const { zone, slice } of shown) {
      const isSpine = ({ lines, filling }: Slice, line: number): boolean =>
        filling[line] === FLUID &&
        lines.organFrontMm.filter((front) => front[line]! < Number.POSITIVE_INFINITY).length === 1;
      expect(
        count(slice, (line) => isSpine(slice, line)),
        zone,
      ).toBeGreaterThan(3);
    }
  });

  test('has no cut-out edge: neighbouring scan lines pass from one thing to the next over depths that overlap', () => {
    for (const { slice } of shown) {
      const { lungMm, surfaceSoftMm } = slice.lines;
      for (let line = 1; line < slice.x.length; line++) {
        if (slice.filling[line] !== FLUID || slice.filling[line - 1] !== FLUID) continue;
        const jump = Math.abs(lungMm[line]! - lungMm[line - 1]!);
        const soft = surfaceSoftMm[line]! + surfaceSoftMm[line - 1]!;
        expect(soft).toBeGreaterThan(Math.min(jump, 12));
      }
    }
  });
});

describe('a consolidation', () => {
  const shown = SEEDS.map((seed) => {
    const zone = seed % 2 === 0 ? 'R-plaps' : 'L4';
    return taken({ seed, condition: 'consolidation', zone }, zone);
  });

  test('is as bright as liver, and neither black nor as bright as the air behind its border', () => {
    for (const one of shown) {
      const grey = greyOf(one, 'consolidation');
      expect(grey).toBeGreaterThan(40);
      expect(grey).toBeLessThan(110);
      const { illness } = one.live.patient;
      // The liver of the same simulator has -10 dB.
      expect(illness.kind === 'consolidation' && Math.abs(illness.levelDb + 10)).toBeLessThan(3);
    }
  });

  test('has a torn deep border, not a lens with an even one', () => {
    const roughness = shown.map(({ slice }) => {
      const { lungMm } = slice.lines;
      let sum = 0;
      let lines = 0;
      for (let line = 3; line < slice.x.length - 3; line++) {
        const isIn = [-3, 0, 3].every((off) => slice.filling[line + off] === AIRLESS);
        if (!isIn) continue;
        sum += Math.abs(lungMm[line]! - (lungMm[line - 3]! + lungMm[line + 3]!) / 2);
        lines += 1;
      }
      return sum / lines;
    });
    // A smooth half ellipsoid of this size has 0.1 mm.
    for (const mm of roughness) expect(mm).toBeGreaterThan(0.3);
  });

  test('holds air in branches, which moves with the breath by more than 1 mm or not at all', () => {
    const motion = { breath: 1, beat: 0, path: 0, decorrelationMm: 0, timeS: 0 };
    for (const { live } of shown) {
      const { illness } = live.patient;
      if (illness.kind !== 'consolidation') throw new Error('No consolidation.');
      const { bronchograms, isDynamic } = illness;
      expect(
        bronchograms.some(({ slope }) => slope > 0.4) && bronchograms.some(({ slope }) => slope < -0.4),
      ).toBe(true);
      for (const air of bronchograms) {
        const move = bronchogramMoveMm(air, isDynamic, motion);
        if (!isDynamic) expect(move).toBe(0);
        else {
          expect(Math.abs(move)).toBeGreaterThan(1);
          // In towards the pleura: what it becomes is less deep.
          expect(air.slope * move).toBeLessThanOrEqual(0);
        }
      }
    }
    const moving = SEEDS.map((seed) => livePatientOpen({ seed, condition: 'consolidation' }).patient.illness);
    expect(new Set(moving.map((illness) => illness.kind === 'consolidation' && illness.isDynamic)).size).toBe(
      2,
    );
  });

  test('is carried along by the breath, and does not shimmer as lung does', () => {
    for (const { slice } of shown) {
      for (let line = 0; line < slice.x.length; line++) {
        if (slice.filling[line] === AIRLESS) expect(slice.decorrelationMm[line]).toBe(0);
      }
    }
  });
});

describe('low on the chest of a healthy patient', () => {
  const ZONES = ['R4', 'L4', 'R6', 'L6', 'R-plaps', 'L-plaps', '1', '4'];

  test.each(ZONES)('%s shows liver or spleen beside the lung at the end of a breath out', (zone) => {
    for (const seed of [1, 2, 3]) {
      const live = livePatientOpen({ seed, condition: 'normal' });
      const organLines = (slice: Slice): number => count(slice, (line) => isOrgan(slice, line));
      const [least, most] = extremes(live, zone, organLines);
      expect(most).toBeGreaterThanOrEqual(6);
      // The curtain: lung comes down over it.
      expect(least).toBeLessThan(most - 5);
      const isRight = zoneFind(zone)!.centre.aroundMm < 0;
      const { slice } = live.scanner!;
      const kinds = new Set(slice.tissue.filter((_, line) => isOrgan(slice, line)));
      expect([...kinds].filter((kind) => kind !== (isRight ? 'liver' : 'spleen'))).toEqual([]);
    }
  });

  test('and high on it none', () => {
    for (const zone of ['R1', 'L1', 'R3', 'L3']) {
      const { slice } = taken({ seed: 5, condition: 'normal' }, zone);
      expect(slice.tissue.filter((kind) => kind === 'liver' || kind === 'spleen')).toEqual([]);
    }
  });
});
