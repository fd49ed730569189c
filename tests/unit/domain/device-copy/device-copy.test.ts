import { describe, expect, test } from 'vitest';
import { copiedPackageRead } from '../../../../src/domain/device-copy/copied-package-read.ts';
import {
  DEVICE_NONE,
  type DeviceCopy,
  deviceCopyRead,
  deviceCopyWrite,
} from '../../../../src/domain/device-copy/device-copy.ts';
import { deviceChange, deviceMerge } from '../../../../src/domain/device-copy/device-merge.ts';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { Draft } from '../../../../src/domain/studio/draft.ts';
import { ADAPTED, courseDraft, draft, installed } from '../../../support/device-copies.ts';

const frame = (clipId: string, index: number) => ({ clipId, index, marks: [], isLeftOut: false });
const WHOLE: DeviceCopy = {
  drafts: [draft('a'), draft('b')],
  courses: [courseDraft('c', ['a', 'b'])],
  packages: [installed()],
  examClips: [{ clipId: 'one', exam: 1 }],
  frames: [frame('one', 0), frame('one', 4)],
  networks: [ADAPTED],
  uses: { clips: ADAPTED.id },
};
/** As a file has it. */
const written = (device: object): unknown => JSON.parse(JSON.stringify(device));

describe('what a copy holds of a device', () => {
  test('comes back as it was written', () => {
    expect(deviceCopyRead(written(deviceCopyWrite(WHOLE)), copiedPackageRead)).toEqual({
      device: WHOLE,
      ignored: 0,
    });
  });

  test('is nothing in a copy of before', () => {
    expect(deviceCopyRead(undefined, copiedPackageRead)).toBeNull();
  });

  test('a copy of before says nothing of packages', () => {
    const { packages: _, ...before } = deviceCopyWrite(WHOLE) as { packages: unknown };
    expect(deviceCopyRead(written(before), copiedPackageRead)?.device).toEqual({ ...WHOLE, packages: [] });
  });

  test('is taken record by record', () => {
    const given = {
      ...deviceCopyWrite(WHOLE),
      drafts: [{ ...draft('a'), revision: 'two' }, draft('b')],
      frames: [7],
      uses: { clips: 'nobody', elsewhere: ADAPTED.id },
    };
    expect(deviceCopyRead(written(given), copiedPackageRead)).toEqual({
      device: { ...WHOLE, drafts: [draft('b')], frames: [], uses: {} },
      ignored: 2,
    });
  });

  test.each([
    [{ ...deviceCopyWrite(WHOLE), version: 2 }, 'copyNewer'],
    [{ ...deviceCopyWrite(WHOLE), drafts: 'all' }, 'copyUnsound'],
    [{ drafts: [] }, 'copyUnsound'],
    ['text', 'copyUnsound'],
    [null, 'copyUnsound'],
  ])('is refused by a sentence: %#', (given, code) => {
    let fact: unknown = null;
    try {
      deviceCopyRead(given, copiedPackageRead);
    } catch (error) {
      fact = error instanceof CodedError ? error.fact : error;
    }
    expect(fact).toEqual({ code });
  });
});

describe('bringing it in', () => {
  const later = (one: Draft): Draft => ({ ...one, changedAtMs: one.changedAtMs + 1, text: 'title: Later' });

  test('adds what is missing here, and of what is in both keeps what was changed later', () => {
    const here = { ...DEVICE_NONE, drafts: [later(draft('a')), draft('b'), draft('x')] };
    const copy = { ...WHOLE, drafts: [draft('a'), later(draft('b')), draft('y')] };
    const after = deviceMerge(here, copy, 'merge', true);
    expect(after.drafts).toEqual([later(draft('a')), later(draft('b')), draft('x'), draft('y')]);
    expect(deviceChange(here, after)).toEqual({
      drafts: { added: 1, replaced: 1, removed: 0 },
      courses: { added: 1, replaced: 0, removed: 0 },
      packages: { added: 1, replaced: 0, removed: 0 },
      frames: { added: 2, replaced: 0, removed: 0 },
      networks: { added: 1, replaced: 0, removed: 0 },
    });
    expect(after.uses).toEqual({ clips: ADAPTED.id });
    // Once more, and nothing is new.
    const none = { added: 0, replaced: 0, removed: 0 };
    const again = deviceChange(after, deviceMerge(after, copy, 'merge', true));
    expect(again).toEqual({ drafts: none, courses: none, packages: none, frames: none, networks: none });
  });

  test('makes everything as it is in the copy where that is asked for', () => {
    const here = { ...DEVICE_NONE, drafts: [draft('x')], frames: [frame('one', 4), frame('two', 1)] };
    const after = deviceMerge(here, WHOLE, 'replace', true);
    expect(after).toEqual(WHOLE);
    expect(deviceChange(here, after)).toMatchObject({
      drafts: { added: 2, replaced: 0, removed: 1 },
      frames: { added: 1, replaced: 0, removed: 1 },
    });
  });

  test('leaves networks alone where the copy has not their weights', () => {
    const own = { ...ADAPTED, id: 'own' };
    const here = { ...DEVICE_NONE, networks: [own], uses: { clips: 'own' } };
    for (const way of ['merge', 'replace'] as const) {
      expect(deviceMerge(here, WHOLE, way, false)).toMatchObject({ networks: [own], uses: { clips: 'own' } });
    }
  });

  test('leaves packages with clips alone where the copy has no clips, and one of the same name as it is here', () => {
    const ids = ['1', '2', '0'].map((digit) => `${digit}123abcd-0000-4000-8000-000000000001`);
    const [clipped, plain, namesake] = ids as [string, string, string];
    const clips = ['0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11'];
    const here = [installed({ id: clipped }, clips), installed({ id: plain })];
    const keptOf = (way: 'merge' | 'replace', hasFiles: boolean) =>
      deviceMerge({ ...DEVICE_NONE, packages: here }, WHOLE, way, hasFiles).packages.map(({ id }) => id);
    expect(keptOf('merge', false)).toEqual([clipped, plain, namesake]);
    expect(keptOf('replace', false)).toEqual([clipped, namesake]);
    expect(keptOf('replace', true)).toEqual([namesake]);
    const older = installed({ id: `${namesake.slice(0, -1)}9`, revision: 9 });
    const merged = deviceMerge({ ...DEVICE_NONE, packages: [older] }, WHOLE, 'merge', true);
    expect(merged.packages).toEqual([older]);
  });

  test('numbers exams anew, but for those that share a clip with one that is here', () => {
    const exams = (given: Readonly<Record<string, number>>) =>
      Object.entries(given).map(([clipId, exam]) => ({ clipId, exam }));
    const here = { ...DEVICE_NONE, examClips: exams({ a: 1, b: 2 }) };
    // Of the copy's exams 1 is of the same patient as 2 here; 2 and 3 are others.
    const copy = { ...DEVICE_NONE, examClips: exams({ b: 1, c: 1, d: 2, e: 2, f: 3 }) };
    expect(deviceMerge(here, copy, 'merge', true).examClips).toEqual(
      exams({ a: 1, b: 2, c: 2, d: 3, e: 3, f: 4 }),
    );
  });
});
