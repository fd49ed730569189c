import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AdaptedNetwork } from '../../../../src/domain/adaptation/adapted-network.ts';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { Frame } from '../../../../src/domain/frame/frame.ts';
import { networkCreate } from '../../../../src/parts/network/network.ts';
import type { Segmentation, Segmenter, SegmenterInfo } from '../../../../src/ports/segmenter.ts';
import { english } from '../../../support/facts.ts';

const INFO = { backend: 'wasm' } as SegmenterInfo;
const FRAME = {} as Frame;
const LABELLED = {} as Segmentation;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A segmenter that loads when it is told to. */
function segmenterFake() {
  let progress = (_share: number): void => {};
  let ready = (): void => {};
  let fail = (_error: Error): void => {};
  const segmenter = {
    load: (onProgress: (share: number) => void) =>
      new Promise<SegmenterInfo>((done, refuse) => {
        progress = onProgress;
        ready = () => done(INFO);
        fail = refuse;
      }),
    segment: async () => LABELLED,
    dispose: vi.fn(),
  } satisfies Segmenter;
  return {
    segmenter,
    progress: (share: number) => progress(share),
    ready: () => ready(),
    fail: (error: Error) => fail(error),
  };
}

test('a network of which nothing is heard is no longer waited for, and used when it comes after all', async () => {
  const fake = segmenterFake();
  const network = networkCreate(async () => fake.segmenter);
  const first = network.segment(FRAME);
  const refused = expect(first).rejects.toMatchObject({ code: 'network_silent' });
  await vi.advanceTimersByTimeAsync(14_000);
  fake.progress(0.3);
  await vi.advanceTimersByTimeAsync(14_000);
  // A slow one is waited for as long as it moves.
  expect(network.state.value).toEqual({ kind: 'loading', share: 0.3 });
  await vi.advanceTimersByTimeAsync(1000);
  await refused;
  expect(network.state.value).toEqual({
    kind: 'failed',
    fact: { code: 'networkSilent' },
  });
  // Whoever asks now is told at once.
  await expect(network.segment(FRAME)).rejects.toMatchObject({ code: 'network_silent' });
  fake.progress(0.5);
  expect(network.state.value).toEqual({ kind: 'loading', share: 0.5 });
  const second = network.segment(FRAME);
  fake.ready();
  expect(await second).toBe(LABELLED);
  expect(network.state.value).toEqual({ kind: 'ready', info: INFO, adapted: null });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(network.state.value.kind).toBe('ready');
});

test('trying again is a new try, whatever becomes of the one that hangs', async () => {
  const fakes = [segmenterFake(), segmenterFake()];
  let count = 0;
  const network = networkCreate(async () => fakes[count++]!.segmenter);
  network.start();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(network.state.value.kind).toBe('failed');
  network.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(fakes[0]!.segmenter.dispose).toHaveBeenCalledOnce();
  fakes[0]!.progress(0.9);
  fakes[0]!.fail(new Error('It is gone.'));
  await vi.advanceTimersByTimeAsync(0);
  expect(network.state.value).toEqual({ kind: 'loading', share: 0 });
  fakes[1]!.ready();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.state.value).toEqual({ kind: 'ready', info: INFO, adapted: null });
});

test('one that fails says why, and the next frame tries again', async () => {
  const fake = segmenterFake();
  const network = networkCreate(async () => fake.segmenter);
  const first = network.segment(FRAME);
  await vi.advanceTimersByTimeAsync(0);
  fake.fail(new CodedError('model-unreachable', english('Check the connection.')));
  await expect(first).rejects.toMatchObject({ code: 'model-unreachable' });
  expect(network.state.value).toEqual({ kind: 'failed', fact: english('Check the connection.') });
  const second = network.segment(FRAME);
  await vi.advanceTimersByTimeAsync(0);
  fake.ready();
  expect(await second).toBe(LABELLED);
});

test('a try in the background leaves what is said as it is, and is used when it arrives', async () => {
  const fakes = [segmenterFake(), segmenterFake(), segmenterFake()];
  let count = 0;
  const network = networkCreate(async () => fakes[count++]!.segmenter);
  network.start();
  await vi.advanceTimersByTimeAsync(15_000);
  const said = network.state.value;
  expect(said.kind).toBe('failed');
  // A page is opened, and another one: one try is under way at a time, until it is silent too.
  network.start();
  await vi.advanceTimersByTimeAsync(10_000);
  network.start();
  expect(count).toBe(2);
  fakes[1]!.progress(0.4);
  await vi.advanceTimersByTimeAsync(14_999);
  expect(network.state.value).toEqual(said);
  await vi.advanceTimersByTimeAsync(1);
  network.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(count).toBe(3);
  expect(network.state.value).toEqual(said);
  fakes[2]!.ready();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.state.value).toEqual({ kind: 'ready', info: INFO, adapted: null });
});

