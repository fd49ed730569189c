import { describe, expect, test } from 'vitest';
import {
  type ItemRecord,
  itemCounts,
  itemRecordSchema,
  skillAnswer,
} from '../../../../src/domain/learning/item-record.ts';
import { storedRead } from '../../../../src/domain/stored/stored-read.ts';
import { RECORD } from './record.ts';

const read = (stored: unknown) => storedRead(itemRecordSchema, stored, 'The record');

describe('an item record', () => {
  test('is read back as it was written, without what does not belong to it', () => {
    expect(read(JSON.parse(JSON.stringify({ ...RECORD, name: 'somebody' })))).toEqual({ value: RECORD });
    const clip: ItemRecord = { ...RECORD, source: { kind: 'clip', clipId: 'c' }, confidence: 3 };
    expect(read(clip)).toEqual({ value: clip });
  });

  test.each([
    [{ version: 2 }, 'The record.version is not 1, the version that this game knows.'],
    [{ grade: 101 }, 'The record.grade is not a number from 0 to 100.'],
    [{ confidence: 5 }, 'The record.confidence is not 1, 2, 3 or 4.'],
    [
      { source: { kind: 'phantom', seed: 2 ** 32 } },
      'The record.source.seed is not a whole number up to 4294967295.',
    ],
    [{ source: { kind: 'photograph' } }, 'The record.source.kind is not a kind of source.'],
    [
      { evidence: [...RECORD.evidence, ...RECORD.evidence] },
      'The record.evidence is not a list that names each skill once.',
    ],
  ])('%j is refused in a sentence', (change, fault) => {
    expect(read({ ...RECORD, ...change })).toEqual({ fault });
  });

  test('counts for competence only without help, at first, and at the standard', () => {
    expect(itemCounts(RECORD, 'b_line.count')).toBe(true);
    expect(itemCounts({ ...RECORD, hints: 1 }, 'b_line.count')).toBe(false);
    expect(itemCounts({ ...RECORD, aid: 'delayed_overlay' }, 'b_line.count')).toBe(false);
    expect(itemCounts({ ...RECORD, isFirst: false }, 'b_line.count')).toBe(false);
    expect(
      itemCounts({ ...RECORD, difficulty: { ...RECORD.difficulty, level: 'easy' } }, 'b_line.count'),
    ).toBe(false);
    expect(
      itemCounts({ ...RECORD, difficulty: { ...RECORD.difficulty, level: 'hard' } }, 'b_line.count'),
    ).toBe(true);
  });

  test('proposals are no help to who is to catch errors among them, and a help to everyone else', () => {
    expect(itemCounts({ ...RECORD, aid: 'proposals' }, 'catching_ai')).toBe(true);
    expect(itemCounts({ ...RECORD, aid: 'proposals' }, 'b_line.count')).toBe(false);
    expect(itemCounts({ ...RECORD, aid: 'overlay' }, 'catching_ai')).toBe(false);
  });

  test('says of each of its skills what was right', () => {
    expect(skillAnswer(RECORD, 'b_line.find')).toMatchObject({
      isRight: true,
      counts: true,
      answerMs: 4_000,
    });
    expect(skillAnswer(RECORD, 'rib.find')).toBeNull();
  });
});
