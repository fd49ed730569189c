import { describe, expect, it } from 'vitest';
import { zoneFind, zonePose } from '../../../../src/domain/scan/zones.ts';
import { goalZoneAt, type ScanGoal } from '../../../../src/domain/scenario/goal.ts';

const GOAL: ScanGoal = { zone: 'sick', shows: [], patterns: ['consolidation'], sliding: null };
const poseOn = (id: string) => zonePose(zoneFind(id)!);

describe('the zone that a shown place is named by', () => {
  it('is of the set that the learner sees', () => {
    expect(goalZoneAt('blue_6', GOAL, poseOn('L-plaps'))?.id).toBe('L-plaps');
    expect(goalZoneAt('zones_8', GOAL, poseOn('R1'))?.id).toBe('R1');
  });

  it('is of another set where that one has no zone there, so that no place stays without a name', () => {
    const between = { ...poseOn('R-upper'), downMm: 170 };
    expect(goalZoneAt('blue_6', GOAL, between)?.set).not.toBe('blue_6');
    expect(goalZoneAt('blue_6', GOAL, { ...between, downMm: 5 })).toBeNull();
  });
});
