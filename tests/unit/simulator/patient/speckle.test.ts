import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../../src/domain/frame/frame.ts';
import type { ProbePose } from '../../../../src/domain/scan/probe-pose.ts';
import { scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import {
  type LivePatient,
  livePatientImage,
  livePatientOpen,
} from '../../../../src/simulator/patient/live-patient.ts';
import { poseAt } from './shots.ts';

const SIZE = 300;
const controls = scanPreset('superficial');

function frameAt(live: LivePatient, pose: ProbePose): Frame {
  return livePatientImage(live, { pose, controls, timeMs: 0 }, SIZE);
}

/** Correlation of the chest wall in two images, the second read `shiftPx` further to the left. */
function wallCorrelation(a: Frame, b: Frame, shiftPx: number): number {
  const { originPx, mmPerPx } = a.sector;
  const half = Math.floor(12 / mmPerPx);
  const top = Math.ceil(originPx.y + 3 / mmPerPx);
  const bottom = Math.floor(originPx.y + 15 / mmPerPx);
  const one: number[] = [];
  const two: number[] = [];
  for (let row = top; row < bottom; row++) {
    for (let column = Math.round(originPx.x) - half; column < originPx.x + half; column++) {
      one.push(a.grey[row * SIZE + column]!);
      two.push(b.grey[row * SIZE + column - shiftPx]!);
    }
  }
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ma = mean(one);
  const mb = mean(two);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < one.length; i++) {
    ab += (one[i]! - ma) * (two[i]! - mb);
    aa += (one[i]! - ma) ** 2;
    bb += (two[i]! - mb) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

describe("a patient's speckle", () => {
  const live = livePatientOpen({ seed: 5, condition: 'normal', breathDepth: 0 });
  const rest = frameAt(live, poseAt('R1'));
  const { mmPerPx } = rest.sector;

  it('moves with the tissue when the probe slides along the image', () => {
    const shiftPx = 20;
    const moved = frameAt(live, poseAt('R1', { downMm: 66 + shiftPx * mmPerPx }));
    expect(wallCorrelation(rest, moved, shiftPx)).toBeGreaterThan(0.8);
    expect(wallCorrelation(rest, moved, 0)).toBeLessThan(0.7);
  });

  it('becomes another, step by step, when the probe leaves the plane', () => {
    const across = (mm: number): number =>
      wallCorrelation(rest, frameAt(live, poseAt('R1', { aroundMm: -90 + mm })), 0);
    expect(across(0)).toBeCloseTo(1, 9);
    expect(across(0.3)).toBeGreaterThan(0.85);
    expect(across(1.2)).toBeLessThan(across(0.3));
    expect(across(9)).toBeLessThan(0.5);
  });

  it('does not slip sideways when the probe is turned about itself', () => {
    const turned = frameAt(live, poseAt('R1', { rotationRad: 0.012 }));
    expect(wallCorrelation(rest, turned, 0)).toBeGreaterThan(0.9);
    expect(wallCorrelation(rest, frameAt(live, poseAt('R1', { rotationRad: 0.3 })), 0)).toBeLessThan(0.6);
  });
});
