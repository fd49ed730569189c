import { describe, expect, test } from 'vitest';
import { createActor, initialTransition, transition, waitFor } from 'xstate';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import {
  type ImportActor,
  type LibraryEffects,
  libraryMachineCreate,
} from '../../../../src/pages/library/machine/library.ts';
import {
  clipNumber,
  type ImportEvent,
  type ImportOpened,
  type ImportOrder,
  importMachineCreate,
  scaleIsAssumed,
} from '../../../../src/pages/library/machine/library-import.ts';
import type { OutlineActor } from '../../../../src/parts/outline/machine/outline.ts';
import type { ClipRecord } from '../../../../src/ports/records.ts';
import { english } from '../../../support/facts.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 100, y: 10 },
  widthMm: 60,
  depthMm: 50,
};
const CLIP: ClipRecord = {
  id: 'one',
  name: 'One',
  savedAtMs: 1,
  from: 'file',
  width: 8,
  height: 8,
  sector: SECTOR,
  isScaleAssumed: true,
  timesMs: [0],
  bytes: 9,
};

interface Opened extends ImportOpened {
  readonly name: string;
}

/** Effects that note what was asked of them; files named `bad` cannot be opened, and keeping waits to be let on. */
function effectsMake() {
  const told: string[] = [];
  const kept: ImportOrder<Opened>[] = [];
  let clips: readonly ClipRecord[] = [CLIP];
  let keepingDone: { resolve(): void; reject(error: Error): void } | null = null;
  const effects: LibraryEffects<Opened> = {
    clipsList: async () => ({ clips, damaged: [] }),
    async clipRename(id, name) {
      clips = clips.map((clip) => (clip.id === id ? { ...clip, name } : clip));
    },
    async clipRemove(id) {
      if (id === 'busy')
        throw new CodedError('clip_busy', english('This clip is being written in another tab.'));
      clips = clips.filter((clip) => clip.id !== id);
    },
    async filesOpen({ name }, onProgress, aborted) {
      aborted.addEventListener('abort', () => told.push(`let go of ${name}`));
      onProgress({ step: 'unpacking', done: 1, all: 2 });
      if (name === 'medium.zip') return { clips: [{ name: 'one' }, { name: 'two' }, { name: 'three' }] };
      if (name === 'bad')
        throw new CodedError('file-unknown', english('bad is no picture; choose another file.'));
      return {
        name,
        outline: {
          found: { sector: SECTOR, confidence: 1, scale: 'assumed' },
          width: 200,
          height: 200,
        },
        images: 3,
        close: () => told.push(`close ${name}`),
      };
    },
    clipStore(order, onStored, aborted) {
      kept.push(order);
      onStored(1);
      aborted.addEventListener('abort', () => told.push(`stop ${order.opened.name}`));
      return new Promise((resolve, reject) => {
        keepingDone = { resolve, reject };
      });
    },
  };
  return { effects, told, kept, keeping: () => keepingDone! };
}

/** The innermost state. */
function stateOf(value: string | Readonly<Record<string, unknown>>): unknown {
  return typeof value === 'string' ? value : Object.values(value)[0];
}

async function importReach(actor: ImportActor, state: string): Promise<void> {
  await waitFor(actor, (snapshot) => stateOf(snapshot.value) === state || snapshot.status === 'done');
  expect(stateOf(actor.getSnapshot().value)).toBe(state);
}

async function outlineUse(actor: ImportActor): Promise<void> {
  await importReach(actor, 'outlining');
  const outline = actor.getSnapshot().children.outline as OutlineActor;
  outline.send({ type: 'outline.use' });
  await importReach(actor, 'reviewing');
}

function importStart(names: readonly string[]) {
  const made = effectsMake();
  const actor = createActor(importMachineCreate(made.effects), {
    input: { groups: names.map((name) => ({ name })), kept: 4 },
  }).start();
  return { ...made, actor };
}

