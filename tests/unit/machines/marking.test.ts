import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, initialTransition, type SnapshotFrom, transition } from 'xstate';
import { MARKABLE_FINDINGS } from '../../../src/domain/findings/finding.ts';
import type { MmPoint } from '../../../src/domain/geometry/point.ts';
import {
  type ConvexSector,
  type LinearSector,
  mmFromBeam,
  sectorContains,
} from '../../../src/domain/geometry/sector.ts';
import {
  HISTORY_EMPTY,
  historyMarks,
  historyPush,
  type MarkHistory,
} from '../../../src/domain/marks/history.ts';
import type { BeamMark, Mark } from '../../../src/domain/marks/mark.ts';
import { MARK_TOOLS } from '../../../src/domain/scenario/tools.ts';
import { markingMachine } from '../../../src/machines/marking.ts';
import type { MarkingEvent, MarkingInput } from '../../../src/machines/marking-context.ts';

const LINEAR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 0, y: 0 },
  widthMm: 40,
  depthMm: 80,
};

const CONVEX: ConvexSector = {
  kind: 'convex',
  mmPerPx: 0.5,
  originPx: { x: 0, y: 0 },
  radiusMm: 60,
  angleRad: 1,
  depthMm: 100,
};

const INPUT: MarkingInput = {
  sector: LINEAR,
  findings: ['pleural_line', 'b_line', 'rib'],
  tools: MARK_TOOLS,
};

type Snapshot = SnapshotFrom<typeof markingMachine>;

/** Pure transitions only: no actor runs, no effect is executed. */
function play(events: readonly MarkingEvent[], input: MarkingInput = INPUT): Snapshot {
  let [snapshot] = initialTransition(markingMachine, input);
  for (const event of events) [snapshot] = transition(markingMachine, snapshot, event);
  return snapshot;
}

function at(x: number, y: number): MmPoint {
  return { x, y };
}

function click(x: number, y: number): readonly MarkingEvent[] {
  return [
    { type: 'pointer.down', point: at(x, y) },
    { type: 'pointer.up', point: at(x, y) },
  ];
}

function drag(...points: readonly (readonly [number, number])[]): readonly MarkingEvent[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  return [
    { type: 'pointer.down', point: at(...first) },
    ...points.slice(1).map((point): MarkingEvent => ({ type: 'pointer.move', point: at(...point) })),
    { type: 'pointer.up', point: at(...last) },
  ];
}

/** A mark without its id. */
function shape({ id: _, ...rest }: Mark): Omit<Mark, 'id'> {
  return rest;
}

const shapes = (snapshot: Snapshot) => snapshot.context.marks.map(shape);

describe('the beginning', () => {
  test('takes the first finding and the tool that fits it', () => {
    const { value, context } = play([]);
    expect(value).toBe('idle');
    expect(context).toMatchObject({ finding: 'pleural_line', tool: 'line', marks: [], draft: null });
    expect(sectorContains(LINEAR, context.cursor)).toBe(true);
  });

  test.each([
    ['rib', 'region'],
    ['pleural_line', 'line'],
    ['a_line', 'line'],
    ['b_line', 'beam'],
    ['b_line_confluence', 'region'],
    ['pleural_effusion', 'region'],
    ['consolidation', 'region'],
  ] as const)('suggests for %s the %s', (finding, tool) => {
    expect(play([], { ...INPUT, findings: [finding] }).context.tool).toBe(tool);
  });

  test('takes a tool that draws where the fitting one is not allowed', () => {
    expect(play([], { ...INPUT, tools: ['eraser', 'brush'] }).context.tool).toBe('brush');
  });

  test('goes on with marks from before', () => {
    const mark: Mark = { id: 'm', kind: 'line', finding: 'rib', points: [at(0, 1), at(2, 3)], widthMm: 2 };
    const { context } = play([{ type: 'undo' }], { ...INPUT, history: historyPush(HISTORY_EMPTY, mark) });
    expect(context.marks).toEqual([]);
    expect(context.history.edits).toHaveLength(1);
  });
});

