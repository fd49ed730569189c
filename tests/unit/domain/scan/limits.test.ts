import { describe, expect, it } from 'vitest';
import { POSE_LIMITS, POSE_START, poseClamp } from '../../../../src/domain/scan/pose-limits.ts';
import { controlsClamp, SCAN_PRESETS, scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import { TORSO } from '../../../../src/domain/scan/skin.ts';
import { patientDraw } from '../../../../src/simulator/patient/patient-draw.ts';
import { ribLevelMm, ribsOutline } from '../../../../src/simulator/patient/ribs.ts';

describe('limits', () => {
  it('leave presets and the first pose as they are', () => {
    for (const preset of SCAN_PRESETS) expect(controlsClamp(scanPreset(preset))).toEqual(scanPreset(preset));
    expect(poseClamp(POSE_START)).toEqual(POSE_START);
  });

  it('bring the probe round the chest and about itself, and hold it on the skin map', () => {
    const held = poseClamp({ aroundMm: 470, downMm: -5, rotationRad: 3.5, tiltRad: 2, pressure: 7 });
    expect(held.aroundMm).toBe(470 - TORSO.girthMm);
    expect(held.downMm).toBe(0);
    expect(held.rotationRad).toBeCloseTo(3.5 - 2 * Math.PI, 9);
    expect(held.tiltRad).toBe(POSE_LIMITS.tiltRad.most);
    expect(held.pressure).toBe(1);
  });

  it('know what the other probe cannot do', () => {
    const flat = controlsClamp({ ...scanPreset('lung'), probe: 'linear' });
    expect(flat.depthMm).toBe(100);
    expect(flat.frequencyMhz).toBe(6);
    expect(controlsClamp({ ...flat, focusMm: 150 }).focusMm).toBe(100);
    expect(controlsClamp({ ...flat, tgcDb: [99, 0, 0, 0, 0, 0, 0, -99] }).tgcDb).toEqual([
      20, 0, 0, 0, 0, 0, 0, -20,
    ]);
  });
});

describe('ribs', () => {
  const patient = patientDraw({ seed: 1, condition: 'normal' });

  it('lie about 32 mm apart in front, and never cross on their way to the spine', () => {
    for (let out = 120; out < 440; out += 20) {
      for (let rib = 3; rib <= 10; rib++) {
        const gap = ribLevelMm(patient, rib, out)! - ribLevelMm(patient, rib - 1, out)!;
        expect(gap).toBeGreaterThan(20);
        expect(gap).toBeLessThan(42);
      }
    }
  });

  it('are drawn where the image has them, higher at the spine than at the side', () => {
    const lines = ribsOutline(patient);
    expect(lines).toHaveLength(20);
    for (const line of lines) {
      const out = Math.abs(line[10]!.aroundMm);
      const rib = Array.from({ length: 10 }, (_, i) => i + 2).find(
        (one) => ribLevelMm(patient, one, out) === line[10]!.downMm,
      );
      expect(rib).toBeDefined();
      expect(line[line.length - 1]!.downMm).toBeLessThan(line[Math.floor(line.length / 2)]!.downMm);
    }
  });
});
