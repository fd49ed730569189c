import { describe, expect, test, vi } from 'vitest';
import { sourceSessionCreate } from '../../../../src/parts/player/source-session.ts';
import type { Viewer } from '../../../../src/parts/player/viewer.ts';
import type { FrameSource, MModeColumns, SourceFrame } from '../../../../src/ports/frame-source.ts';

function sourceFake() {
  let columnsTell: (columns: MModeColumns) => void = () => {};
  const steerable = {
    poseSet: vi.fn(),
    controlsSet: vi.fn(),
    mModeSet: vi.fn((_lateral: number | null, tell: typeof columnsTell) => {
      columnsTell = tell;
    }),
  };
  const source = {
    steerable,
    play: vi.fn(),
    freeze: vi.fn(async (index?: number) => ({ index: index ?? 99 }) as SourceFrame),
    held: vi.fn(async () => ({ first: 0, timesMs: [0] })),
    close: vi.fn(),
  };
  return {
    source: source as typeof source & FrameSource,
    columnGive: () => columnsTell({ timeMs: 0, stepMs: 10, samples: 1, grey: Uint8Array.of(1) }),
  };
}

function sessionFake() {
  const viewer = { expect: vi.fn(), play: vi.fn(), still: vi.fn(), halt: vi.fn(), clear: vi.fn() };
  const session = sourceSessionCreate(viewer as typeof viewer & Viewer, () => new Error('Nothing is open.'));
  return { viewer, session };
}

describe('a source on a screen', () => {
  test('runs, freezes at the newest or at one image, and shows it', async () => {
    const { viewer, session } = sessionFake();
    const { source } = sourceFake();
    session.take(source);
    expect(viewer.expect).toHaveBeenCalledExactlyOnceWith(source);
    session.play()();
    expect(viewer.play).toHaveBeenCalledExactlyOnceWith(source);
    expect(viewer.halt).toHaveBeenCalledOnce();
    expect(await session.freeze(null)).toEqual({ index: 99 });
    expect(await session.freeze(7)).toEqual({ index: 7 });
    expect(viewer.still.mock.calls).toEqual([[{ index: 99 }], [{ index: 7 }]]);
    expect(await session.held()).toEqual({ first: 0, timesMs: [0] });
  });

  test('without a source it says so to whoever asks for an image, and steering does nothing', async () => {
    const { session } = sessionFake();
    expect(() => session.play()).toThrow('Nothing is open.');
    await expect(session.freeze(null)).rejects.toThrow('Nothing is open.');
    await expect(session.held()).rejects.toThrow('Nothing is open.');
    session.mModeSet(0);
    expect(session.source()).toBeNull();
  });

  test('closing closes the source once, empties the screen and forgets the M-mode', () => {
    const { viewer, session } = sessionFake();
    const { source, columnGive } = sourceFake();
    session.take(source);
    session.mModeSet(0.5);
    expect(source.steerable.mModeSet.mock.calls[0]![0]).toBe(0.5);
    columnGive();
    expect(session.trace.value?.count).toBe(1);
    session.close();
    session.close();
    expect(source.close).toHaveBeenCalledOnce();
    expect(viewer.clear).toHaveBeenCalled();
    expect(session.trace.value).toBeNull();
  });

  test('one that broke down is forgotten only while it is the open one', () => {
    const { session } = sessionFake();
    const first = sourceFake().source;
    const second = sourceFake().source;
    session.take(first);
    session.close();
    session.take(second);
    session.drop(first);
    expect(session.source()).toBe(second);
    session.drop(second);
    expect(session.source()).toBeNull();
  });
});
