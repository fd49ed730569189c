import { describe, expect, test } from 'vitest';
import type { MmPoint } from '../../../../src/domain/geometry/point.ts';
import { mmFromBeam } from '../../../../src/domain/geometry/sector.ts';
import { HISTORY_EMPTY } from '../../../../src/domain/marks/history.ts';
import type { BeamMark } from '../../../../src/domain/marks/mark.ts';
import type { MarkingEvent, MarkingInput } from '../../../../src/parts/marking/machine/marking-context.ts';
import { strokeCanBegin } from '../../../../src/parts/marking/machine/stroke.ts';
import { at, CONVEX, click, drag, INPUT, LINEAR, play, shape, shapes } from './marking-run.ts';

test.each([
  ['in it', [0, 40], true],
  ['on its edge', [20, 40], true],
  ['5 mm beside it', [25, 40], true],
  ['7 mm beside it', [27, 40], false],
  ['5 mm beyond a corner both ways', [25, 85], false],
  ['nowhere', [Number.NaN, 0], false],
] as const)('of an image 40 mm wide and 80 deep, a stroke begins %s: %j %s', (_, [x, y], can) => {
  expect(strokeCanBegin(LINEAR, at(x, y))).toBe(can);
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
    expect(snapshot.context.notice).toEqual({
      code: 'points_missing',
      tool: 'region',
      needed: 3,
      missing: 1,
    });
    expect(snapshot.context.stroke?.points).toHaveLength(2);
    expect(play([...click(-10, 20), { type: 'mark.finish' }]).context.notice).toEqual({
      code: 'points_missing',
      tool: 'line',
      needed: 2,
      missing: 1,
    });
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
