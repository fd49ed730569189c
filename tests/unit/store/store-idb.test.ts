import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { storeOpen } from '../../../src/adapters/store/store.ts';
import { scenarioParse } from '../../../src/domain/scenario/parse.ts';
import { scenarioResumeRead } from '../../../src/machines/scenario-resume.ts';
import { attemptMake, storeContract } from '../../fixtures/store-contract.ts';
import V1 from '../../fixtures/store-v1.json';

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

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a store in IndexedDB', () => {
  storeContract(() => storeOpen({ now: () => 42 }));

  test('is on the device and outlives its page', async () => {
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    await store.attemptAdd(attemptMake('one'));
    store.close();
    expect((await (await storeOpen()).attemptsList()).attempts).toEqual([attemptMake('one')]);
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
    expect(await store.bestScores()).toEqual(new Map([['practice-7', old!.score]]));
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
    if (!('resume' in read)) throw new Error(read.reason);
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

  test('leaves a session that is none where it lies, and opens', async () => {
    await databaseLay({ version: 3, state: 'half' });
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    expect(await store.placesList()).toEqual({ places: [], ignored: [] });
    expect((await store.attemptsList()).attempts).toHaveLength(1);
  });
});
