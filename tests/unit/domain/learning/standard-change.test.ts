import { describe, expect, test } from 'vitest';
import type { ItemRecord } from '../../../../src/domain/learning/item-record.ts';
import { COMPETENT_LIMIT, LOST_LIMIT } from '../../../../src/domain/learning/lc-cusum.ts';
import { standardChanges } from '../../../../src/domain/learning/standard-change.ts';
import { RECORD } from './record.ts';

/** One answer a letter: r right, w wrong, h right with a hint. */
function answers(letters: string, from = 0): readonly ItemRecord[] {
  return [...letters].map((letter, i) => ({
    ...RECORD,
    id: `${from + i}`,
    source: { kind: 'phantom', seed: from + i },
    hints: letter === 'h' ? 1 : 0,
    evidence: [{ skill: 'b_line.find', grade: letter === 'w' ? 0 : 90, isRight: letter !== 'w' }],
  }));
}

const since = (from: number) => (item: ItemRecord) => Number(item.id) >= from;
/** ln(0.9 / 0.8) a right answer: without an error 32 of them carry the sum over its limit. */
const TO_STANDARD = Math.ceil(COMPETENT_LIMIT / Math.log(0.9 / 0.8));
/** ln(0.2 / 0.1) a wrong one. */
const TO_LOSS = Math.ceil(LOST_LIMIT / Math.log(2));

describe('a skill that comes to the standard', () => {
  test('is told with the answers that decided it, by the answer that did', () => {
    expect([TO_STANDARD, TO_LOSS]).toEqual([32, 6]);
    const items = answers('r'.repeat(32));
    const reached = { skill: 'b_line.find', kind: 'reached', counted: 32, right: 32 };
    expect(standardChanges(items, since(31))).toEqual([reached]);
    expect(standardChanges(items, since(24))).toEqual([reached]);
    expect(standardChanges(items.slice(0, 31), () => true)).toEqual([]);
    expect(standardChanges([...items, ...answers('rr', 32)], since(32))).toEqual([]);
  });

  test('counts from where the sum was last at 0, and what had help not at all', () => {
    // An error at the beginning leaves the sum at 0; one within takes ln 2 off, so that 37 right ones are needed: 37 ln 1.125 - ln 2 = 3.665.
    const early = answers(`wh${'r'.repeat(32)}`);
    expect(standardChanges(early, since(30))).toMatchObject([{ counted: 32, right: 32 }]);
    const within = answers(`${'r'.repeat(20)}w${'r'.repeat(18)}`);
    expect(standardChanges(within, since(30))).toMatchObject([{ kind: 'reached', counted: 38, right: 37 }]);
  });

  test('that is lost again is told as lost, and as nothing where both came within', () => {
    const items = answers(`${'r'.repeat(32)}${'w'.repeat(6)}`);
    expect(standardChanges(items, since(32))).toEqual([
      { skill: 'b_line.find', kind: 'lost', counted: 6, right: 0 },
    ]);
    expect(standardChanges(items, () => true)).toEqual([]);
    expect(standardChanges(answers(`${'r'.repeat(32)}${'w'.repeat(5)}`), since(32))).toEqual([]);
  });
});
