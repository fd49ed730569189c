import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { PxPoint } from '../../../../src/domain/geometry/point.ts';
import type { ConvexSector, LinearSector } from '../../../../src/domain/geometry/sector.ts';
import {
  type OutlineSnapshot,
  outlineGuess,
  outlineMachine,
  outlineSector,
} from '../../../../src/parts/outline/machine/outline.ts';
import type { OutlineEvent, OutlineInput } from '../../../../src/parts/outline/machine/outline-context.ts';
import type { SectorFound } from '../../../../src/sector/sector-found.ts';

const CONVEX: ConvexSector = {
  kind: 'convex',
  mmPerPx: 0.4,
  originPx: { x: 330, y: 60 },
  radiusMm: 50,
  angleRad: 1.1,
  depthMm: 150,
};
const LINEAR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.2,
  originPx: { x: 260, y: 40 },
  widthMm: 64,
  depthMm: 60,
};
/** Upper left corner, further down the left edge, middle of the lower border of LINEAR. */
const BOX: readonly PxPoint[] = [
  { x: 100, y: 40 },
  { x: 100, y: 300 },
  { x: 260, y: 340 },
];

function foundOf(confidence: number, sector: SectorFound['sector'] = CONVEX): SectorFound {
  return { sector, confidence, scale: 'assumed' };
}

/** Pure transitions only: no actor runs. */
function play(found: SectorFound | null, ...events: readonly OutlineEvent[]): OutlineSnapshot {
  const input: OutlineInput = { found, width: 640, height: 480 };
  let [snapshot] = initialTransition(outlineMachine, input);
  for (const event of events) [snapshot] = transition(outlineMachine, snapshot, event);
  return snapshot;
}

function press({ x, y }: PxPoint): readonly OutlineEvent[] {
  return [{ type: 'pointer.down', point: { x, y }, reachPx: 10 }, { type: 'pointer.up' }];
}

const USE: OutlineEvent = { type: 'outline.use' };
const LINEAR_PROBE: OutlineEvent = { type: 'probe.pick', probe: 'linear' };
const boxSet = BOX.flatMap(press);

describe('what the finder says', () => {
  test('a sure outline is used as it is, at the depth that is set', () => {
    expect(play(foundOf(0.5)).value).toBe('found');
    expect(outlineSector(play(foundOf(0.5)))).toEqual(CONVEX);
    const done = play(foundOf(0.9), { type: 'depth.set', depthMm: 75 }, USE);
    expect(done.status).toBe('done');
    expect(done.output?.sector).toEqual({ ...CONVEX, mmPerPx: 0.2, radiusMm: 25, depthMm: 75 });
  });

  test('a guess is shown and cannot be used before it was looked at', () => {
    const doubted = play(foundOf(0.49), USE, { type: 'outline.correct' }, USE);
    expect(doubted.value).toEqual({ byHand: 'doubted' });
    expect(outlineSector(doubted)).toBeNull();
    expect(outlineGuess(doubted)).toEqual(CONVEX);
    const taken = play(foundOf(0.49), { type: 'guess.take' });
    expect(taken.value).toBe('found');
    expect(outlineSector(taken)).toEqual(CONVEX);
    expect(play(foundOf(0.49), { type: 'guess.take' }, USE).output?.sector).toEqual(CONVEX);
  });

  test('nothing found: three points are asked for, and there is no way back to a guess', () => {
    for (const event of [USE, { type: 'guess.take' }, { type: 'outline.restore' }] as const) {
      const pointing = play(null, event);
      expect(pointing.value).toEqual({ byHand: 'pointing' });
      expect([outlineSector(pointing), outlineGuess(pointing)]).toEqual([null, null]);
    }
  });

  test('after points, back to what was found: sure, taken or still doubted', () => {
    const restore: OutlineEvent = { type: 'outline.restore' };
    expect(play(foundOf(0.8), { type: 'outline.correct' }, restore).value).toBe('found');
    expect(play(foundOf(0.2), ...press(BOX[0]!), restore).value).toEqual({ byHand: 'doubted' });
    const taken = play(
      foundOf(0.2),
      { type: 'guess.take' },
      { type: 'outline.correct' },
      LINEAR_PROBE,
      restore,
    );
    expect(taken.value).toBe('found');
    expect(taken.context).toMatchObject({ points: [], probe: 'convex' });
  });
});