test('who asks to try again gets a new try, and sees how far it has come', async () => {
  const fakes = [segmenterFake(), segmenterFake(), segmenterFake()];
  let count = 0;
  const network = networkCreate(async () => fakes[count++]!.segmenter);
  network.start();
  await vi.advanceTimersByTimeAsync(15_000);
  network.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.state.value.kind).toBe('failed');
  const waiting = expect(network.segment(FRAME)).rejects.toMatchObject({ code: 'network_silent' });
  network.retry();
  await waiting;
  expect(fakes[1]!.segmenter.dispose).toHaveBeenCalledOnce();
  fakes[1]!.ready();
  fakes[2]!.progress(0.4);
  await vi.advanceTimersByTimeAsync(0);
  expect(network.state.value).toEqual({ kind: 'loading', share: 0.4 });
  fakes[2]!.fail(new CodedError('model-unreachable', english('Still no connection.')));
  await vi.advanceTimersByTimeAsync(0);
  expect(network.state.value).toEqual({ kind: 'failed', fact: english('Still no connection.') });
  network.retry();
  expect(network.state.value).toEqual({ kind: 'loading', share: 0 });
});

const ADAPTED = { id: 'a', name: 'Ward 3' } as AdaptedNetwork;

test('images that another network is bound to are labelled by it, and simulated ones by that of the game', async () => {
  const made: (string | null)[] = [];
  const fakes = [segmenterFake(), segmenterFake(), segmenterFake()];
  const network = networkCreate(
    async (adapted) => {
      made.push(adapted?.id ?? null);
      return fakes[made.length - 1]!.segmenter;
    },
    async ({ kind }) => (kind === 'clips' ? ADAPTED : null),
  );
  network.start();
  await vi.advanceTimersByTimeAsync(0);
  fakes[0]!.ready();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.state.value).toEqual({ kind: 'ready', info: INFO, adapted: null });

  await network.serve({ kind: 'device', key: 'x' });
  expect(made).toEqual([null]);
  await network.serve({ kind: 'clips' });
  await vi.advanceTimersByTimeAsync(0);
  expect(made).toEqual([null, 'a']);
  expect(fakes[0]!.segmenter.dispose).toHaveBeenCalledOnce();
  // Who asks meanwhile waits for the one that is loaded now.
  const labelled = network.segment(FRAME);
  await vi.advanceTimersByTimeAsync(0);
  fakes[1]!.ready();
  await expect(labelled).resolves.toBe(LABELLED);
  expect(network.adapted.value).toBe(ADAPTED);

  // From one clip to the next nothing is loaded anew.
  await network.serve({ kind: 'simulated' });
  await network.serve({ kind: 'clips' });
  expect(network.state.value).toEqual({ kind: 'ready', info: INFO, adapted: ADAPTED });
  await network.serve({ kind: 'simulated' });
  const again = network.segment(FRAME);
  await vi.advanceTimersByTimeAsync(0);
  expect(made).toEqual([null, 'a', null]);
  expect(fakes[1]!.segmenter.dispose).toHaveBeenCalledOnce();
  fakes[2]!.ready();
  await expect(again).resolves.toBe(LABELLED);
});

test('who waits for a network when another is taken up waits for that one', async () => {
  const fakes = [segmenterFake(), segmenterFake()];
  let count = 0;
  const network = networkCreate(
    async () => fakes[count++]!.segmenter,
    async () => ADAPTED,
  );
  const labelled = network.segment(FRAME);
  await vi.advanceTimersByTimeAsync(0);
  await network.serve({ kind: 'clips' });
  await vi.advanceTimersByTimeAsync(0);
  fakes[0]!.ready();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.state.value).toEqual({ kind: 'loading', share: 0 });
  fakes[1]!.ready();
  await expect(labelled).resolves.toBe(LABELLED);
});

test('a store of networks that cannot be read leaves the network of the game', async () => {
  const fake = segmenterFake();
  const network = networkCreate(
    async () => fake.segmenter,
    async () => Promise.reject(new Error('no storage')),
  );
  await network.serve({ kind: 'clips' });
  expect(network.adapted.value).toBeNull();
});

test('who closes images after others were opened ends nothing for them', async () => {
  const fake = segmenterFake();
  const network = networkCreate(
    async () => fake.segmenter,
    async () => ADAPTED,
  );
  const first = await network.serve({ kind: 'clips' });
  const second = await network.serve({ kind: 'clips' });
  first.end();
  expect(network.adapted.value).toBe(ADAPTED);
  second.end();
  expect(network.adapted.value).toBeNull();
});

test('images that are open still are labelled again when those opened after them close', async () => {
  const fake = segmenterFake();
  const network = networkCreate(
    async () => fake.segmenter,
    async ({ kind }) => (kind === 'device' ? ADAPTED : null),
  );
  const device = await network.serve({ kind: 'device', key: 'x' });
  const simulated = await network.serve({ kind: 'simulated' });
  expect(network.adapted.value).toBeNull();
  simulated.end();
  simulated.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.adapted.value).toBe(ADAPTED);
  const clip = await network.serve({ kind: 'clips' });
  device.end();
  clip.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.adapted.value).toBeNull();
});
