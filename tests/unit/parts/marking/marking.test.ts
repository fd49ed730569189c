import { describe, expect, test } from 'vitest';
import { sectorContains } from '../../../../src/domain/geometry/sector.ts';
import { HISTORY_EMPTY, historyPush } from '../../../../src/domain/marks/history.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import type { MarkingEvent } from '../../../../src/parts/marking/machine/marking-context.ts';
import { at, click, INPUT, LINEAR, play } from './marking-run.ts';

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

  test('what is not asked for is refused with a reason, until the next event', () => {
    const refused = play([{ type: 'finding.pick', finding: 'consolidation' }]);
    expect(refused.context.finding).toBe('pleural_line');
    expect(refused.context.notice).toEqual({ code: 'finding_not_asked', finding: 'consolidation' });
    const tools = play([{ type: 'tool.pick', tool: 'beam' }], { ...INPUT, tools: ['line'] });
    expect([tools.context.tool, tools.context.notice]).toEqual([
      'line',
      { code: 'tool_missing', tool: 'beam' },
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
