import { describe, expect, it } from 'vitest';
import { FINDING_INDEX } from '../../../../src/domain/findings/finding.ts';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import type { ProbePose } from '../../../../src/domain/scan/probe-pose.ts';
import { scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import {
  type LivePatient,
  livePatientColumns,
  livePatientOpen,
} from '../../../../src/simulator/patient/live-patient.ts';
import { frameTake, poseAt, ROUND_CHEST, shotAt } from './shots.ts';

function truthAt(live: LivePatient, pose: ProbePose, timeMs = 0): Truth {
  return frameTake(live, shotAt(pose, { timeMs })).truth;
}

function pixels(truth: Truth, finding: keyof typeof FINDING_INDEX): number {
  return truth.mask.classes.filter((value) => value === FINDING_INDEX[finding]).length;
}

const BREATH_MS = [0, 600, 1200, 1800, 2400, 3000];

describe('interstitial patient', () => {
  it('has B-lines in the stated zone and nowhere else', () => {
    for (const seed of [1, 2, 3]) {
      const live = livePatientOpen({ seed, condition: 'interstitial', zone: 'R1', bLinesPerSpace: 5 });
      const ill = truthAt(live, poseAt('R1'));
      expect(ill.bLines.length).toBeGreaterThanOrEqual(3);
      expect(ill.scan!.inView).toBe('interstitial');
      expect(live.sickZones).toContain('R1');
      expect(live.sickZones).not.toContain('L1');
      for (const zone of ['L1', 'L2', 'R4', 'L4', 'R6']) {
        const well = truthAt(live, poseAt(zone));
        expect(well.bLines).toHaveLength(0);
        expect(well.scan!.inView).toBe('normal');
      }
    }
  });

  it('has more of them the more are asked for', () => {
    const count = (bLinesPerSpace: number): number => {
      let sum = 0;
      for (const seed of [1, 2, 3, 4]) {
        const live = livePatientOpen({ seed, condition: 'interstitial', bLinesPerSpace });
        for (const zone of ['R1', 'L1'])
          sum +=
            pixels(truthAt(live, poseAt(zone)), 'b_line') +
            pixels(truthAt(live, poseAt(zone)), 'b_line_confluence');
      }
      return sum;
    };
    const few = count(1);
    expect(few).toBeGreaterThan(0);
    expect(count(5)).toBeGreaterThan(2 * few);
  });

  it('keeps them where they are: they come back with the probe, and go as it is fanned away', () => {
    const live = livePatientOpen({ seed: 3, condition: 'interstitial', bLinesPerSpace: 3, breathDepth: 0 });
    const laterals = (aroundMm: number): string =>
      truthAt(live, poseAt('R1', { aroundMm }))
        .bLines.map(({ lateral }) => lateral.toFixed(2))
        .join();
    expect(laterals(-90)).toBe(laterals(-90));
    expect(laterals(-90)).not.toBe(laterals(-102));
  });

  it('turns white where the lung is white', () => {
    const live = livePatientOpen({ seed: 4, condition: 'white_lung', zone: 'L1' });
    const white = truthAt(live, poseAt('L1'));
    expect(pixels(white, 'b_line_confluence')).toBeGreaterThan(800);
    expect(pixels(truthAt(live, poseAt('R1')), 'b_line_confluence')).toBe(0);
  });
});

describe('pneumothorax', () => {
  const live = livePatientOpen({ seed: 2, condition: 'pneumothorax', zone: 'R1' });

  it('has A-lines, but neither B-lines nor sliding', () => {
    const truth = truthAt(live, poseAt('R1'));
    expect(truth.bLines).toHaveLength(0);
    expect(truth.aLines.length).toBeGreaterThan(0);
    expect(truth.sliding).toBe(false);
    expect(truth.scan!.mMode.map(({ shows }) => shows)).toContain('barcode');
    expect(truthAt(live, poseAt('L1')).sliding).toBe(true);
  });

  it('ends at a lung point that moves with breath', () => {
    const border = poseAt('R1', { aroundMm: -172, downMm: 82, rotationRad: ROUND_CHEST });
    const points = BREATH_MS.map((timeMs) => truthAt(live, border, timeMs).scan!.lungPoint);
    const seen = points.filter((point) => point !== null).map(({ lateral }) => lateral);
    expect(seen.length).toBeGreaterThan(3);
    expect(Math.max(...seen) - Math.min(...seen)).toBeGreaterThan(0.1);
    expect(truthAt(live, border).scan!.mMode.map(({ shows }) => shows)).toContain('lung_point');
  });
});

describe('effusion', () => {
  it('lies above the diaphragm in the lowest zones of its side alone', () => {
    const live = livePatientOpen({ seed: 6, condition: 'effusion', zone: 'R-plaps' });
    const truth = truthAt(live, poseAt('R-plaps'));
    expect(pixels(truth, 'pleural_effusion')).toBeGreaterThan(150);
    expect(truth.scan!.inView).toBe('effusion');
    expect(live.sickZones).toContain('R-plaps');
    for (const zone of ['L-plaps', 'R1', 'R2', 'L4']) {
      expect(pixels(truthAt(live, poseAt(zone)), 'pleural_effusion')).toBe(0);
    }
  });
});

describe('consolidation', () => {
  it('lies under the pleura of its zone alone', () => {
    const live = livePatientOpen({ seed: 7, condition: 'consolidation', zone: 'L4' });
    expect(pixels(truthAt(live, poseAt('L4')), 'consolidation')).toBeGreaterThan(150);
    expect(pixels(truthAt(live, poseAt('R4')), 'consolidation')).toBe(0);
    expect(live.sickZones).toContain('L4');
  });
});

describe('M-mode', () => {
  const times = Array.from({ length: 200 }, (_, i) => 5 * i + 400);

  /** Mean correlation between columns 100 ms apart, between two depths in mm. */
  function correlation(
    live: LivePatient,
    pose: ProbePose,
    lateral: number,
    fromMm: number,
    toMm: number,
  ): number {
    const controls = scanPreset('lung');
    const { grey, samples } = livePatientColumns(live, { pose, controls }, lateral, times);
    const from = Math.round((fromMm / controls.depthMm) * samples);
    const to = Math.round((toMm / controls.depthMm) * samples);
    let sum = 0;
    let pairs = 0;
    for (let column = 0; column + 20 < times.length; column += 10) {
      const a = grey.subarray(column * samples + from, column * samples + to);
      const b = grey.subarray((column + 20) * samples + from, (column + 20) * samples + to);
      const mean = (values: Uint8Array): number =>
        values.reduce((all, value) => all + value, 0) / values.length;
      const ma = mean(a);
      const mb = mean(b);
      let ab = 0;
      let aa = 0;
      let bb = 0;
      for (let i = 0; i < a.length; i++) {
        ab += (a[i]! - ma) * (b[i]! - mb);
        aa += (a[i]! - ma) ** 2;
        bb += (b[i]! - mb) ** 2;
      }
      sum += ab / Math.sqrt(aa * bb + 1e-9);
      pairs++;
    }
    return sum / pairs;
  }

  it('is a seashore where the lung slides and a barcode where air holds it off', () => {
    const pose = poseAt('R1');
    const normal = livePatientOpen({ seed: 2, condition: 'normal', breathsPerMinute: 20 });
    const air = livePatientOpen({ seed: 2, condition: 'pneumothorax', zone: 'R1', breathsPerMinute: 20 });
    // Above the first A-line, so that no straight line makes the seashore look still.
    expect(correlation(normal, pose, 0, 36, 50)).toBeLessThan(0.75);
    expect(correlation(air, pose, 0, 36, 50)).toBeGreaterThan(0.85);
    // The chest wall stands still in both.
    expect(correlation(normal, pose, 0, 4, 20)).toBeGreaterThan(0.9);
  });

  it('shows the pleura at the depth where the image has it', () => {
    const live = livePatientOpen({ seed: 2, condition: 'normal', breathDepth: 0 });
    const pose = poseAt('R1');
    const controls = scanPreset('lung');
    const { grey, samples } = livePatientColumns(live, { pose, controls }, 0, [0]);
    const { truth } = frameTake(live, shotAt(pose), 512);
    const pleura = truth.pleura
      .flat()
      .reduce((best, point) => (Math.abs(point.x) < Math.abs(best.x) ? point : best));
    const from = Math.round((18 / controls.depthMm) * samples);
    let brightest = from;
    for (let k = from; k < (45 / controls.depthMm) * samples; k++)
      if (grey[k]! > grey[brightest]!) brightest = k;
    expect(Math.abs((brightest * controls.depthMm) / samples - pleura.y)).toBeLessThan(2.5);
  });
});
