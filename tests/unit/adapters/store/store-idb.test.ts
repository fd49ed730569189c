import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { storeOpen } from '../../../../src/adapters/store/store.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { scenarioResumeRead } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { scenarioBuiltIn } from '../../../../src/parts/session/practice.ts';
import { storeContract } from '../../../fixtures/store/contract.ts';
import { attemptMake, idsCounted, itemMake } from '../../../fixtures/store/records.ts';
import V1 from '../../../fixtures/store-v1.json';
import V2 from '../../../fixtures/store-v2.json';

/** As far as the fixture's place goes, the scenario that was being played. */
const V1_SCENARIO = `id: count-the-b-lines
title: Count
summary: Count.
course: basics
lesson: 3
duration_min: 8
teaches: [b_line]
steps:
  - { step: briefing, text: Beams. }
  - step: rounds
    images:
      - { id: first, source: { phantom: { seed: 2104, pattern: b_lines, b_lines: 1, probe: convex, sliding: true } } }
      - { id: second, source: { phantom: { seed: 2217, pattern: b_lines, b_lines: 3, probe: convex, sliding: true } } }
    steps:
      - { step: observe, text: Look. }
      - { step: freeze, text: Stop. }
      - step: mark
        text: Mark.
        findings: [{ finding: b_line, tolerance_mm: 2 }]
        hints: [{ show: word, text: Up., cost: 5 }, { show: region, cost: 15 }]
      - { step: feedback, text: So. }
      - { step: question, id: count, ask: How many?, number: { answer: b_line_count }, explain: So many. }
      - { step: question, id: blas, ask: How much?, number: { answer: blas_percent }, explain: So much. }
`;

/** Of the head's hash and the size that the fixture of version 2 holds: what the same file hashes to today. */
const V2_FILE_SHA256 = createHash('sha256')
  .update(V2.places['own-clip'].state.clip.file.headSha256, 'hex')
  .update(Buffer.from(V2.places['own-clip'].state.clip.file.sizeBytes.toString(16).padStart(16, '0'), 'hex'))
  .digest('hex');

/** Everything that lies in the database. */
async function databaseText(): Promise<string> {
  const database = await openDB('batsign');
  const names = [...database.objectStoreNames];
  const records = await Promise.all(names.map((name) => database.getAll(name)));
  database.close();
  return JSON.stringify(records);
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a store in IndexedDB', () => {
  storeContract(() => storeOpen({ now: () => 42, newId: idsCounted() }));

  test('is on the device and outlives its page', async () => {
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    await store.attemptAdd(attemptMake('one'));
    store.close();
    expect((await (await storeOpen()).attemptsList()).attempts).toEqual([attemptMake('one')]);
  });
});

test('an attempt that the browser refuses is listed and handed over, and kept once when it is tried again', async () => {
  const store = await storeOpen();
  await store.attemptAdd(attemptMake('kept', { score: 40 }));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No more room.', 'QuotaExceededError');
  });
  const refused = attemptMake('refused', { score: 90 });
  await expect(store.attemptAdd(refused)).rejects.toMatchObject({ code: 'storage_full' });
  const ids = ({ attempts }: { readonly attempts: readonly { readonly id: string }[] }) =>
    attempts.map(({ id }) => id);
  expect(ids(await store.attemptsList())).toEqual(['refused', 'kept']);
  expect(ids(await store.exportAll())).toEqual(['refused', 'kept']);
  expect((await store.exportAll()).bestScores).toEqual({ [refused.scenarioId]: 90 });
  expect(ids(await (await storeOpen()).attemptsList())).toEqual(['kept']);
  vi.restoreAllMocks();
  await store.attemptAdd(refused);
  expect(ids(await store.attemptsList())).toEqual(['refused', 'kept']);
  expect(ids(await (await storeOpen()).attemptsList())).toEqual(['refused', 'kept']);
});