describe('line and region', () => {
  const LINE = { kind: 'line', finding: 'pleural_line', widthMm: 2 };

  test('a drag draws freehand', () => {
    const pressed = play(drag([-10, 20], [0, 21], [10, 20]).slice(0, -1));
    expect(pressed.value).toBe('pressing');
    expect(pressed.context.draft).toMatchObject(LINE);
    const released = play(drag([-10, 20], [0, 21], [10, 20]));
    expect(released.value).toBe('idle');
    expect(shapes(released)).toEqual([{ ...LINE, points: [at(-10, 20), at(0, 21), at(10, 20)] }]);
    expect(released.context.draft).toBeNull();
  });

  test('clicks place points, and the draft shows the one to come', () => {
    const placing = play([...click(-10, 20), ...click(0, 22), { type: 'pointer.move', point: at(5, 21) }]);
    expect(placing.value).toBe('placing');
    expect(placing.context.draft).toMatchObject({ points: [at(-10, 20), at(0, 22), at(5, 21)] });
    expect(placing.context.marks).toEqual([]);
  });

  test.each([
    ['a double click', click(10, 20)],
    ['finish', [{ type: 'mark.finish' }]],
    ['another finding', [{ type: 'finding.pick', finding: 'rib' }]],
    ['another tool', [{ type: 'tool.pick', tool: 'brush' }]],
    ['handing in', [{ type: 'marks.submit' }]],
  ] as const)('%s ends a line with the points that were placed', (_, events) => {
    const snapshot = play([...click(-10, 20), ...click(10, 20), ...events]);
    expect(shapes(snapshot)).toEqual([{ ...LINE, points: [at(-10, 20), at(10, 20)] }]);
    expect(snapshot.context.stroke).toBeNull();
  });

  test('a click on the first point closes a region', () => {
    const corners = [...click(-10, 20), ...click(10, 20), ...click(0, 40)];
    const snapshot = play([{ type: 'finding.pick', finding: 'rib' }, ...corners, ...click(-9.5, 20.5)]);
    expect(shapes(snapshot)).toEqual([
      { kind: 'region', finding: 'rib', points: [at(-10, 20), at(10, 20), at(0, 40)] },
    ]);
  });

  test('too few points are told and kept', () => {
    const snapshot = play([
      { type: 'finding.pick', finding: 'rib' },
      ...click(-10, 20),
      ...click(10, 20),
      { type: 'mark.finish' },
    ]);
    expect(snapshot.value).toBe('placing');
    expect(snapshot.context.notice).toBe('A region needs 3 points: 1 more.');
    expect(snapshot.context.stroke?.points).toHaveLength(2);
    expect(play([...click(-10, 20), { type: 'mark.finish' }]).context.notice).toBe(
      'A line needs 2 points: 1 more.',
    );
  });

  test('a short wobble is a click, not a drag', () => {
    const snapshot = play(drag([0, 20], [0.7, 20.5], [1, 21]));
    expect(snapshot.value).toBe('placing');
    expect(snapshot.context.stroke?.points).toEqual([at(1, 21)]);
  });

  test('undo takes placed points back one by one, then edits', () => {
    const two = [...click(-10, 20), ...click(10, 20)];
    expect(play([...two, { type: 'undo' }]).context.stroke?.points).toEqual([at(-10, 20)]);
    expect(play([...two, { type: 'undo' }, { type: 'undo' }]).value).toBe('idle');
    const finished = play([...two, { type: 'mark.finish' }, { type: 'undo' }]);
    expect(finished.context.marks).toEqual([]);
  });

  test('cancel drops the stroke; a cancelled press leaves what was placed', () => {
    const two = [...click(-10, 20), ...click(10, 20)];
    const dropped = play([...two, { type: 'mark.cancel' }]);
    expect([dropped.value, dropped.context.draft, dropped.context.marks]).toEqual(['idle', null, []]);
    const kept = play([...two, { type: 'pointer.down', point: at(0, 30) }, { type: 'pointer.cancel' }]);
    expect(kept.value).toBe('placing');
    expect(kept.context.stroke?.points).toEqual([at(-10, 20), at(10, 20)]);
    const none = play([{ type: 'pointer.down', point: at(0, 30) }, { type: 'pointer.cancel' }]);
    expect(none.value).toBe('idle');
  });

  test('a press dragged while points are placed sets the point where it is released', () => {
    const snapshot = play([...click(-10, 20), ...drag([0, 20], [5, 25], [8, 28])]);
    expect(snapshot.value).toBe('placing');
    expect(snapshot.context.stroke?.points).toEqual([at(-10, 20), at(8, 28)]);
  });
});

