import { describe, expect, test } from 'vitest';
import { createActor, waitFor } from 'xstate';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { CaptureCalibration } from '../../../../src/domain/frame/capture-calibration.ts';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import {
  type CaptureActor,
  captureMachineCreate,
  captureOutlineOf,
} from '../../../../src/parts/capture/machine/capture.ts';
import type {
  CaptureEffects,
  CaptureOpened,
  CaptureWish,
} from '../../../../src/parts/capture/machine/capture-effects.ts';
import type { HeldImages, LiveState } from '../../../../src/ports/frame-source.ts';
import { english } from '../../../support/facts.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.2,
  originPx: { x: 320, y: 40 },
  widthMm: 64,
  depthMm: 60,
};
const SIZE = { width: 640, height: 480 };
const CALIBRATION: CaptureCalibration = { ...SIZE, sector: SECTOR, isMirrored: false };
const HELD: HeldImages = { first: 40, timesMs: [0, 33, 66, 100, 133] };
const RUNNING: LiveState = { signal: 'running', problem: null, delivered: 9, dropped: 0 };

interface World {
  readonly actor: CaptureActor;
  readonly log: string[];
  readonly saved: CaptureCalibration[];
  /** What the device is known by; null for a device that was never set up. */
  known: CaptureCalibration | null;
  /** What the next opening rejects with. */
  refusal: Error | null;
  /** What the device says of its images. */
  tell(state: LiveState): void;
  gone(): void;
  /** Ends keeping a clip: well, or with an error. */
  keepEnd(error?: Error): void;
  size: { readonly width: number; readonly height: number };
}

function worldCreate(): World {
  const log: string[] = [];
  const saved: CaptureCalibration[] = [];
  let onState: ((state: LiveState) => void) | null = null;
  let onGone = (): void => {};
  let keepEnd: (error?: Error) => void = () => {};
  let frozenAt = 44;
  const effects: CaptureEffects = {
    async deviceOpen(wish: CaptureWish): Promise<CaptureOpened> {
      log.push(`open ${wish.deviceId} ${wish.size?.width}`);
      const { refusal } = world;
      world.refusal = null;
      if (refusal !== null) throw refusal;
      const deviceId = wish.deviceId ?? 'card';
      return {
        devices: [{ id: 'card', label: 'Card' }],
        deviceId,
        label: 'Card',
        size: world.size,
        calibration: world.known,
      };
    },
    deviceClose: () => log.push('close'),
    deviceWatch(told) {
      onGone = told;
      return () => {
        onGone = () => {};
      };
    },
    pictureLook: async () => ({
      ...world.size,
      found: { sector: SECTOR, confidence: 0.9, scale: 'assumed' },
      ticksMmPerPx: null,
      brightness: 'good',
    }),
    async calibrationSave(calibration) {
      if (world.refusal !== null) throw world.refusal;
      saved.push(calibration);
    },
    imagesOpen({ isMirrored }, told) {
      log.push(`images ${isMirrored ? 'mirrored' : 'straight'}`);
      onState = told;
      return () => {
        log.push('images end');
        onState = null;
      };
    },
    imagesPlay() {
      log.push('play');
      return () => log.push('halt');
    },
    async imageFreeze(index) {
      if (world.refusal !== null) throw world.refusal;
      frozenAt = index ?? frozenAt;
      log.push(`freeze ${index}`);
      return { index: frozenAt, held: HELD };
    },
    clipKeep({ name, of }, onProgress, aborted) {
      log.push(`keep ${name} of ${of}`);
      aborted.addEventListener('abort', () => log.push('keep aborted'));
      onProgress(0.5);
      return new Promise((resolve, reject) => {
        keepEnd = (error) => (error === undefined ? resolve('clip-1') : reject(error));
      });
    },
  };
  const world: World = {
    actor: createActor(captureMachineCreate(effects)).start(),
    log,
    saved,
    known: CALIBRATION,
    refusal: null,
    tell: (state) => onState?.(state),
    gone: () => onGone(),
    keepEnd: (error) => keepEnd(error),
    size: SIZE,
  };
  log.length = 0;
  return world;
}

async function reach(
  { actor }: World,
  place: Parameters<ReturnType<CaptureActor['getSnapshot']>['matches']>[0],
) {
  return waitFor(actor, (snapshot) => snapshot.matches(place));
}

async function running(world: World): Promise<void> {
  world.actor.send({ type: 'capture.begin' });
  await reach(world, { live: 'running' });
}

