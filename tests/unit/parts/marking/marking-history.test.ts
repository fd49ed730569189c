import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, transition } from 'xstate';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import type { MmPoint } from '../../../../src/domain/geometry/point.ts';
import { sectorContains } from '../../../../src/domain/geometry/sector.ts';
import { historyMarks, type MarkHistory } from '../../../../src/domain/marks/history.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { MARK_TOOLS } from '../../../../src/domain/scenario/tools.ts';
import { markingMachine } from '../../../../src/parts/marking/machine/marking.ts';
import type { MarkingEvent } from '../../../../src/parts/marking/machine/marking-context.ts';
import { CONVEX, drag, INPUT, LINEAR, play } from './marking-run.ts';

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

  test('tells of a line that is placed point by point from its second point on, and no more when it is dropped', () => {
    const told: MarkHistory[] = [];
    const actor = createActor(markingMachine, {
      input: { ...INPUT, onEdit: (history) => told.push(history) },
    }).start();
    const place = (x: number) => {
      actor.send({ type: 'pointer.down', point: { x, y: 20 } });
      actor.send({ type: 'pointer.up', point: { x, y: 20 } });
    };
    const last = () => historyMarks(told.at(-1)!).map((mark) => (mark.kind === 'line' ? mark.points : null));
    place(-10);
    expect(told.flatMap(historyMarks)).toEqual([]);
    place(0);
    place(10);
    expect(last()).toEqual([
      [
        { x: -10, y: 20 },
        { x: 0, y: 20 },
        { x: 10, y: 20 },
      ],
    ]);
    expect(actor.getSnapshot().context.marks).toEqual([]);
    actor.send({ type: 'mark.cancel' });
    expect(last()).toEqual([]);
    actor.stop();
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
