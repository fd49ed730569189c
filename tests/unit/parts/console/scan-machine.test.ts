import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createActor, initialTransition, SimulatedClock, type SnapshotFrom, transition } from 'xstate';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import { POSE_LIMITS, POSE_START } from '../../../../src/domain/scan/pose-limits.ts';
import { CONTROL_LIMITS, scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import { TORSO } from '../../../../src/domain/scan/skin.ts';
import { zonePose, zonesOf } from '../../../../src/domain/scan/zones.ts';
import { scanMachineCreate } from '../../../../src/parts/console/machine/scan.ts';
import type { ScanEvent, ScanInput } from '../../../../src/parts/console/machine/scan-context.ts';
import type { ScanEffects } from '../../../../src/parts/console/machine/scan-effects.ts';
import type { HeldImages, SourceFrame } from '../../../../src/ports/frame-source.ts';
import { english } from '../../../support/facts.ts';

const SECTOR: Sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 20, y: 0 }, widthMm: 40, depthMm: 60 };
const INPUT: ScanInput = { request: { seed: 5, condition: 'normal' }, isSecret: true, zoneSet: 'zones_8' };
const HELD: HeldImages = { first: 4, timesMs: [100, 132, 164, 196, 300] };

function imageOf(index: number): SourceFrame {
  const frame = { width: 1, height: 1, grey: new Uint8Array(1), sector: SECTOR, timeMs: index };
  return { frame, truth: null, index };
}

interface World {
  readonly effects: ScanEffects;
  readonly calls: string[];
}

/** Every effect answers at once; what was asked is written down. */
function worldMake(given: Partial<ScanEffects> = {}): World {
  const calls: string[] = [];
  const effects: ScanEffects = {
    patientOpen: async ({ request }) => void calls.push(`open ${request.seed}`),
    imagePlay: () => {
      calls.push('play');
      return () => calls.push('halt');
    },
    imageFreeze: async ({ index }) => {
      calls.push(`freeze ${index}`);
      return imageOf(index ?? 8);
    },
    imagesHeld: async () => HELD,
    viewSet: ({ pose }) => void calls.push(`view ${pose.aroundMm}`),
    mModeSet: (lateral) => void calls.push(`m-mode ${lateral}`),
    patientClose: () => void calls.push('close'),
    ...given,
  };
  return { effects, calls };
}

function consoleStart(world = worldMake()) {
  const clock = new SimulatedClock();
  const actor = createActor(scanMachineCreate(world.effects), { input: INPUT, clock }).start();
  const reach = (state: Parameters<SnapshotFrom<typeof machine>['matches']>[0]) =>
    expect.poll(() => actor.getSnapshot().matches(state)).toBe(true);
  return { actor, clock, reach, calls: world.calls, context: () => actor.getSnapshot().context };
}

const machine = scanMachineCreate(worldMake().effects);

async function frozenStart(world = worldMake()) {
  const started = consoleStart(world);
  await started.reach('running');
  started.actor.send({ type: 'image.freeze' });
  await started.reach({ frozen: { picture: 'shown' } });
  return started;
}

/** Pure transitions from the beginning: no actor runs. */
function played(...events: readonly ScanEvent[]) {
  let [snapshot] = initialTransition(machine, INPUT);
  for (const event of events) [snapshot] = transition(machine, snapshot, event);
  return snapshot.context;
}