describe('answers to items in IndexedDB', () => {
  test('come after thousands without one of these being read', async () => {
    await (await storeOpen()).itemAdd(itemMake('first'));
    const raw = await openDB('batsign');
    const transaction = raw.transaction('learnerItems', 'readwrite');
    for (let order = 2; order <= 3000; order += 1) {
      void transaction.store.put({ ...itemMake(`item ${order}`), order });
    }
    await transaction.done;
    raw.close();
    const store = await storeOpen();
    const all = [
      vi.spyOn(IDBObjectStore.prototype, 'getAll'),
      vi.spyOn(IDBObjectStore.prototype, 'openCursor'),
      vi.spyOn(IDBCursor.prototype, 'continue'),
    ];
    await store.itemAdd(itemMake('latest', { atMs: 0 }));
    for (const read of all) expect(read).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    const { items } = await store.itemsList();
    expect(items).toHaveLength(3001);
    expect(items.at(-1)?.id).toBe('latest');
  });

  test('that the browser refuses are listed and handed over, and kept with the next one', async () => {
    const store = await storeOpen();
    await store.itemAdd(itemMake('kept'));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No more room.', 'QuotaExceededError');
    });
    for (const id of ['one', 'two']) {
      await expect(store.itemAdd(itemMake(id))).rejects.toMatchObject({
        code: 'storage_full',
        fact: { code: 'storeFull' },
      });
    }
    const ids = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
      items.map(({ id }) => id);
    expect(ids(await store.itemsList())).toEqual(['kept', 'one', 'two']);
    expect(ids(await store.exportAll())).toEqual(['kept', 'one', 'two']);
    expect(ids(await (await storeOpen()).itemsList())).toEqual(['kept']);
    vi.restoreAllMocks();
    await store.itemAdd(itemMake('three', { atMs: 0 }));
    expect(ids(await (await storeOpen()).itemsList())).toEqual(['kept', 'one', 'two', 'three']);
  });

  test('are counted on whatever something else left beside them', async () => {
    await (await storeOpen()).itemAdd(itemMake('first'));
    const raw = await openDB('batsign');
    for (const [id, order] of Object.entries({ text: 'zzz', part: 1.5, none: undefined, list: [9] })) {
      await raw.put('learnerItems', { id, order });
    }
    raw.close();
    const store = await storeOpen();
    await store.itemAdd(itemMake('second', { atMs: 0 }));
    const { items, ignored } = await store.itemsList();
    expect(items.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(ignored).toHaveLength(4);
  });
});

describe('a store that version 1 left, as it lay in a browser', () => {
  /** Lays the fixture's records where version 1 laid them. */
  async function databaseLay(session: unknown = V1.items.session): Promise<void> {
    const database = await openDB('batsign', 1, {
      upgrade: (empty) => {
        empty.createObjectStore('attempts', { keyPath: 'id' });
        empty.createObjectStore('items');
      },
    });
    for (const attempt of Object.values(V1.attempts)) await database.put('attempts', attempt);
    await database.put('items', session, 'session');
    await database.put('items', { isSoundOn: false, overlayOpacity: 0.4, areKeysOn: true }, 'settings');
    database.close();
  }

  test('opens with its attempts, scores and settings', async () => {
    await databaseLay();
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    const [old] = Object.values(V1.attempts);
    const { attempts, ignored } = await store.attemptsList();
    expect(ignored).toEqual([]);
    expect(attempts).toEqual([
      { ...old, steps: old!.steps.map((step) => ({ kind: 'latest_marks', ...step })) },
    ]);
    expect(await store.bestScores()).toEqual({ 'practice-7': old!.score });
    expect(await store.settingsLoad()).toEqual({ isSoundOn: false, overlayOpacity: 0.4, areKeysOn: true });
  });

  test('gives the half-played scenario a place, once, from which it goes on', async () => {
    await databaseLay();
    const { scenarioId, resume } = V1.items.session.state;
    const store = await storeOpen();
    const { places } = await store.placesList();
    expect(places).toEqual([
      { scenarioId, version: 3, savedAtMs: V1.items.session.savedAtMs, state: resume },
    ]);
    store.close();
    expect((await (await storeOpen()).placesList()).places).toEqual(places);

    const scenario = scenarioParse(V1_SCENARIO, 'count-the-b-lines.yaml');
    const read = scenarioResumeRead(places[0]!.state, places[0]!.version, scenario);
    if (!('resume' in read)) throw new Error(read.reason.code);
    expect(read.resume).toMatchObject({
      stepId: 'second/mark',
      history: resume.history,
      frozenIndex: resume.frozenIndex,
    });
    const old = resume.results;
    expect(read.resume.results['first/mark']).toMatchObject({
      score: old['first/mark'].score,
      latestScore: old['first/mark'].latestScore,
      first: { score: old['first/mark'].score, marks: null, grade: null, hints: ['word'] },
      practice: [
        {
          score: old['first/mark'].latestScore,
          marks: old['first/mark'].marks,
          grade: old['first/mark'].grade,
        },
      ],
    });
    expect(read.resume.results['first/count']).toMatchObject({
      kind: 'question',
      score: 100,
      first: { reply: null, expected: 1, score: 100 },
      practice: [{ reply: 1, expected: 1 }],
    });
  });

  test('lets go of a session that is none, and opens', async () => {
    await databaseLay({ version: 3, state: 'half' });
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    expect(await store.placesList()).toEqual({ places: [], ignored: [] });
    expect((await store.attemptsList()).attempts).toHaveLength(1);
    expect(await databaseText()).not.toContain('half');
  });

  test('takes the name of a file out of the session that it kept', async () => {
    const { session } = V1.items;
    const clip = { ...V2.places['own-clip'].state.clip, imageId: 'first' };
    const resume = { ...session.state.resume, clip };
    await databaseLay({ ...session, state: { ...session.state, resume } });
    const [place] = (await (await storeOpen()).placesList()).places;
    expect(place?.state).toMatchObject({ clip: { imageId: 'first', file: { sha256: V2_FILE_SHA256 } } });
    expect(await databaseText()).not.toContain('MUSTERMANN');
  });
});