describe('importing', () => {
  test('the name of the clip is never that of the file', async () => {
    const { actor, kept, keeping, told } = importStart(['Mustermann.mp4']);
    await outlineUse(actor);
    actor.send({ type: 'name.set', name: '   ' });
    actor.send({ type: 'import.keep' });
    expect(actor.getSnapshot().context.stored).toBe(1);
    expect(kept).toEqual([
      { opened: expect.objectContaining({ images: 3 }), sector: SECTOR, name: '', number: 5 },
    ]);
    keeping().resolve();
    await importReach(actor, 'over');
    expect(told).toContain('close Mustermann.mp4');
  });

  test('one after the other: a bad one is told and left, a skipped one is closed, names count on', async () => {
    const { actor, kept, keeping, told } = importStart(['bad', 'a', 'b']);
    await importReach(actor, 'refused');
    expect(actor.getSnapshot().context.problem).toEqual(english('bad is no picture; choose another file.'));
    actor.send({ type: 'import.skip' });
    await outlineUse(actor);
    expect(actor.getSnapshot().context.problem).toBeNull();
    expect(clipNumber(actor.getSnapshot().context)).toBe(5);
    actor.send({ type: 'import.keep' });
    keeping().resolve();
    await outlineUse(actor);
    expect(clipNumber(actor.getSnapshot().context)).toBe(6);
    actor.send({ type: 'import.skip' });
    await importReach(actor, 'over');
    expect(kept.map(({ opened }) => opened.name)).toEqual(['a']);
    expect(told.filter((one) => one.startsWith('close'))).toEqual(['close a', 'close b']);
  });

  test('keeping can be stopped and tried again; what fails is told where it can be tried again', async () => {
    const { actor, keeping, told } = importStart(['a']);
    await outlineUse(actor);
    actor.send({ type: 'name.set', name: ' Base ' });
    actor.send({ type: 'import.keep' });
    actor.send({ type: 'keeping.stop' });
    expect(told).toEqual(['stop a']);
    expect(stateOf(actor.getSnapshot().value)).toBe('reviewing');
    // What it still says has no more effect.
    keeping().resolve();
    await Promise.resolve();
    expect(stateOf(actor.getSnapshot().value)).toBe('reviewing');
    actor.send({ type: 'import.keep' });
    keeping().reject(new CodedError('storage_full', english("The browser's storage is full: delete clips.")));
    await importReach(actor, 'reviewing');
    const { problem, name } = actor.getSnapshot().context;
    expect([problem, name]).toEqual([english("The browser's storage is full: delete clips."), ' Base ']);
  });

  test('back to the outline, and through it again', async () => {
    const { actor } = importStart(['a']);
    await outlineUse(actor);
    actor.send({ type: 'outline.again' });
    expect(actor.getSnapshot().context.sector).toBeNull();
    await outlineUse(actor);
    expect(actor.getSnapshot().context.sector).toEqual(SECTOR);
  });

  test('of several clips in one file those that are chosen come next', async () => {
    const { actor } = importStart(['medium.zip', 'after']);
    expect(actor.getSnapshot().context.progress).toEqual({ step: 'unpacking', done: 1, all: 2 });
    await importReach(actor, 'choosing');
    const { several } = actor.getSnapshot().context;
    expect(several?.clips.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
    actor.send({ type: 'clips.choose', clips: [several!.clips[0]!, several!.clips[2]!] });
    const { files, waiting, several: none } = actor.getSnapshot().context;
    expect([files?.name, waiting.map(({ name }) => name), none]).toEqual(['one', ['three', 'after'], null]);
    await outlineUse(actor);
    actor.send({ type: 'import.skip' });
    await outlineUse(actor);
    expect(actor.getSnapshot().context.files?.name).toBe('three');
  });

  test('of several clips none need be chosen', async () => {
    const { actor } = importStart(['medium.zip', 'after']);
    await importReach(actor, 'choosing');
    actor.send({ type: 'import.skip' });
    expect(actor.getSnapshot().context.files?.name).toBe('after');
  });

  test('leaving a file out while it is read lets go of it', () => {
    const { actor, told } = importStart(['a', 'b']);
    actor.send({ type: 'import.skip' });
    expect(told).toEqual(['let go of a']);
    expect(actor.getSnapshot().context).toMatchObject({ files: { name: 'b' } });
  });

  test('leaving in the middle closes the file', async () => {
    const { actor, told } = importStart(['a', 'b']);
    await importReach(actor, 'outlining');
    actor.stop();
    expect(told).toEqual(['close a']);
  });

  test('leaving while a file is still being read closes it when it comes', async () => {
    const { effects, told } = effectsMake();
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const machine = importMachineCreate({
      ...effects,
      async filesOpen(...asked) {
        await gate;
        return effects.filesOpen(...asked);
      },
    });
    const actor = createActor(machine, { input: { groups: [{ name: 'a' }], kept: 0 } }).start();
    actor.stop();
    expect(told).toEqual([]);
    open();
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual(['close a']);
  });

  test('while a file is read only leaving it out is possible', () => {
    const machine = importMachineCreate(effectsMake().effects);
    const [opening] = initialTransition(machine, { groups: [{ name: 'a' }, { name: 'b' }], kept: 0 });
    expect([opening.value, opening.context.files?.name]).toEqual(['opening', 'a']);
    const events: readonly ImportEvent[] = [
      { type: 'import.keep' },
      { type: 'outline.again' },
      { type: 'keeping.stop' },
      { type: 'name.set', name: 'x' },
    ];
    for (const event of events) {
      const [after] = transition(machine, opening, event);
      expect([after.value, after.context]).toEqual(['opening', opening.context]);
    }
    const [next] = transition(machine, opening, { type: 'import.skip' });
    expect([next.value, next.context.files?.name]).toEqual(['opening', 'b']);
  });
});

describe('the scale of what is imported', () => {
  const size = { width: 200, height: 200 };
  const found = { sector: SECTOR, confidence: 1, scale: 'assumed' } as const;

  test('is assumed where a usual depth was left as it is', () => {
    expect(scaleIsAssumed({ ...size, found }, SECTOR)).toBe(true);
    // By hand, at the depth that is assumed for a linear probe.
    expect(scaleIsAssumed({ ...size, found: null }, { ...SECTOR, depthMm: 60 + 1e-9 })).toBe(true);
  });

  test('is known where it was read from the file, or set', () => {
    const known = { mmPerPx: 0.5, origin: 'dicom' } as const;
    expect(scaleIsAssumed({ ...size, found, known }, SECTOR)).toBe(false);
    expect(scaleIsAssumed({ ...size, found }, { ...SECTOR, depthMm: 55 })).toBe(false);
  });
});

describe('the library', () => {
  function libraryStart() {
    const made = effectsMake();
    const actor = createActor(libraryMachineCreate(made.effects)).start();
    const reach = (state: string) => waitFor(actor, (snapshot) => snapshot.value === state);
    return { ...made, actor, reach };
  }

  test('is read, and read again after a change', async () => {
    const { actor, reach } = libraryStart();
    await reach('listed');
    actor.send({ type: 'clip.rename', id: 'one', name: '  Two ' });
    await reach('listed');
    expect(actor.getSnapshot().context.clips).toEqual([{ ...CLIP, name: 'Two' }]);
    actor.send({ type: 'clip.remove', id: 'one' });
    await reach('listed');
    expect(actor.getSnapshot().context.clips).toEqual([]);
  });

  test('says what could not be changed, until that is dismissed', async () => {
    const { actor, reach } = libraryStart();
    await reach('listed');
    actor.send({ type: 'clip.remove', id: 'busy' });
    await reach('listed');
    expect(actor.getSnapshot().context.problem).toEqual(
      english('This clip is being written in another tab.'),
    );
    actor.send({ type: 'problem.dismiss' });
    expect(actor.getSnapshot().context.problem).toBeNull();
  });

  test('imports what is given, and nothing when nothing is', async () => {
    const { actor, reach, keeping } = libraryStart();
    await reach('listed');
    actor.send({ type: 'files.give', groups: [] });
    expect(actor.getSnapshot().value).toBe('listed');
    actor.send({ type: 'files.give', groups: [{ name: 'a' }] });
    const importing = actor.getSnapshot().children.import as ImportActor;
    expect(importing.getSnapshot().context.kept).toBe(1);
    await outlineUse(importing);
    importing.send({ type: 'import.keep' });
    keeping().resolve();
    await reach('listed');
    expect(actor.getSnapshot().context.groups).toEqual([]);
  });

  test('files given while the list is still read wait for it', async () => {
    const { actor, reach } = libraryStart();
    expect(actor.getSnapshot().value).toBe('reading');
    actor.send({ type: 'files.give', groups: [{ name: 'a' }] });
    actor.send({ type: 'files.give', groups: [{ name: 'b' }] });
    await reach('importing');
    const importing = actor.getSnapshot().children.import as ImportActor;
    const { files, waiting, kept } = importing.getSnapshot().context;
    expect([files?.name, waiting.map(({ name }) => name), kept]).toEqual(['a', ['b'], 1]);
    actor.send({ type: 'files.give', groups: [{ name: 'c' }] });
    expect(actor.getSnapshot().context.groups).toHaveLength(2);
  });

  test('that cannot be read says so and can be read again', async () => {
    const { effects } = effectsMake();
    let isBroken = true;
    const actor = createActor(
      libraryMachineCreate({
        ...effects,
        clipsList: async () => {
          if (isBroken) throw new CodedError('read_failed', english('Reload the page.'));
          return { clips: [CLIP], damaged: [{ id: 'x', reason: english('Damaged.') }] };
        },
      }),
    ).start();
    await waitFor(actor, (snapshot) => snapshot.value === 'failed');
    expect(actor.getSnapshot().context.problem).toEqual(english('Reload the page.'));
    isBroken = false;
    actor.send({ type: 'list.retry' });
    await waitFor(actor, (snapshot) => snapshot.value === 'listed');
    expect(actor.getSnapshot().context).toMatchObject({ clips: [CLIP], damaged: [{ id: 'x' }] });
  });
});