describe('beam', () => {
  const start: MarkingEvent = { type: 'finding.pick', finding: 'b_line' };
  const beam = (events: readonly MarkingEvent[], input?: MarkingInput) =>
    play([start, ...events], input).context.marks.at(-1) as BeamMark;

  test('one click draws it to the bottom, as wide as the tool', () => {
    expect(shape(beam(click(5, 20)))).toEqual({
      kind: 'beam',
      finding: 'b_line',
      origin: at(5, 20),
      widthMm: 3,
      endDepthMm: 80,
    });
  });

  test('a drag along the scan line sets the end, the bottom snaps', () => {
    expect(beam(drag([5, 20], [5, 40], [6, 50]))).toMatchObject({ endDepthMm: 50, widthMm: 3 });
    expect(beam(drag([5, 20], [5, 76]))).toMatchObject({ endDepthMm: 80, widthMm: 3 });
    expect(beam(drag([5, 20], [5, 10]))).toMatchObject({ endDepthMm: 80 });
  });

  test('a drag across sets the width to both sides', () => {
    expect(beam(drag([5, 20], [9, 21]))).toMatchObject({ widthMm: 8, endDepthMm: 80 });
    expect(beam(drag([5, 20], [1, 20]))).toMatchObject({ widthMm: 8 });
  });

  test('depth and width are measured along the fan of a convex probe', () => {
    const input = { ...INPUT, sector: CONVEX };
    const origin = mmFromBeam(CONVEX, { lateral: 0.5, depthMm: 20 });
    const along = mmFromBeam(CONVEX, { lateral: 0.5, depthMm: 60 });
    const across = mmFromBeam(CONVEX, { lateral: 0.6, depthMm: 20 });
    const pull = (to: MmPoint): readonly MarkingEvent[] => [
      { type: 'pointer.down', point: origin },
      { type: 'pointer.move', point: to },
      { type: 'pointer.up', point: to },
    ];
    expect(beam(pull(along), input).endDepthMm).toBeCloseTo(60, 9);
    // A tenth of the half sector is 0.05 rad, at 80 mm from the apex 4 mm to each side.
    expect(beam(pull(across), input).widthMm).toBeCloseTo(8, 9);
  });

  test('by keyboard: place at the origin, move for the end, place again', () => {
    const place: MarkingEvent = { type: 'point.place' };
    const to: MarkingEvent = { type: 'cursor.to', point: at(5, 20) };
    expect(beam([to, place, place])).toMatchObject({ origin: at(5, 20), endDepthMm: 80 });
    expect(beam([to, place, { type: 'mark.finish' }])).toMatchObject({ origin: at(5, 20), endDepthMm: 80 });
    expect(beam([to, place, { type: 'cursor.move', dxMm: 0, dyMm: 20 }, place])).toMatchObject({
      endDepthMm: 40,
    });
    expect(beam([to, place, { type: 'cursor.move', dxMm: 3, dyMm: 0 }, place]).widthMm).toBeCloseTo(6, 9);
  });
});

