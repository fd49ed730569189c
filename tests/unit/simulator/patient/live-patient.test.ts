import { describe, expect, it } from 'vitest';
import { FINDING_INDEX, FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { mmFromBeam, sectorContains } from '../../../../src/domain/geometry/sector.ts';
import { scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import {
  livePatientColumns,
  livePatientImage,
  livePatientOpen,
} from '../../../../src/simulator/patient/live-patient.ts';
import { frameHash, frameTake, greyMean, poseAt, ROUND_CHEST, shotAt } from './shots.ts';

const NORMAL = { seed: 5, condition: 'normal' } as const;
const HELD = { ...NORMAL, breathDepth: 0 } as const;

/** Middles of the ribs in view, mm across the image. */
function ribPlaces(ribs: readonly (readonly { readonly x: number }[])[]): number[] {
  return ribs.map((points) => (points[0]!.x + points[points.length - 1]!.x) / 2);
}

describe('live patient', () => {
  it('shows the same bytes when the probe, the time and the controls come back, in any order', () => {
    const live = livePatientOpen(NORMAL);
    const shots = [
      shotAt(poseAt('R1')),
      shotAt(poseAt('R1', { tiltRad: 0.2, rotationRad: 0.3 }), { timeMs: 700 }),
      shotAt(poseAt('L4'), { timeMs: 1300, controls: { ...scanPreset('lung'), gainDb: 6 } }),
      shotAt(poseAt('L4'), { controls: scanPreset('superficial') }),
    ];
    const first = shots.map((shot) => frameHash(frameTake(live, shot)));
    livePatientColumns(live, shots[1]!, 0.2, [0, 5, 10]);
    const again = [...shots].reverse().map((shot) => frameHash(frameTake(live, shot)));
    expect(again.reverse()).toEqual(first);
    expect(new Set(first).size).toBe(shots.length);
    const other = livePatientOpen(NORMAL);
    expect(frameHash(frameTake(other, shots[2]!))).toBe(first[2]);
    expect(frameHash(frameTake(livePatientOpen({ ...NORMAL, seed: 6 }), shots[0]!))).not.toBe(first[0]);
  });

  it.each(['effusion', 'consolidation'] as const)(
    'shows the same bytes to the bottom of the image where organs lie behind %s',
    (condition) => {
      const request = { seed: 46, condition };
      const live = livePatientOpen(request);
      const zones = ['L4', 'L6', 'R4', 'R6'];
      const shots = zones.map((zone, i) => shotAt(poseAt(zone, { pressure: 0.6 }), { timeMs: 1184 * i }));
      const first = shots.map((shot) => frameHash(frameTake(live, shot, 256)));
      const again = [...shots].reverse().map((shot) => frameHash(frameTake(live, shot, 256)));
      expect(again.reverse()).toEqual(first);
      const fresh = shots.map((shot) => frameHash(frameTake(livePatientOpen(request), shot, 256)));
      expect(fresh).toEqual(first);
    },
  );

  it('gives the same M-mode columns, whatever was drawn before', () => {
    const request = { seed: 3, condition: 'interstitial' } as const;
    const shot = shotAt(poseAt('R1', { rotationRad: 0.2 }));
    const columns = (before: readonly number[]): Uint8Array => {
      const live = livePatientOpen(request);
      for (const timeMs of before) frameTake(live, { ...shot, timeMs }, 64);
      return livePatientColumns(live, shot, 0.2, [100, 104]).grey;
    };
    const fresh = columns([]);
    expect(columns([50])).toEqual(fresh);
    expect(columns([50, 5000])).toEqual(fresh);
  });

  it('gives the same image with and without its truth', () => {
    const live = livePatientOpen(NORMAL);
    const shot = shotAt(poseAt('R2'));
    expect(livePatientImage(live, shot, 128)).toEqual(frameTake(live, shot).frame);
  });

  it('shows a bat sign along the body: pleura, between ribs that lie above it', () => {
    const { truth } = frameTake(livePatientOpen(NORMAL), shotAt(poseAt('R1')), 256);
    expect(truth.ribs.length).toBeGreaterThanOrEqual(2);
    expect(truth.aLines.length).toBeGreaterThan(0);
    const pleura = truth.pleura.flat().filter(({ x }) => Math.abs(x) < 20);
    const rib = Math.min(...truth.ribs.flat().map(({ y }) => y));
    for (const { y } of pleura) expect(y - rib).toBeGreaterThan(5);
  });

  it('moves the ribs by as much as the probe slides along the image', () => {
    const live = livePatientOpen(HELD);
    const at = (downMm: number): number[] =>
      ribPlaces(frameTake(live, shotAt(poseAt('R1', { downMm })), 512).truth.ribs);
    const before = at(66);
    const after = at(72);
    for (const place of before.filter((x) => Math.abs(x) < 25)) {
      const nearest = Math.min(...after.map((x) => Math.abs(x - (place - 6))));
      expect(nearest).toBeLessThan(1.2);
    }
  });

  it('loses the ribs when it is turned along an intercostal space', () => {
    const live = livePatientOpen(NORMAL);
    // At the side, between two ribs that run down and forward.
    const turned = frameTake(
      live,
      shotAt(poseAt('R4', { rotationRad: -ROUND_CHEST - 0.42, downMm: 194 })),
    ).truth;
    const along = frameTake(live, shotAt(poseAt('R4', { downMm: 194 }))).truth;
    const ribPixels = (classes: Uint8Array): number => classes.filter((c) => c === FINDING_INDEX.rib).length;
    expect(ribPixels(along.mask.classes)).toBeGreaterThan(60);
    expect(ribPixels(turned.mask.classes)).toBeLessThan(0.25 * ribPixels(along.mask.classes));
  });

  it('draws and labels only inside the sector, with known classes', () => {
    const live = livePatientOpen({ seed: 8, condition: 'interstitial' });
    for (const preset of ['lung', 'superficial'] as const) {
      const { frame, truth } = frameTake(live, shotAt(poseAt('L4'), { controls: scanPreset(preset) }));
      const { sector, width } = frame;
      for (let at = 0; at < frame.grey.length; at++) {
        expect(truth.mask.classes[at]!).toBeLessThan(FINDINGS.length);
        if (frame.grey[at] === 0 && truth.mask.classes[at] === 0) continue;
        const x = ((at % width) + 0.5 - sector.originPx.x) * sector.mmPerPx;
        const y = (Math.floor(at / width) + 0.5 - sector.originPx.y) * sector.mmPerPx;
        expect(sectorContains(sector, { x, y })).toBe(true);
      }
    }
  });

  it('is dark without contact, and on a neck', () => {
    const live = livePatientOpen(NORMAL);
    const middle = (pressure: number): number =>
      greyMean(frameTake(live, shotAt(poseAt('R1', { pressure }))).frame.grey);
    expect(middle(0)).toBeLessThan(0.7 * middle(0.7));
    const pressed = frameTake(live, shotAt(poseAt('R1', { pressure: 0.9 }))).truth;
    const light = frameTake(live, shotAt(poseAt('R1', { pressure: 0.4 }))).truth;
    const depth = (truth: typeof pressed): number => Math.min(...truth.pleura.flat().map(({ y }) => y));
    expect(depth(pressed)).toBeLessThan(depth(light) - 1);
  });

  it('loses A-lines when the probe is fanned', () => {
    const live = livePatientOpen(NORMAL);
    expect(frameTake(live, shotAt(poseAt('R1'))).truth.aLines.length).toBeGreaterThan(1);
    expect(frameTake(live, shotAt(poseAt('R1', { tiltRad: 0.5 }))).truth.aLines).toHaveLength(0);
  });
});

describe('controls', () => {
  const live = livePatientOpen(NORMAL);
  const lung = scanPreset('lung');
  const mean = (change: Partial<typeof lung>): number =>
    greyMean(frameTake(live, shotAt(poseAt('R1'), { controls: { ...lung, ...change } })).frame.grey);

  it('brighten with gain and sliders, and flatten with dynamic range', () => {
    expect(mean({ gainDb: 8 })).toBeGreaterThan(1.3 * mean({}));
    expect(mean({ gainDb: -12 })).toBeLessThan(0.6 * mean({}));
    expect(mean({ tgcDb: [0, 0, 0, 0, 10, 10, 10, 10] })).toBeGreaterThan(1.1 * mean({}));
    expect(mean({ dynamicRangeDb: 80 })).toBeGreaterThan(mean({ dynamicRangeDb: 45 }));
  });

  it('change depth and probe of the image', () => {
    const deep = frameTake(live, shotAt(poseAt('R1'), { controls: { ...lung, depthMm: 180 } })).frame.sector;
    const flat = frameTake(live, shotAt(poseAt('R1'), { controls: scanPreset('superficial') })).frame.sector;
    expect(deep.depthMm).toBe(180);
    expect(flat.kind).toBe('linear');
    expect(mmFromBeam(flat, { lateral: 1, depthMm: 10 }).x).toBe(20);
  });
});