describe('a store that version 2 left, as it lay in a browser', () => {
  /** A lesson that was begun, and marks on a file whose name says who the patient is. */
  async function databaseLay(places: readonly object[] = Object.values(V2.places)): Promise<void> {
    const database = await openDB('batsign', 2, {
      upgrade: (empty) => {
        empty.createObjectStore('attempts', { keyPath: 'id' });
        empty.createObjectStore('items');
        empty.createObjectStore('places', { keyPath: 'scenarioId' });
      },
    });
    for (const place of places) await database.put('places', place);
    database.close();
  }

  test('keeps its places, and of the file nothing but what it is known again by', async () => {
    await databaseLay();
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    const { places, ignored } = await store.placesList();
    expect(ignored).toEqual([]);
    const { 'own-clip': clip, 'find-the-bat-sign': lesson } = V2.places;
    const used = { ...clip.state.clip, file: { sha256: V2_FILE_SHA256 } };
    expect(places).toEqual([{ ...clip, state: { ...clip.state, clip: used } }, lesson]);
    for (const text of [await databaseText(), JSON.stringify(await store.exportAll())]) {
      expect(text).toContain(V2_FILE_SHA256);
      expect(text).not.toContain('MUSTERMANN');
      expect(text).not.toContain('sizeBytes');
      expect(text).not.toContain(clip.state.clip.file.headSha256);
    }
    store.close();
    expect((await (await storeOpen()).placesList()).places).toEqual(places);
  });

  test('goes on with the marks on that file', async () => {
    await databaseLay();
    const [place] = (await (await storeOpen()).placesList()).places;
    const read = scenarioResumeRead(place!.state, place!.version, scenarioBuiltIn('own-clip')!);
    expect(read).toMatchObject({
      resume: { stepId: 'clip/mark', history: V2.places['own-clip'].state.history },
    });
  });

  test('a file of which it kept no hash is not read', async () => {
    const { 'own-clip': place } = V2.places;
    const clip = { ...place.state.clip, file: { name: 'MUSTERMANN.png', sizeBytes: 3 } };
    await databaseLay([{ ...place, state: { ...place.state, clip } }]);
    const { places, ignored } = await (await storeOpen()).placesList();
    expect(places).toEqual([]);
    expect(ignored).toEqual([
      {
        key: 'own-clip',
        reason: 'The place.state.clip.file.sha256 is not the hash that a file is known again by.',
      },
    ]);
  });
});