describe('brush and eraser', () => {
  const brush: MarkingEvent = { type: 'tool.pick', tool: 'brush' };
  const eraser: MarkingEvent = { type: 'tool.pick', tool: 'eraser' };

  test('draw while the pointer is down, and dot where it is clicked', () => {
    expect(shapes(play([brush, ...drag([0, 20], [5, 20], [10, 25])]))).toEqual([
      { kind: 'brush', finding: 'pleural_line', radiusMm: 2, points: [at(0, 20), at(5, 20), at(10, 25)] },
    ]);
    expect(shapes(play([brush, ...click(3, 30)]))).toEqual([
      { kind: 'brush', finding: 'pleural_line', radiusMm: 2, points: [at(3, 30)] },
    ]);
  });

  test('by keyboard: tip down, move, tip up', () => {
    const snapshot = play([
      brush,
      { type: 'cursor.to', point: at(0, 20) },
      { type: 'point.place' },
      { type: 'cursor.move', dxMm: 5, dyMm: 0 },
      { type: 'cursor.move', dxMm: 0, dyMm: 5 },
      { type: 'point.place' },
    ]);
    expect(snapshot.value).toBe('idle');
    expect(shapes(snapshot)).toEqual([
      { kind: 'brush', finding: 'pleural_line', radiusMm: 2, points: [at(0, 20), at(5, 20), at(5, 25)] },
    ]);
  });

  test('erasing is an edit only where there are marks', () => {
    expect(play([eraser, ...click(0, 20)]).context.history).toEqual(HISTORY_EMPTY);
    const erased = play([brush, ...click(0, 20), eraser, ...click(0, 20)]);
    expect(shapes(erased)[1]).toEqual({ kind: 'eraser', radiusMm: 4, points: [at(0, 20)] });
  });

  test('the eraser is not remembered as the tool of a finding', () => {
    const pick = (finding: 'rib' | 'pleural_line'): MarkingEvent => ({ type: 'finding.pick', finding });
    expect(play([brush, eraser, pick('rib')]).context.tool).toBe('region');
    expect(play([brush, eraser, pick('rib'), pick('pleural_line')]).context.tool).toBe('brush');
  });
});

describe('sizes, findings, tools', () => {
  test('sizes stay in their bounds and are those of the tool in use', () => {
    const set = (mm: number): MarkingEvent => ({ type: 'size.set', mm });
    expect(play([set(5)]).context.sizeMm.line).toBe(5);
    expect(play([set(500)]).context.sizeMm.line).toBe(10);
    expect(play([set(-1)]).context.sizeMm.line).toBe(0.5);
    expect(play([set(Number.NaN)]).context.sizeMm.line).toBe(2);
    expect(play([{ type: 'size.set', mm: 9, tool: 'brush' }]).context.sizeMm).toMatchObject({
      brush: 9,
      line: 2,
    });
  });

  test('a size set while drawing shows in the draft', () => {
    const snapshot = play([...click(0, 20), ...click(10, 20), { type: 'size.set', mm: 6 }]);
    expect(snapshot.context.draft).toMatchObject({ widthMm: 6 });
  });

  test('what is not asked for is refused with a sentence, until the next event', () => {
    const refused = play([{ type: 'finding.pick', finding: 'consolidation' }]);
    expect(refused.context.finding).toBe('pleural_line');
    expect(refused.context.notice).toBe('This step does not ask for: Consolidation.');
    const tools = play([{ type: 'tool.pick', tool: 'beam' }], { ...INPUT, tools: ['line'] });
    expect([tools.context.tool, tools.context.notice]).toEqual([
      'line',
      'This step is done without the beam.',
    ]);
    expect(
      play([{ type: 'finding.pick', finding: 'consolidation' }, { type: 'undo' }]).context.notice,
    ).toBeNull();
  });

  test('points outside the image move to its edge; what is no point does nothing', () => {
    expect(play(click(100, -50)).context.stroke?.points).toEqual([at(20, 0)]);
    expect(play([{ type: 'cursor.to', point: at(-100, 500) }]).context.cursor).toEqual(at(-20, 80));
    expect(play(click(Number.NaN, 3)).value).toBe('idle');
  });
});