describe('setting up', () => {
  test('a new device is looked at, outlined, asked about its side, and remembered', async () => {
    const world = worldCreate();
    world.known = null;
    const { actor } = world;
    actor.send({ type: 'capture.begin' });
    await reach(world, { setup: 'looking' });
    actor.send({ type: 'picture.use' });
    const outlining = await reach(world, { setup: 'outlining' });
    const outline = captureOutlineOf(outlining)!;
    outline.send({ type: 'depth.set', depthMm: 90 });
    outline.send({ type: 'outline.use' });
    await reach(world, { setup: 'siding' });
    expect(world.saved).toEqual([]);
    actor.send({ type: 'side.tell', side: 'right' });
    await reach(world, { live: 'running' });
    expect(world.saved).toHaveLength(1);
    expect(world.saved[0]).toMatchObject({ ...SIZE, isMirrored: true, sector: { depthMm: 90 } });
    expect(world.log).toEqual(['open null undefined', 'images mirrored', 'play']);
  });

  test('a device that is known runs at once, one of another size does not', async () => {
    const world = worldCreate();
    await running(world);
    expect(world.actor.getSnapshot().context.calibration).toEqual(CALIBRATION);
    world.size = { width: 1280, height: 720 };
    world.actor.send({ type: 'size.pick', size: world.size });
    await reach(world, { setup: 'looking' });
    expect(world.log).toContain('open card 1280');
    expect(world.actor.getSnapshot().context.calibration).toBeNull();
  });

  test('what cannot be kept is told, and the image runs all the same', async () => {
    const world = worldCreate();
    world.known = null;
    world.actor.send({ type: 'capture.begin' });
    await reach(world, { setup: 'looking' });
    world.actor.send({ type: 'picture.use' });
    captureOutlineOf(await reach(world, { setup: 'outlining' }))!.send({ type: 'outline.use' });
    await reach(world, { setup: 'siding' });
    world.refusal = new Error('full');
    world.actor.send({ type: 'side.tell', side: 'unknown' });
    const snapshot = await reach(world, { live: 'running' });
    expect(snapshot.context.notice).toMatchObject({ kind: 'failed' });
  });

  test('a device that goes meanwhile leads to trying again', async () => {
    const world = worldCreate();
    world.known = null;
    world.actor.send({ type: 'capture.begin' });
    await reach(world, { setup: 'looking' });
    world.gone();
    const broken = await reach(world, 'broken');
    expect(broken.context.fault?.code).toBe('lost');
    world.actor.send({ type: 'fault.retry' });
    await reach(world, { setup: 'looking' });
    expect(world.log).toEqual(['open null undefined', 'close', 'open card undefined']);
  });
});

describe('what cannot be started', () => {
  test('says why, and is tried again with the same wish', async () => {
    const world = worldCreate();
    world.refusal = new CodedError('camera-refused', english('Allow the camera.'));
    world.actor.send({ type: 'device.pick', deviceId: 'webcam' });
    const broken = await reach(world, 'broken');
    expect(broken.context.fault).toEqual({ code: 'camera-refused', fact: english('Allow the camera.') });
    world.actor.send({ type: 'fault.retry' });
    await reach(world, { live: 'running' });
    expect(world.log.filter((line) => line.startsWith('open'))).toEqual([
      'open webcam undefined',
      'open webcam undefined',
    ]);
  });

  test('a device that is not there any more gives way to any other', async () => {
    const world = worldCreate();
    world.refusal = new CodedError('camera-size', english('Not there.'));
    world.actor.send({ type: 'device.pick', deviceId: 'old' });
    await reach(world, 'broken');
    world.actor.send({ type: 'fault.retry' });
    await reach(world, { live: 'running' });
    expect(world.log).toContain('open null undefined');
  });

  test('an error that was not written for people is not shown', async () => {
    const world = worldCreate();
    world.refusal = new TypeError('x is undefined');
    world.actor.send({ type: 'capture.begin' });
    const { context } = await reach(world, 'broken');
    expect(context.fault?.fact).toEqual({ code: 'deviceNotStarted' });
  });
});

