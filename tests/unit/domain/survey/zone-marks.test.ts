import { describe, expect, test } from 'vitest';
import { maskResample } from '../../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../../src/domain/frame/resample.ts';
import { sectorFit } from '../../../../src/domain/geometry/sector.ts';
import { marksFromTruth } from '../../../../src/domain/marks/from-truth.ts';
import type { PatientRequest } from '../../../../src/domain/scan/patient-request.ts';
import { scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import { zoneFind, zonePose } from '../../../../src/domain/scan/zones.ts';
import { patternOfMarks } from '../../../../src/domain/survey/zone-marks.ts';
import { zoneSeen, zoneTruth } from '../../../../src/domain/survey/zone-truth.ts';
import { livePatientFrame, livePatientOpen } from '../../../../src/simulator/patient/live-patient.ts';

function frameAt(request: PatientRequest, zoneId: string) {
  const pose = zonePose(zoneFind(zoneId)!);
  return livePatientFrame(livePatientOpen(request), { pose, controls: scanPreset('lung'), timeMs: 900 }, 256);
}

describe('the pattern of marks', () => {
  test.each([
    ['a_lines', { seed: 1, condition: 'normal' }, 'R1'],
    ['b_lines', { seed: 1, condition: 'interstitial' }, 'R1'],
    ['confluence', { seed: 1, condition: 'white_lung' }, 'L1'],
    ['effusion', { seed: 1, condition: 'effusion', zone: 'R-plaps' }, 'R-plaps'],
    ['consolidation', { seed: 1, condition: 'consolidation', zone: 'R4' }, 'R4'],
  ] as const)('is %s where that is drawn as it is', (pattern, request, zoneId) => {
    const { frame, truth } = frameAt(request, zoneId);
    expect(zoneSeen(truth).pattern).toBe(pattern);
    const mask = maskResample(truth.mask, sectorFit(frame.sector, MASK_SIZE), MASK_SIZE);
    expect(patternOfMarks(marksFromTruth(truth, mask), frame, truth)).toBe(pattern);
  });

  test('is that of A-lines where nothing was marked', () => {
    const { frame, truth } = frameAt({ seed: 1, condition: 'white_lung' }, 'L1');
    expect(patternOfMarks([], frame, truth)).toBe('a_lines');
  });
});

describe('the truth of a zone', () => {
  test('is its image, and what lies beside it where that shows nothing of what is there', () => {
    const { truth } = frameAt({ seed: 1, condition: 'consolidation', zone: 'R4' }, 'R4');
    expect(zoneTruth(truth, 'R4')).toMatchObject({
      truth: { pattern: 'consolidation' },
      isOverlooked: false,
    });
    const beside = { ...truth, scan: { ...truth.scan!, inView: 'normal' as const } };
    expect(zoneTruth(beside, 'R4')).toEqual({
      truth: { pattern: 'consolidation', sliding: 'yes' },
      isOverlooked: true,
    });
    expect(zoneTruth(beside, 'L1').isOverlooked).toBe(false);
  });
});