describe('undo, redo, clear', () => {
  const three = [...drag([0, 20], [10, 20]), ...drag([0, 40], [10, 40]), ...drag([0, 60], [10, 60])];

  test('clear can be undone', () => {
    const cleared = play([...three, { type: 'clear' }]);
    expect(cleared.context.marks).toEqual([]);
    expect(play([...three, { type: 'clear' }, { type: 'undo' }]).context.marks).toEqual(
      play(three).context.marks,
    );
  });

  test('a new mark forgets what was undone', () => {
    const events: MarkingEvent[] = [...three, { type: 'undo' }, ...drag([0, 70], [10, 70]), { type: 'redo' }];
    expect(
      play(events).context.marks.map((mark) => (mark.kind === 'line' ? mark.points[0]!.y : null)),
    ).toEqual([20, 40, 70]);
  });

  test('handing in ends the machine with its history', () => {
    const snapshot = play([...three, { type: 'marks.submit' }]);
    expect(snapshot.status).toBe('done');
    expect(historyMarks(snapshot.output!.history)).toHaveLength(3);
  });

  test('tells of every edit once, and of nothing else', () => {
    const told: MarkHistory[] = [];
    const actor = createActor(markingMachine, {
      input: { ...INPUT, onEdit: (history) => told.push(history) },
    }).start();
    for (const event of [
      ...drag([0, 20], [10, 20]),
      { type: 'undo' },
      { type: 'undo' },
      { type: 'redo' },
    ] as const) {
      actor.send(event);
    }
    actor.send({ type: 'cursor.move', dxMm: 1, dyMm: 1 });
    actor.stop();
    expect(told.map(({ done }) => done)).toEqual([1, 0, 1]);
  });
});

const anyPoint = fc.record({
  x: fc.oneof(fc.double({ min: -60, max: 60, noNaN: true }), fc.double()),
  y: fc.oneof(fc.double({ min: -30, max: 120, noNaN: true }), fc.double()),
});

const anyEvent: fc.Arbitrary<MarkingEvent> = fc.oneof(
  { weight: 3, arbitrary: anyPoint.map((point): MarkingEvent => ({ type: 'pointer.down', point })) },
  { weight: 3, arbitrary: anyPoint.map((point): MarkingEvent => ({ type: 'pointer.move', point })) },
  { weight: 3, arbitrary: anyPoint.map((point): MarkingEvent => ({ type: 'pointer.up', point })) },
  fc.constantFrom(...MARK_TOOLS).map((tool): MarkingEvent => ({ type: 'tool.pick', tool })),
  fc.constantFrom(...MARKABLE_FINDINGS).map((finding): MarkingEvent => ({ type: 'finding.pick', finding })),
  fc.double().map((mm): MarkingEvent => ({ type: 'size.set', mm })),
  fc
    .record({ dxMm: fc.double(), dyMm: fc.double({ min: -9, max: 9 }) })
    .map((by): MarkingEvent => ({ type: 'cursor.move', ...by })),
  anyPoint.map((point): MarkingEvent => ({ type: 'cursor.to', point })),
  fc
    .constantFrom('pointer.cancel', 'point.place', 'mark.finish', 'mark.cancel', 'undo', 'redo', 'clear')
    .map((type): MarkingEvent => ({ type }) as MarkingEvent),
);

const anyInput = fc.record({
  sector: fc.constantFrom(LINEAR, CONVEX),
  findings: fc.uniqueArray(fc.constantFrom(...MARKABLE_FINDINGS), { minLength: 1 }),
  tools: fc.uniqueArray(fc.constantFrom(...MARK_TOOLS), { minLength: 1 }),
});

