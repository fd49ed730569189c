import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, waitFor } from 'xstate';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import {
  type PlayerPace,
  playerMachineCreate,
} from '../../../../src/pages/library/machine/library-player.ts';
import { english } from '../../../support/facts.ts';

/** 25 images a second, with a pause of a second and a half before the last. */
const TIMES = [0, 40, 80, 120, 1620];

/** A player whose images come when the test lets them; images named in `damaged` cannot be shown. */
function playerStart(timesMs: readonly number[] = TIMES, damaged: readonly number[] = []) {
  const shown: number[] = [];
  const paces: PlayerPace[] = [];
  let run: { onShown(index: number): void; onBroken(error: unknown): void } | null = null;
  const actor = createActor(
    playerMachineCreate({
      async imageShow(index) {
        if (damaged.includes(index))
          throw new CodedError('clip_damaged', english(`Image ${index + 1} is damaged.`));
        shown.push(index);
      },
      imagesRun(onShown, onBroken) {
        run = { onShown, onBroken };
        return () => {
          run = null;
        };
      },
      paceSet: (pace) => paces.push(pace),
    }),
    { input: { timesMs } },
  ).start();
  const still = () => waitFor(actor, (snapshot) => snapshot.matches('still'));
  return { actor, shown, paces, run: () => run, still };
}

describe('a player', () => {
  test('shows the first image, and tells its pace', async () => {
    const { shown, paces, still } = playerStart();
    await still();
    expect(shown).toEqual([0]);
    expect(paces).toEqual([{ speed: 1, isLooping: true }]);
  });

  test('steps by image and stops at both ends', async () => {
    const { actor, shown, still } = playerStart();
    await still();
    for (const by of [1, 1, -1, -5, 99, 1]) {
      actor.send({ type: 'image.step', by });
      await still();
    }
    expect(shown).toEqual([0, 1, 2, 1, 0, 4, 4]);
  });

  test('steps by time, and leaves an image that lasts longer than the step', async () => {
    const { actor, shown, still } = playerStart();
    await still();
    for (const byMs of [100, 1000, -1000, -1000, -1000]) {
      actor.send({ type: 'time.step', byMs });
      await still();
    }
    // From 80 ms a second on the image of 120 ms still stands; from 1620 ms a second back it does again.
    expect(shown).toEqual([0, 2, 3, 0, 0, 0]);
  });

  test('plays from where it stands, follows what is shown, and pauses exactly there', async () => {
    const { actor, shown, run, still } = playerStart();
    await still();
    actor.send({ type: 'play.toggle' });
    expect(run()).not.toBeNull();
    run()!.onShown(1);
    run()!.onShown(2);
    expect(actor.getSnapshot().context.index).toBe(2);
    actor.send({ type: 'play.toggle' });
    expect(run()).toBeNull();
    await still();
    expect(shown).toEqual([0, 2]);
  });

  test('looping goes on after the last image; without it the last one stands', async () => {
    const { actor, shown, paces, run, still } = playerStart();
    await still();
    actor.send({ type: 'play.toggle' });
    run()!.onShown(4);
    expect(actor.getSnapshot().matches('playing')).toBe(true);
    actor.send({ type: 'loop.toggle' });
    expect(paces.at(-1)).toEqual({ speed: 1, isLooping: false });
    run()!.onShown(3);
    run()!.onShown(4);
    await still();
    expect([run(), shown]).toEqual([null, [0, 4]]);
  });

  test('jumping stops playing', async () => {
    const { actor, shown, run, still } = playerStart();
    await still();
    actor.send({ type: 'play.toggle' });
    actor.send({ type: 'image.seek', index: 3 });
    expect(run()).toBeNull();
    await still();
    expect(shown).toEqual([0, 3]);
  });

  test('only speeds that are offered are taken', async () => {
    const { actor, paces, still } = playerStart();
    await still();
    actor.send({ type: 'speed.set', speed: 0.1 });
    actor.send({ type: 'speed.set', speed: 7 });
    expect(actor.getSnapshot().context.speed).toBe(0.1);
    expect(paces.at(-1)).toEqual({ speed: 0.1, isLooping: true });
  });

  test('a damaged image is told and stepped over; one that breaks the playing too', async () => {
    const { actor, run, still } = playerStart(TIMES, [1]);
    await still();
    actor.send({ type: 'image.step', by: 1 });
    await still();
    expect(actor.getSnapshot().context).toMatchObject({ index: 1, problem: english('Image 2 is damaged.') });
    actor.send({ type: 'image.step', by: 1 });
    await still();
    expect(actor.getSnapshot().context).toMatchObject({ index: 2, problem: null });
    actor.send({ type: 'play.toggle' });
    run()!.onBroken(new CodedError('clip_damaged', english('Image 4 is damaged.')));
    expect(actor.getSnapshot().value).toBe('still');
    expect(actor.getSnapshot().context.problem).toEqual(english('Image 4 is damaged.'));
  });

  test('a single picture does not play', async () => {
    const { actor, run, still } = playerStart([0]);
    await still();
    actor.send({ type: 'play.toggle' });
    expect([actor.getSnapshot().value, run()]).toEqual(['still', null]);
  });

  test('the last image asked for is the one that stands, however fast one asks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 1 }), async (wanted) => {
        const { actor, shown, still } = playerStart();
        for (const index of wanted) actor.send({ type: 'image.seek', index });
        await still();
        const last = Math.min(4, Math.max(0, wanted.at(-1)!));
        expect([actor.getSnapshot().context.index, shown.at(-1)]).toEqual([last, last]);
      }),
      { numRuns: 30 },
    );
  });
});
