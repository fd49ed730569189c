import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HISTORY_EMPTY,
  historyCanRedo,
  historyCanUndo,
  historyChange,
  historyClear,
  historyMarks,
  historyPush,
  historyRedo,
  historyUndo,
} from '../../../../src/domain/marks/history.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';

const dab = (id: string): Mark => ({
  id,
  kind: 'brush',
  finding: 'rib',
  points: [{ x: 0, y: 0 }],
  radiusMm: 1,
});
const ids = (marks: readonly Mark[]) => marks.map((mark) => mark.id);

describe('the history of marks', () => {
  it('starts with nothing to undo or redo', () => {
    expect(historyMarks(HISTORY_EMPTY)).toEqual([]);
    expect(historyCanUndo(HISTORY_EMPTY) || historyCanRedo(HISTORY_EMPTY)).toBe(false);
    expect(historyUndo(HISTORY_EMPTY)).toBe(HISTORY_EMPTY);
    expect(historyRedo(HISTORY_EMPTY)).toBe(HISTORY_EMPTY);
  });

  it('undoes, redoes, and forgets what was undone once something new is drawn', () => {
    const two = historyPush(historyPush(HISTORY_EMPTY, dab('a')), dab('b'));
    const one = historyUndo(two);
    expect(ids(historyMarks(one))).toEqual(['a']);
    expect(ids(historyMarks(historyRedo(one)))).toEqual(['a', 'b']);
    const other = historyPush(one, dab('c'));
    expect(ids(historyMarks(other))).toEqual(['a', 'c']);
    expect(historyCanRedo(other)).toBe(false);
  });

  it('can undo a clear, and does not record a clear of nothing', () => {
    const cleared = historyClear(historyPush(HISTORY_EMPTY, dab('a')));
    expect(historyMarks(cleared)).toEqual([]);
    expect(ids(historyMarks(historyUndo(cleared)))).toEqual(['a']);
    expect(historyClear(cleared)).toBe(cleared);
    expect(ids(historyMarks(historyPush(cleared, dab('b'))))).toEqual(['b']);
  });

  it('puts a mark in the place of another, or takes it away; what goes on is undone together', () => {
    const two = historyPush(historyPush(HISTORY_EMPTY, dab('a')), dab('b'));
    const wide = (radiusMm: number) => ({ ...dab('a'), radiusMm });
    const moved = historyChange(two, 'a', wide(2), true);
    const again = historyChange(moved, 'a', wide(3), true);
    expect(historyMarks(again)).toEqual([wide(3), dab('b')]);
    expect(historyUndo(again)).toMatchObject({ done: 2 });
    expect(historyMarks(historyUndo(again))).toEqual([dab('a'), dab('b')]);
    expect(historyMarks(historyUndo(historyChange(again, 'a', wide(4), false)))).toEqual([wide(3), dab('b')]);
    expect(historyMarks(historyUndo(historyChange(again, 'b', wide(4), true)))).toEqual([wide(3), dab('b')]);
    const gone = historyChange(again, 'a', null, false);
    expect(ids(historyMarks(gone))).toEqual(['b']);
    expect(historyChange(gone, 'a', wide(5), false)).toBe(gone);
  });

  it('brings back every state on the way when everything is undone and redone', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (adds) => {
        let history = HISTORY_EMPTY;
        const states = [ids(historyMarks(history))];
        adds.forEach((add, i) => {
          const next = add ? historyPush(history, dab(String(i))) : historyClear(history);
          if (next === history) return;
          history = next;
          states.push(ids(historyMarks(history)));
        });
        for (let i = states.length - 1; i > 0; i--) {
          expect(ids(historyMarks(history))).toEqual(states[i]);
          history = historyUndo(history);
        }
        for (const state of states) {
          expect(ids(historyMarks(history))).toEqual(state);
          history = historyRedo(history);
        }
      }),
    );
  });
});