/** The points that a mark is made of. */
function markPoints(mark: Mark): readonly MmPoint[] {
  return mark.kind === 'beam' ? [mark.origin] : mark.points;
}

describe('any sequence of events', () => {
  test('leaves a sound state: state and stroke agree, marks lie in the image, ids are unique', () => {
    fc.assert(
      fc.property(anyInput, fc.array(anyEvent, { maxLength: 60 }), (input, events) => {
        const { value, context } = play(events, input);
        const { stroke, marks, draft, sector, cursor } = context;
        expect(value).toBe(stroke === null ? 'idle' : stroke.pressed === null ? 'placing' : 'pressing');
        expect(draft === null).toBe(stroke === null);
        expect(marks).toEqual(historyMarks(context.history));
        expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
        for (const point of [cursor, ...marks.flatMap(markPoints)]) {
          const clearance = 1e-6;
          const grown =
            sector.kind === 'linear'
              ? { ...sector, widthMm: sector.widthMm + clearance, depthMm: sector.depthMm + clearance }
              : { ...sector, angleRad: sector.angleRad + clearance, depthMm: sector.depthMm + clearance };
          expect(sectorContains(grown, { x: point.x, y: point.y + clearance / 4 })).toBe(true);
        }
        for (const mark of marks) {
          if (mark.kind === 'line') expect(mark.points.length).toBeGreaterThanOrEqual(2);
          if (mark.kind === 'region') expect(mark.points.length).toBeGreaterThanOrEqual(3);
          if (mark.kind === 'beam') expect(mark.endDepthMm).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('undone as often as edited leaves no marks, and redone as often all of them', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const drawn = play([...events, { type: 'mark.cancel' }]);
        const { edits, done } = drawn.context.history;
        let [snapshot] = [drawn];
        const repeat = (type: 'undo' | 'redo', times: number) => {
          for (let i = 0; i < times; i++) [snapshot] = transition(markingMachine, snapshot, { type });
        };
        repeat('undo', done);
        expect(snapshot.context.marks).toEqual([]);
        repeat('redo', done);
        expect(snapshot.context.marks).toEqual(drawn.context.marks);
        repeat('redo', edits.length);
        expect(snapshot.context.history.done).toBe(edits.length);
      }),
      { numRuns: 60 },
    );
  });

  test('undo after an edit is identity', () => {
    const edit = fc.oneof(
      fc.tuple(anyPoint, anyPoint).map(([a, b]) => drag([a.x, a.y], [b.x, b.y])),
      fc.constant([{ type: 'clear' }] as readonly MarkingEvent[]),
    );
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), edit, (events, edits) => {
        const before = play([...events, { type: 'mark.cancel' }]);
        let after = before;
        for (const event of edits) [after] = transition(markingMachine, after, event);
        const { done } = after.context.history;
        fc.pre(after.context.history !== before.context.history && after.context.stroke === null);
        expect(done).toBe(before.context.history.done + 1);
        [after] = transition(markingMachine, after, { type: 'undo' });
        expect(after.context.marks).toEqual(before.context.marks);
      }),
      { numRuns: 100 },
    );
  });

  test('the history survives being written down and read', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const { context } = play([...events, { type: 'mark.cancel' }]);
        const history = JSON.parse(JSON.stringify(context.history)) as MarkHistory;
        const again = play([], { ...INPUT, history });
        expect(JSON.stringify(again.context.marks)).toBe(JSON.stringify(context.marks));
        const [undone] = transition(markingMachine, again, { type: 'undo' });
        const [same] = transition(markingMachine, play([...events, { type: 'mark.cancel' }]), {
          type: 'undo',
        });
        expect(JSON.stringify(undone.context.marks)).toBe(JSON.stringify(same.context.marks));
      }),
      { numRuns: 40 },
    );
  });
});