describe('running and frozen', () => {
  test('an image is frozen, the held ones are stepped through to their ends, and it goes on', async () => {
    const world = worldCreate();
    await running(world);
    world.actor.send({ type: 'image.freeze' });
    await reach(world, { live: 'frozen' });
    world.actor.send({ type: 'cine.step', by: -3 });
    await reach(world, { live: 'frozen' });
    expect(world.actor.getSnapshot().context.cine?.index).toBe(41);
    world.actor.send({ type: 'cine.to', index: 0 });
    await reach(world, { live: 'frozen' });
    expect(world.actor.getSnapshot().context.cine?.index).toBe(40);
    // It is the first already: nothing is asked of the device.
    const asked = world.log.length;
    world.actor.send({ type: 'cine.step', by: -1 });
    expect(world.log).toHaveLength(asked);
    world.actor.send({ type: 'image.play' });
    await reach(world, { live: 'running' });
    expect(world.actor.getSnapshot().context.cine).toBeNull();
    expect(world.log).toEqual([
      'open null undefined',
      'images straight',
      'play',
      'halt',
      'freeze null',
      'freeze 41',
      'freeze 40',
      'play',
    ]);
  });

  test('an image that cannot be stopped is told, and the image runs on', async () => {
    const world = worldCreate();
    await running(world);
    world.refusal = new CodedError('camera-index', english('Not held.'));
    world.actor.send({ type: 'image.freeze' });
    await waitFor(world.actor, ({ context }) => context.notice !== null);
    expect(world.actor.getSnapshot().matches({ live: 'running' })).toBe(true);
    expect(world.actor.getSnapshot().context.notice).toEqual({ kind: 'failed', fact: english('Not held.') });
  });

  test('black and silent pass by themselves, without a word of the machine', async () => {
    const world = worldCreate();
    await running(world);
    for (const signal of ['black', 'silent', 'hidden'] as const) {
      world.tell({ ...RUNNING, signal, problem: english('Check the cable.') });
      expect(world.actor.getSnapshot().matches({ live: 'running' })).toBe(true);
      expect(world.actor.getSnapshot().context.live?.problem).toEqual(english('Check the cable.'));
      world.tell(RUNNING);
      expect(world.actor.getSnapshot().context.live?.problem).toBeNull();
    }
  });

  test.each(['lost', 'resized'] as const)(
    '%s while it runs: what is held can be looked at and kept',
    async (signal) => {
      const world = worldCreate();
      await running(world);
      world.tell({ ...RUNNING, signal, problem: english('Gone.') });
      await reach(world, { live: 'lost' });
      world.actor.send({ type: 'image.freeze' });
      await reach(world, { live: 'frozen' });
      world.actor.send({ type: 'clip.keep', name: 'Clip', of: 'held' });
      await reach(world, { live: 'keeping' });
      world.keepEnd();
      await reach(world, { live: 'frozen' });
      world.actor.send({ type: 'image.play' });
      await reach(world, { live: 'lost' });
      expect(world.log).not.toContain('images end');
      world.actor.send({ type: 'fault.retry' });
      await reach(world, { live: 'running' });
      expect(world.log).toContain('images end');
    },
  );

  test('lost while an image stands still: it stays, marks on it too', async () => {
    const world = worldCreate();
    await running(world);
    world.actor.send({ type: 'image.freeze' });
    await reach(world, { live: 'frozen' });
    world.tell({ ...RUNNING, signal: 'lost', problem: english('Gone.') });
    expect(world.actor.getSnapshot().matches({ live: 'frozen' })).toBe(true);
    expect(world.actor.getSnapshot().context.cine?.index).toBe(44);
  });
});

describe('keeping the last seconds', () => {
  test('from the running image it runs on afterwards, and says that it is kept', async () => {
    const world = worldCreate();
    await running(world);
    world.actor.send({ type: 'clip.keep', name: 'Clip', of: 'held' });
    await waitFor(world.actor, ({ context }) => context.keptShare === 0.5);
    world.keepEnd();
    const snapshot = await reach(world, { live: 'running' });
    expect(snapshot.context.notice).toMatchObject({ kind: 'done', clip: 'clip-1' });
    expect(world.log.slice(-3)).toEqual(['halt', 'keep Clip of held', 'play']);
  });

  test('it can be cancelled, and a failure is told', async () => {
    const world = worldCreate();
    await running(world);
    world.actor.send({ type: 'clip.keep', name: 'One', of: 'held' });
    await reach(world, { live: 'keeping' });
    world.actor.send({ type: 'clip.cancel' });
    await reach(world, { live: 'running' });
    expect(world.log).toContain('keep aborted');
    world.actor.send({ type: 'clip.keep', name: 'Two', of: 'shown' });
    await reach(world, { live: 'keeping' });
    world.keepEnd(new CodedError('storage_full', english('The storage is full.')));
    await reach(world, { live: 'running' });
    expect(world.actor.getSnapshot().context.notice).toEqual({
      kind: 'failed',
      fact: english('The storage is full.'),
    });
  });
});

test('switched off, nothing runs and nothing is held, from wherever it was', async () => {
  const world = worldCreate();
  await running(world);
  world.actor.send({ type: 'image.freeze' });
  await reach(world, { live: 'frozen' });
  world.actor.send({ type: 'capture.stop' });
  const { context, value } = world.actor.getSnapshot();
  expect(value).toBe('off');
  expect(context.cine).toBeNull();
  expect(world.log.slice(-2).sort()).toEqual(['close', 'images end']);
});
