import { describe, expect, test } from 'vitest';
import { FINDING_INDEX, type MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import type { ScanTruth } from '../../../../src/domain/scan/scan-truth.ts';
import { zoneFind, zonePose } from '../../../../src/domain/scan/zones.ts';
import { goalGap, type ScanGoal } from '../../../../src/domain/scenario/goal.ts';

const SECTOR = { kind: 'linear', mmPerPx: 1, originPx: { x: 50, y: 0 }, widthMm: 100, depthMm: 100 } as const;

/** A raster of 10,000 pixels; each class fills as many of them as told. */
function truthOf(pixels: Partial<Record<MarkableFinding, number>>, scan: Partial<ScanTruth> = {}): Truth {
  const classes = new Uint8Array(10_000);
  let at = 0;
  for (const [finding, count] of Object.entries(pixels)) {
    classes.fill(FINDING_INDEX[finding as MarkableFinding], at, at + count);
    at += count;
  }
  const mask = { width: 100, height: 100, classes, sector: SECTOR };
  return {
    mask,
    aLines: [],
    bLines: [],
    pleura: [],
    ribs: [],
    sliding: true,
    scan: {
      condition: 'consolidation',
      sickZones: ['L4', 'L-plaps'],
      inView: 'normal',
      mMode: [{ from: -1, to: 1, shows: 'seashore' }],
      lungPoint: null,
      ...scan,
    },
  };
}

const ANY: ScanGoal = { zone: null, shows: [], patterns: [], sliding: null };
const R2 = zonePose(zoneFind('R2')!);
const PLAPS = zonePose(zoneFind('L-plaps')!);

describe('goalGap', () => {
  test('a zone is met in it alone, and says where the probe is', () => {
    const goal = { ...ANY, zone: 'R2' };
    expect(goalGap(goal, 'zones_8', R2, truthOf({}))).toBeNull();
    const gap = goalGap(goal, 'zones_8', zonePose(zoneFind('L1')!), truthOf({ rib: 50 }));
    expect(gap).toMatchObject({ place: { zone: { id: 'L1' } }, missing: [], inView: ['rib'] });
    expect(goalGap(goal, 'zones_8', { ...R2, downMm: 400 }, truthOf({}))?.place).toEqual({ zone: null });
  });

  test('the sick zone is any that holds the condition', () => {
    const goal = { ...ANY, zone: 'sick' };
    expect(goalGap(goal, 'blue_6', PLAPS, truthOf({}))).toBeNull();
    const lower = zonePose(zoneFind('R-lower')!);
    expect(goalGap(goal, 'blue_6', lower, truthOf({}))?.place).toMatchObject({ zone: { id: 'R-lower' } });
    expect(goalGap(goal, 'blue_6', PLAPS, truthOf({}, { sickZones: [] }))).not.toBeNull();
  });

  test('all that is to be in view has to be, by more than a corner', () => {
    const goal: ScanGoal = { ...ANY, shows: ['rib', 'consolidation'] };
    expect(goalGap(goal, null, R2, truthOf({ rib: 50, consolidation: 500 }))).toBeNull();
    const corner = goalGap(goal, null, R2, truthOf({ rib: 50, consolidation: 2 }));
    expect(corner).toEqual({
      place: null,
      missing: ['consolidation'],
      pattern: null,
      sliding: null,
      inView: ['rib'],
    });
  });

  test('one of the patterns is enough, and another is named', () => {
    const goal: ScanGoal = { ...ANY, patterns: ['b_lines', 'confluence'] };
    expect(goalGap(goal, null, R2, truthOf({ b_line_confluence: 5000 }))).toBeNull();
    expect(goalGap(goal, null, R2, truthOf({ a_line: 500 }))?.pattern).toBe('a_lines');
  });

  test('sliding is told by the lines of the image; without pleura, that it is missing', () => {
    const goal: ScanGoal = { ...ANY, sliding: 'in_part' };
    const point: ScanTruth['mMode'] = [{ from: -1, to: 1, shows: 'lung_point' }];
    expect(goalGap(goal, null, R2, truthOf({}, { mMode: point }))).toBeNull();
    expect(goalGap(goal, null, R2, truthOf({}))?.sliding).toBe('yes');
    const rib: ScanTruth['mMode'] = [{ from: -1, to: 1, shows: 'no_pleura' }];
    expect(goalGap(goal, null, R2, truthOf({}, { mMode: rib }))).toMatchObject({
      missing: ['pleural_line'],
      sliding: null,
    });
  });
});
