import { describe, expect, test } from 'vitest';
import { learnerNameRead } from '../../../../src/domain/learners/learner.ts';
import {
  FIRST_LEARNER,
  LEARNER_LIST_NEW,
  type LearnerList,
  learnerDatabase,
  learnerListAdd,
  learnerListChange,
  learnerListDrop,
  learnerListFound,
  learnerListIsNew,
  learnerListIsNewer,
  learnerListRead,
  learnerListText,
  learnerNameFree,
  learnerNameIsTaken,
  learnerOfDatabase,
} from '../../../../src/domain/learners/learner-list.ts';
import { pinIsSound } from '../../../../src/domain/learners/pin.ts';

const ANA = '0b0e9f6e-3c0c-4c53-8a5e-6d1f3a0c9b11';
const BO = '1c1e9f6e-3c0c-4c53-8a5e-6d1f3a0c9b22';
const PIN = { salt: 'ab'.repeat(16), hash: 'cd'.repeat(32), rounds: 600_000 };

const LIST: LearnerList = {
  here: ANA,
  learners: [
    { key: FIRST_LEARNER, name: 'Cy', pin: null },
    { key: ANA, name: 'Ana', pin: PIN },
  ],
};

test('a database is told by its learner and the other way round', () => {
  for (const key of [FIRST_LEARNER, ANA]) expect(learnerOfDatabase(learnerDatabase(key))).toBe(key);
  expect(learnerDatabase(FIRST_LEARNER)).toBe('batsign');
  expect(learnerDatabase(ANA)).toBe(`batsign-${ANA}`);
  for (const name of ['', 'other', 'batsign-', 'batsign-first', 'batsign-test-1', ANA]) {
    expect(learnerOfDatabase(name), name).toBeNull();
  }
});

describe('a list', () => {
  test('is read as it was written', () => {
    expect(learnerListRead(learnerListText(LIST))).toEqual(LIST);
  });

  test.each([
    ['nothing', null],
    ['no JSON', 'words'],
    ['a text that was cut short', learnerListText(LIST).slice(0, 40)],
    ['a list', '[]'],
    ['no learners', '{"version":1,"here":"first"}'],
    ['none of them sound', '{"here":"first","learners":[null,{"name":"Ana"},{"key":"../x"}]}'],
  ])('where there is %s is that of a first visit', (_what, text) => {
    expect(learnerListRead(text)).toEqual(LEARNER_LIST_NEW);
  });

  test('of which a part is damaged is read as far as it is sound', () => {
    const text = JSON.stringify({
      here: BO,
      learners: [
        { key: 7, name: 'Nobody' },
        { key: ANA, name: 9, pin: { ...PIN, rounds: 1e12 } },
        { key: ANA, name: 'Twice' },
        { key: FIRST_LEARNER, name: '  Cy\n ', pin: PIN },
      ],
    });
    expect(learnerListRead(text)).toEqual({
      here: ANA,
      learners: [
        { key: ANA, name: '', pin: null },
        { key: FIRST_LEARNER, name: 'Cy', pin: PIN },
      ],
    });
  });

  test('of a newer version is known as such', () => {
    expect(learnerListIsNewer(learnerListText(LIST))).toBe(false);
    expect(learnerListIsNewer('{"version":2}')).toBe(true);
    for (const text of [null, 'words', '[]', '7']) expect(learnerListIsNewer(text)).toBe(false);
  });

  test('takes those in whose databases were found, each once', () => {
    const found = [
      { key: ANA, name: 'Ana' },
      { key: BO, name: 'Bo' },
    ];
    expect(learnerListFound(LIST, found)).toEqual({
      ...LIST,
      learners: [...LIST.learners, { key: BO, name: 'Bo', pin: null }],
    });
    expect(learnerListFound(LIST, [])).toBe(LIST);
    // Found by another page before it was added.
    const added = learnerListAdd(learnerListFound(LIST, [{ key: BO, name: '' }]), { key: BO, name: 'Bo' });
    expect(added.learners.map(({ name }) => name)).toEqual(['Cy', 'Ana', 'Bo']);
  });

  test('is changed and shortened, and somebody is always here', () => {
    expect(learnerListChange(LIST, ANA, { pin: null }).learners[1]).toEqual({
      key: ANA,
      name: 'Ana',
      pin: null,
    });
    const without = learnerListDrop(LIST, ANA);
    expect(without).toEqual({ here: FIRST_LEARNER, learners: [LIST.learners[0]] });
    expect(learnerListDrop(LIST, FIRST_LEARNER)).toEqual({ here: ANA, learners: [LIST.learners[1]] });
    expect(learnerListDrop(without, FIRST_LEARNER)).toEqual(LEARNER_LIST_NEW);
    expect(learnerListIsNew(LEARNER_LIST_NEW)).toBe(true);
    expect(learnerListIsNew(without)).toBe(false);
  });
});

test('a name is what was typed without blanks, not too long, and nobody else has it', () => {
  expect(learnerNameRead('  Ana \t María\n')).toBe('Ana María');
  expect([...learnerNameRead('ñ'.repeat(99))]).toHaveLength(40);
  expect(learnerNameIsTaken(LIST, 'ana')).toBe(true);
  expect(learnerNameIsTaken(LIST, 'ana', ANA)).toBe(false);
  expect(learnerNameFree(LIST, 'Bo')).toBe('Bo');
  expect(learnerNameFree(LIST, 'Ana')).toBe('Ana 2');
});

test('a PIN has four to six digits', () => {
  for (const pin of ['0000', '12345', '999999']) expect(pinIsSound(pin)).toBe(true);
  for (const pin of ['', '123', '1234567', '12a4', ' 1234', '١٢٣٤']) expect(pinIsSound(pin)).toBe(false);
});