describe('probe and machine', () => {
  test('the probe stays on the skin map however it is moved', () => {
    const move = fc.record({
      aroundMm: fc.double({ min: -5000, max: 5000, noNaN: true }),
      downMm: fc.double({ min: -5000, max: 5000, noNaN: true }),
      rotationRad: fc.double({ min: -50, max: 50, noNaN: true }),
      tiltRad: fc.double({ min: -9, max: 9, noNaN: true }),
      pressure: fc.double({ min: -9, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 6 }), (moves) => {
        const { pose } = played(...moves.map((by): ScanEvent => ({ type: 'pose.move', by })));
        expect(Math.abs(pose.aroundMm)).toBeLessThanOrEqual(TORSO.girthMm / 2);
        expect(pose.downMm).toBeGreaterThanOrEqual(0);
        expect(pose.downMm).toBeLessThanOrEqual(POSE_LIMITS.downMm.most);
        expect(Math.abs(pose.rotationRad)).toBeLessThanOrEqual(Math.PI);
        expect(Math.abs(pose.tiltRad)).toBeLessThanOrEqual(POSE_LIMITS.tiltRad.most);
        expect(pose.pressure).toBeGreaterThanOrEqual(0);
        expect(pose.pressure).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('there and back again is the same pose', () => {
    const { pose } = played(
      { type: 'pose.move', by: { aroundMm: 20, rotationRad: 0.25 } },
      { type: 'pose.move', by: { aroundMm: -20, rotationRad: -0.25 } },
    );
    expect(pose).toEqual(POSE_START);
  });

  test('the side that is drawn goes with the probe round the chest, and a picked one stays until then', () => {
    const around = (aroundMm: number) => played({ type: 'pose.set', pose: { aroundMm } }).side;
    expect([0, 100, 230, -230, 455, -455].map(around)).toEqual([
      'front',
      'front',
      'left',
      'right',
      'back',
      'back',
    ]);
    expect(played({ type: 'side.pick', side: 'back' }).side).toBe('back');
  });

  test('a zone takes the probe to its middle', () => {
    for (const zone of zonesOf('zones_12')) {
      const { pose } = played({ type: 'zone.go', zoneId: zone.id });
      expect(pose).toEqual(zonePose(zone));
    }
    expect(played({ type: 'zone.go', zoneId: 'nowhere' }).pose).toEqual(POSE_START);
  });

  test('knobs stop at their ends; another probe comes with its own preset', () => {
    expect(played({ type: 'controls.set', controls: { depthMm: 900 } }).controls.depthMm).toBe(
      CONTROL_LIMITS.depthMm.convex.most,
    );
    expect(played({ type: 'tgc.set', slider: 2, db: -99 }).controls.tgcDb).toEqual([
      0, 0, -20, 0, 0, 0, 0, 0,
    ]);
    expect(played({ type: 'tgc.set', slider: 8, db: 3 }).controls.tgcDb).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(played({ type: 'controls.set', controls: { probe: 'linear' } }).controls).toEqual(
      scanPreset('superficial'),
    );
    expect(
      played({ type: 'controls.set', controls: { gainDb: 7 } }, { type: 'preset.pick', preset: 'abdomen' })
        .controls,
    ).toEqual(scanPreset('abdomen'));
  });
});

describe('the image', () => {
  test('a patient is opened, told the view, and runs', async () => {
    const { reach, calls } = consoleStart();
    await reach('running');
    expect(calls).toEqual(['open 5', `view ${POSE_START.aroundMm}`, 'm-mode null', 'play']);
  });

  test('a moved probe is told at once', async () => {
    const { actor, reach, calls } = consoleStart();
    await reach('running');
    actor.send({ type: 'pose.set', pose: { aroundMm: 33 } });
    expect(calls.at(-1)).toBe('view 33');
  });

  test('freezing stops the run and begins the cine loop at its last image', async () => {
    const { calls, context } = await frozenStart();
    expect(calls.slice(-2)).toEqual(['halt', 'freeze null']);
    expect(context().frozen?.index).toBe(8);
    expect(context().cine).toEqual({ held: HELD, index: 8 });
  });

  test('stepping fetches the wanted image and stops at both ends', async () => {
    const { actor, reach, context } = await frozenStart();
    actor.send({ type: 'cine.step', by: -1 });
    await reach({ frozen: { picture: 'shown' } });
    expect(context().frozen?.index).toBe(7);
    actor.send({ type: 'cine.step', by: -100 });
    await reach({ frozen: { picture: 'shown' } });
    expect(context().frozen?.index).toBe(4);
    actor.send({ type: 'cine.to', index: 99 });
    await reach({ frozen: { picture: 'shown' } });
    expect(context().frozen?.index).toBe(8);
  });

  test('of many steps in a row only the newest wanted image must come', async () => {
    const asked: (number | null)[] = [];
    let give: (() => void)[] = [];
    const world = worldMake({
      imageFreeze: ({ index }) => {
        asked.push(index);
        if (index === null) return Promise.resolve(imageOf(8));
        return new Promise((resolve) => give.push(() => resolve(imageOf(index))));
      },
    });
    const { actor, reach, context } = await frozenStart(world);
    for (let i = 0; i < 3; i++) actor.send({ type: 'cine.step', by: -1 });
    await expect.poll(() => asked).toEqual([null, 7]);
    const first = give;
    give = [];
    for (const one of first) one();
    await expect.poll(() => asked).toEqual([null, 7, 5]);
    for (const one of give) one();
    await reach({ frozen: { picture: 'shown' } });
    expect(context().frozen?.index).toBe(5);
  });

  test('the loop plays at its own times, begins anew after its end, and stops for a step', async () => {
    const { actor, clock, reach, context } = await frozenStart();
    actor.send({ type: 'cine.to', index: 4 });
    actor.send({ type: 'loop.toggle' });
    const indexAfter = (ms: number): number | undefined => {
      clock.increment(ms);
      return context().cine?.index;
    };
    expect([
      indexAfter(31),
      indexAfter(1),
      indexAfter(32),
      indexAfter(32),
      indexAfter(103),
      indexAfter(1),
    ]).toEqual([4, 5, 6, 7, 7, 8]);
    clock.increment(400);
    expect(context().cine?.index).toBe(4);
    actor.send({ type: 'cine.step', by: 1 });
    clock.increment(10_000);
    await reach({ frozen: { picture: 'shown', loop: 'stopped' } });
    expect(context().frozen?.index).toBe(5);
  });

  test('scanning on drops what belongs to the still image', async () => {
    const { actor, reach, context } = await frozenStart();
    actor.send({ type: 'truth.toggle' });
    actor.send({ type: 'tool.pick', tool: 'caliper' });
    actor.send({ type: 'image.run' });
    await reach('running');
    expect(context()).toMatchObject({ frozen: null, cine: null, isTruthShown: false, tool: 'look' });
  });

  test('another patient keeps probe and machine; the one before is let go', async () => {
    const { actor, reach, calls, context } = consoleStart();
    await reach('running');
    actor.send({ type: 'pose.set', pose: { aroundMm: 50 } });
    actor.send({ type: 'patient.pick', request: { seed: 6, condition: 'effusion' }, isSecret: false });
    await reach('running');
    expect(calls.filter((call) => call.startsWith('open'))).toEqual(['open 5', 'open 6']);
    expect(context()).toMatchObject({ isSecret: false, pose: { aroundMm: 50 } });
    actor.stop();
    expect(calls.slice(-2).sort()).toEqual(['close', 'halt']);
  });

  test('what fails is said in its own words, and can be tried again', async () => {
    const opened = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new CodedError('phantom-failed', english('Choose another patient.')));
    const { actor, reach, context } = consoleStart(worldMake({ patientOpen: opened }));
    await reach('failed');
    expect(context().problem).toEqual(english('Choose another patient.'));
    opened.mockResolvedValue(undefined);
    actor.send({ type: 'patient.retry' });
    await reach('running');
    expect(context().problem).toBeNull();
    actor.send({ type: 'image.broken', error: new CodedError('phantom-crashed', english('It stopped.')) });
    expect(actor.getSnapshot().matches('failed')).toBe(true);
    expect(context().problem).toEqual(english('It stopped.'));
  });
});

describe('tools on the image', () => {
  test('calipers: a drag, and two clicks, measure in mm', async () => {
    const { actor, context } = await frozenStart();
    const at = (x: number, y: number) => ({ point: { x, y }, sector: SECTOR });
    actor.send({ type: 'tool.pick', tool: 'caliper' });
    actor.send({ type: 'point.down', reachMm: 1, ...at(0, 10) });
    actor.send({ type: 'point.move', ...at(3, 14) });
    actor.send({ type: 'point.up' });
    expect(context().held).toBeNull();
    actor.send({ type: 'point.down', reachMm: 1, ...at(-10, 20) });
    actor.send({ type: 'point.up' });
    actor.send({ type: 'point.move', ...at(-10, 25) });
    actor.send({ type: 'point.down', reachMm: 1, ...at(-10, 32) });
    actor.send({ type: 'point.up' });
    const lengths = context().calipers.map(({ name, from, to }) => [
      name,
      Math.hypot(to.x - from.x, to.y - from.y),
    ]);
    expect(lengths).toEqual([
      ['A', 5],
      ['B', 12],
    ]);
    expect(context().held).toBeNull();
  });

  test('an end that is hit is moved; a caliper can be named and removed', async () => {
    const { actor, context } = await frozenStart();
    const at = (x: number, y: number) => ({ point: { x, y }, sector: SECTOR });
    actor.send({ type: 'tool.pick', tool: 'caliper' });
    actor.send({ type: 'point.down', reachMm: 2, ...at(0, 10) });
    actor.send({ type: 'point.move', ...at(0, 20) });
    actor.send({ type: 'point.up' });
    actor.send({ type: 'point.down', reachMm: 2, ...at(1, 10) });
    actor.send({ type: 'point.move', ...at(0, 5) });
    actor.send({ type: 'point.up' });
    const [caliper] = context().calipers;
    expect(context().calipers).toHaveLength(1);
    expect(caliper).toMatchObject({ from: { x: 0, y: 5 }, to: { x: 0, y: 20 } });
    actor.send({ type: 'caliper.name', id: caliper!.id, name: 'Pleura to skin' });
    expect(context().calipers[0]?.name).toBe('Pleura to skin');
    actor.send({ type: 'caliper.remove', id: caliper!.id });
    expect(context().calipers).toEqual([]);
  });

  test('the keyboard measures too, and no further than the image reaches', async () => {
    const { actor, context } = await frozenStart();
    actor.send({ type: 'tool.pick', tool: 'caliper' });
    const from = context().cursor;
    actor.send({ type: 'cursor.place', sector: SECTOR });
    actor.send({ type: 'cursor.move', dxMm: 4, dyMm: 3, sector: SECTOR });
    actor.send({ type: 'cursor.place', sector: SECTOR });
    actor.send({ type: 'cursor.move', dxMm: 900, dyMm: 0, sector: SECTOR });
    expect(context().calipers).toMatchObject([{ from, to: { x: from.x + 4, y: from.y + 3 } }]);
    expect(context().cursor.x).toBe(20);
  });

  test('calipers need a still image, and go with it', async () => {
    const { actor, reach, context } = consoleStart();
    await reach('running');
    actor.send({ type: 'tool.pick', tool: 'caliper' });
    actor.send({ type: 'point.down', reachMm: 1, point: { x: 0, y: 10 }, sector: SECTOR });
    expect(context().calipers).toEqual([]);
    actor.send({ type: 'image.freeze' });
    await reach('frozen');
    actor.send({ type: 'tool.pick', tool: 'caliper' });
    actor.send({ type: 'point.down', reachMm: 1, point: { x: 0, y: 10 }, sector: SECTOR });
    expect(context().calipers).toHaveLength(1);
    actor.send({ type: 'cine.step', by: -1 });
    expect(context().calipers).toEqual([]);
  });

  test('the M-mode line: begun in the middle, laid by pointer or arrows, ended', async () => {
    const { actor, reach, calls, context } = consoleStart();
    await reach('running');
    actor.send({ type: 'm_mode.toggle' });
    expect(calls.at(-1)).toBe('m-mode 0');
    actor.send({ type: 'point.down', reachMm: 1, point: { x: 10, y: 30 }, sector: SECTOR });
    expect(calls.at(-1)).toBe('m-mode 0.5');
    actor.send({ type: 'cursor.move', dxMm: 5, dyMm: 0, sector: SECTOR });
    expect(context().mLine).toBe(0.75);
    actor.send({ type: 'm_line.set', lateral: 9 });
    expect(context().mLine).toBe(1);
    actor.send({ type: 'tool.pick', tool: 'look' });
    expect(context().mLine).toBe(1);
    actor.send({ type: 'm_mode.toggle' });
    expect(calls.at(-1)).toBe('m-mode null');
  });
});
