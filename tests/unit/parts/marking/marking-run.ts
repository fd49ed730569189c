import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import type { MmPoint } from '../../../../src/domain/geometry/point.ts';
import type { ConvexSector, LinearSector } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { MARK_TOOLS } from '../../../../src/domain/scenario/tools.ts';
import { markingMachine } from '../../../../src/parts/marking/machine/marking.ts';
import type { MarkingEvent, MarkingInput } from '../../../../src/parts/marking/machine/marking-context.ts';

export const LINEAR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 0, y: 0 },
  widthMm: 40,
  depthMm: 80,
};

export const CONVEX: ConvexSector = {
  kind: 'convex',
  mmPerPx: 0.5,
  originPx: { x: 0, y: 0 },
  radiusMm: 60,
  angleRad: 1,
  depthMm: 100,
};

export const INPUT: MarkingInput = {
  sector: LINEAR,
  findings: ['pleural_line', 'b_line', 'rib'],
  tools: MARK_TOOLS,
};

export type Snapshot = SnapshotFrom<typeof markingMachine>;

/** Pure transitions only: no actor runs, no effect is executed. */
export function play(events: readonly MarkingEvent[], input: MarkingInput = INPUT): Snapshot {
  let [snapshot] = initialTransition(markingMachine, input);
  for (const event of events) [snapshot] = transition(markingMachine, snapshot, event);
  return snapshot;
}

export function at(x: number, y: number): MmPoint {
  return { x, y };
}

export function click(x: number, y: number): readonly MarkingEvent[] {
  return [
    { type: 'pointer.down', point: at(x, y) },
    { type: 'pointer.up', point: at(x, y) },
  ];
}

export function drag(...points: readonly (readonly [number, number])[]): readonly MarkingEvent[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  return [
    { type: 'pointer.down', point: at(...first) },
    ...points.slice(1).map((point): MarkingEvent => ({ type: 'pointer.move', point: at(...point) })),
    { type: 'pointer.up', point: at(...last) },
  ];
}

/** A mark without its id. */
export function shape({ id: _, ...rest }: Mark): Omit<Mark, 'id'> {
  return rest;
}

export const shapes = (snapshot: Snapshot) => snapshot.context.marks.map(shape);