describe('three points', () => {
  test('by pointer: fewer give no outline, the third shows it before it is set', () => {
    const two = play(null, LINEAR_PROBE, ...boxSet.slice(0, 4));
    expect(two.value).toEqual({ byHand: 'pointing' });
    expect(outlineSector(two)).toBeNull();
    const hovering = play(null, LINEAR_PROBE, ...boxSet.slice(0, 4), {
      type: 'pointer.move',
      point: BOX[2]!,
    });
    expect(outlineGuess(hovering)).toEqual(LINEAR);
    expect(hovering.context.points).toHaveLength(2);
    const three = play(null, LINEAR_PROBE, ...boxSet);
    expect(three.value).toEqual({ byHand: 'placed' });
    expect(outlineSector(three)).toEqual(LINEAR);
    expect(outlineGuess(three)).toBeNull();
    expect(play(null, LINEAR_PROBE, ...boxSet, USE).output?.sector).toEqual(LINEAR);
    expect(play(null, LINEAR_PROBE, ...boxSet, ...press({ x: 600, y: 400 })).context.points).toEqual(BOX);
  });

  test('the first press ends the doubt, and is the first point', () => {
    const begun = play(foundOf(0.3), ...press(BOX[0]!));
    expect(begun.value).toEqual({ byHand: 'pointing' });
    expect(begun.context.points).toEqual([BOX[0]]);
    expect(outlineGuess(begun)).toBeNull();
  });

  test('by keyboard alone: the cross-hair begins in the middle, and Enter sets it down', () => {
    const by = (dxPx: number, dyPx: number): OutlineEvent => ({ type: 'cursor.move', dxPx, dyPx });
    const place: OutlineEvent = { type: 'point.place' };
    const events = [by(-220, -200), place, by(0, 260), place, by(160, 40), place];
    const set = play(null, LINEAR_PROBE, ...events);
    expect(set.context.points).toEqual(BOX);
    expect(outlineSector(set)).toEqual(LINEAR);
    const pick: OutlineEvent = { type: 'point.pick', place: 2 };
    const moved = play(null, LINEAR_PROBE, ...events, pick, by(0, -30), place, by(50, 50));
    expect(moved.context.points).toEqual([BOX[0], BOX[1], { x: 260, y: 310 }]);
    expect(play(null, { type: 'point.pick', place: 0 }).context.moved).toBeNull();
  });

  test('a point within reach is dragged, also beyond the border, where it stays on it', () => {
    const grab: OutlineEvent = { type: 'pointer.down', point: { x: 265, y: 345 }, reachPx: 10 };
    const drag: OutlineEvent = { type: 'pointer.move', point: { x: 300, y: 900 } };
    const dragged = play(null, LINEAR_PROBE, ...boxSet, grab, drag, { type: 'pointer.up' });
    expect(dragged.context.points[2]).toEqual({ x: 300, y: 480 });
    const after = play(null, LINEAR_PROBE, ...boxSet, grab, { type: 'pointer.up' }, drag);
    expect(after.context.points).toEqual(BOX);
  });

  test('points that make no image cannot be used', () => {
    const upward = [BOX[2]!, BOX[1]!, BOX[0]!].flatMap(press);
    const placed = play(null, LINEAR_PROBE, ...upward, USE);
    expect(placed.value).toEqual({ byHand: 'placed' });
    expect(outlineSector(placed)).toBeNull();
    expect(play(null, ...boxSet, { type: 'points.clear' }).value).toEqual({ byHand: 'pointing' });
  });

  test('correcting begins with points on the outline that was found', () => {
    for (const sector of [CONVEX, LINEAR]) {
      const placed = play(foundOf(0.7, sector), { type: 'outline.correct' });
      expect(placed.value).toEqual({ byHand: 'placed' });
      const outline = outlineSector(placed)!;
      expect(outline.kind).toBe(sector.kind);
      expect(outline.originPx.x).toBeCloseTo(sector.originPx.x, 6);
      expect(outline.originPx.y).toBeCloseTo(sector.originPx.y, 6);
      expect(outline.mmPerPx).toBeCloseTo(sector.mmPerPx, 9);
    }
  });

  test('a depth beyond what probes reach is not taken', () => {
    for (const depthMm of [19, 301, Number.NaN]) {
      expect(play(foundOf(0.9), { type: 'depth.set', depthMm }).context.depthMm).toBe(150);
    }
  });
});

