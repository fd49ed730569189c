import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Frame, Mask } from '../../../../src/domain/frame/frame.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import type { Network, NetworkState } from '../../../../src/parts/network/network.ts';
import { viewerCreate } from '../../../../src/parts/player/viewer.ts';
import type { FrameSource, SourceFrame } from '../../../../src/ports/frame-source.ts';
import type { Segmentation } from '../../../../src/ports/segmenter.ts';

const SECTOR: Sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 0, y: 0 }, widthMm: 1, depthMm: 1 };

function imageOf(index: number): SourceFrame {
  const frame: Frame = { width: 1, height: 1, grey: new Uint8Array(1), sector: SECTOR, timeMs: index };
  return { frame, truth: null, index };
}

/** A network that answers when it is told to, each image with a mask of its own. */
function networkFake(kind: NetworkState['kind'] = 'ready') {
  const state = signal({ kind } as NetworkState);
  const asked: { readonly index: number; answer(): Promise<void>; fail(): Promise<void> }[] = [];
  const start = vi.fn();
  const network: Network = {
    state,
    pace: signal(null),
    adapted: signal(null),
    serve: async () => ({ end() {} }),
    start,
    retry: () => {},
    segment: (frame) =>
      new Promise((resolve, reject) => {
        const mask: Mask = { width: 1, height: 1, classes: new Uint8Array(1), sector: SECTOR };
        const settle = async (act: () => void): Promise<void> => {
          act();
          await new Promise((done) => setTimeout(done, 0));
        };
        asked.push({
          index: (frame as Frame).timeMs,
          answer: () => settle(() => resolve({ mask } as Segmentation)),
          fail: () => settle(() => reject(new Error('It broke.'))),
        });
      }),
  };
  return { network, state, asked, start };
}

function sourceFake() {
  let listener: (shown: SourceFrame) => void = () => {};
  const source = {
    play(next: (shown: SourceFrame) => void) {
      listener = next;
    },
  } as FrameSource;
  return { source, give: (index: number) => listener(imageOf(index)) };
}

let nowMs = 0;
beforeEach(() => {
  nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
});

describe('the viewer', () => {
  test('without the overlay images are shown as they come, and nothing after the halt', () => {
    const { network, asked } = networkFake();
    const { source, give } = sourceFake();
    const viewer = viewerCreate(network, { isStillLabelled: false });
    viewer.play(source);
    give(0);
    give(1);
    expect(viewer.shown.value?.index).toBe(1);
    viewer.halt();
    give(2);
    expect(viewer.shown.value?.index).toBe(1);
    expect(asked).toEqual([]);
  });

  test('the overlay labels the image that is there already: after a picture no other comes', async () => {
    const { network, asked } = networkFake('idle');
    const { source, give } = sourceFake();
    const viewer = viewerCreate(network, { isStillLabelled: false });
    viewer.play(source);
    give(0);
    viewer.overlaySet(true);
    expect(asked.map(({ index }) => index)).toEqual([0]);
    await asked[0]!.answer();
    expect(viewer.pair.value).toEqual({ image: 0, mask: 0 });
    expect(viewer.labelled.value).not.toBeNull();
  });

  test('a mask follows its image by two images at most', async () => {
    const { network, asked } = networkFake();
    const { source, give } = sourceFake();
    const viewer = viewerCreate(network, { isStillLabelled: false });
    viewer.overlaySet(true);
    viewer.play(source);
    for (const index of [0, 1, 2, 3]) {
      nowMs += 40;
      give(index);
    }
    await asked[0]!.answer();
    expect(viewer.labelled.value).toBeNull();
    await asked[1]!.answer();
    expect(viewer.pair.value).toEqual({ image: 3, mask: 1 });
    expect(viewer.labelled.value).not.toBeNull();
    nowMs += 40;
    give(4);
    expect(viewer.labelled.value).toBeNull();
  });

  test('where the network is too slow an image waits for its mask, and those between are left out', async () => {
    const { network, asked } = networkFake();
    const { source, give } = sourceFake();
    const viewer = viewerCreate(network, { isStillLabelled: false });
    viewer.overlaySet(true);
    viewer.play(source);
    give(0);
    nowMs = 40;
    give(1);
    nowMs = 400;
    await asked[0]!.answer();
    nowMs = 440;
    give(5);
    const seen = viewer.shown.value?.index;
    give(6);
    expect(viewer.shown.value?.index).toBe(seen);
    expect(asked.map(({ index }) => index)).toEqual([0, 1, 5]);
    await asked[2]!.answer();
    expect(viewer.shown.value?.index).toBe(5);
    expect(viewer.pair.value).toEqual({ image: 5, mask: 5 });
  });

  test('a still image is labelled only where that gives nothing away', async () => {
    for (const isStillLabelled of [false, true]) {
      const { network, asked } = networkFake();
      const viewer = viewerCreate(network, { isStillLabelled });
      viewer.overlaySet(true);
      viewer.still(imageOf(3));
      expect(asked.length).toBe(isStillLabelled ? 1 : 0);
      await asked[0]?.answer();
      expect(viewer.labelled.value !== null).toBe(isStillLabelled);
    }
  });

  test('images do not wait for a network that still loads; one that failed takes the overlay with it', async () => {
    const loading = networkFake('idle');
    const { source, give } = sourceFake();
    const viewer = viewerCreate(loading.network, { isStillLabelled: false });
    viewer.overlaySet(true);
    viewer.play(source);
    give(0);
    expect(viewer.shown.value?.index).toBe(0);
    expect(loading.start).toHaveBeenCalledTimes(1);
    loading.state.value = { kind: 'failed', fact: { code: 'networkNotLoaded' } };
    give(1);
    expect(viewer.isOverlayOn.value).toBe(false);

    const breaking = networkFake();
    const other = viewerCreate(breaking.network, { isStillLabelled: true });
    other.overlaySet(true);
    other.still(imageOf(0));
    await breaking.asked[0]!.fail();
    expect(other.isOverlayOn.value).toBe(false);
  });

  test('what is laid over the image goes before the network', async () => {
    const { network, asked } = networkFake();
    const viewer = viewerCreate(network, { isStillLabelled: true });
    const overlayShow = vi.fn();
    viewer.scannerSet({ frameShow: vi.fn(), overlayShow } as never);
    viewer.overlaySet(true);
    viewer.still(imageOf(0));
    await asked[0]!.answer();
    const truth: Mask = { width: 2, height: 2, classes: new Uint8Array(4), sector: SECTOR };
    viewer.layOver(truth);
    expect(overlayShow.mock.lastCall?.[0]).toBe(truth);
    viewer.layOver(null);
    expect(overlayShow.mock.lastCall?.[0]).toBe(viewer.labelled.value);
    viewer.clear();
    expect(overlayShow.mock.lastCall?.[0]).toBeNull();
  });
});