test('whatever is done, points stay three at most and inside, and only an outline is ever used', () => {
  const coordinate = fc.double({ min: -900, max: 1500, noNaN: true });
  const point = fc.record({ x: coordinate, y: coordinate });
  const event: fc.Arbitrary<OutlineEvent> = fc.oneof(
    fc.record({ type: fc.constant('pointer.down' as const), point, reachPx: fc.nat(30) }),
    fc.record({ type: fc.constant('pointer.move' as const), point }),
    fc.record({ type: fc.constant('cursor.move' as const), dxPx: coordinate, dyPx: coordinate }),
    fc.record({ type: fc.constant('point.pick' as const), place: fc.integer({ min: -1, max: 4 }) }),
    fc.record({ type: fc.constant('depth.set' as const), depthMm: coordinate }),
    fc.record({ type: fc.constant('probe.pick' as const), probe: fc.constantFrom('convex', 'linear') }),
    fc.constantFrom<OutlineEvent>(
      ...(['pointer.up', 'point.place', 'points.clear', 'guess.take'] as const).map((type) => ({ type })),
      ...(['outline.correct', 'outline.restore', 'outline.use'] as const).map((type) => ({ type })),
    ),
  );
  const found = fc.constantFrom(null, foundOf(0.1), foundOf(0.9, LINEAR));
  fc.assert(
    fc.property(found, fc.array(event, { maxLength: 25 }), (given, events) => {
      const { context, status, output } = play(given, ...events);
      expect(context.points.length).toBeLessThanOrEqual(3);
      for (const { x, y } of context.points) {
        // Points of an outline that was found may lie beyond a cropped picture.
        expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      }
      if (status === 'done') expect(output?.sector.mmPerPx).toBeGreaterThan(0);
    }),
  );
});

describe('two marks of the depth scale', () => {
  const marks = [
    { x: 600, y: 100 },
    { x: 600, y: 300 },
  ].flatMap(press);
  const scaled: readonly OutlineEvent[] = [{ type: 'scale.begin' }, ...marks];

  test('set the scale of what was found: 200 px are 50 mm, or what is said of them', () => {
    expect(outlineSector(play(foundOf(0.9), ...scaled))?.mmPerPx).toBeCloseTo(0.25, 12);
    const said = play(
      foundOf(0.9),
      ...scaled,
      { type: 'scale.distance', distanceMm: 100 },
      { type: 'scale.end' },
    );
    expect(said.context.scaling).toBeNull();
    // 150 mm of the assumed scale of 0.4 were 375 px.
    expect(outlineSector(said)).toMatchObject({ mmPerPx: 0.5, depthMm: 187.5 });
  });

  test('are no points of the outline, and stay the scale while those are set', () => {
    const placed = play(null, LINEAR_PROBE, ...scaled, { type: 'scale.end' }, ...boxSet);
    expect(placed.context.points).toEqual(BOX);
    expect(outlineSector(placed)).toMatchObject({ kind: 'linear', mmPerPx: 0.25, widthMm: 80, depthMm: 75 });
  });

  test('one alone, or two on one another, say nothing; a depth that is set goes before them', () => {
    expect(outlineSector(play(foundOf(0.9), ...scaled.slice(0, 3)))).toEqual(CONVEX);
    const near = [
      { x: 600, y: 100 },
      { x: 600, y: 104 },
    ].flatMap(({ x, y }): readonly OutlineEvent[] => [
      { type: 'pointer.down', point: { x, y }, reachPx: 1 },
      { type: 'pointer.up' },
    ]);
    expect(outlineSector(play(foundOf(0.9), { type: 'scale.begin' }, ...near))).toEqual(CONVEX);
    const deep = play(foundOf(0.9), ...scaled, { type: 'depth.set', depthMm: 75 });
    expect(outlineSector(deep)?.depthMm).toBe(75);
  });

  test('a known scale holds whatever the outline becomes', () => {
    const input: OutlineInput = {
      found: foundOf(0.9),
      width: 640,
      height: 480,
      known: { mmPerPx: 0.3, origin: 'dicom' },
    };
    const [snapshot] = initialTransition(outlineMachine, input);
    expect(outlineSector(snapshot)?.mmPerPx).toBeCloseTo(0.3, 12);
  });
});
