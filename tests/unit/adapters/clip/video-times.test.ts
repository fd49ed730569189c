import { describe, expect, it } from 'vitest';
import type { EditList } from '../../../../src/adapters/clip/edit-list.ts';
import { type PacketFound, videoTimesOf } from '../../../../src/adapters/clip/video-times.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';

/** Pictures of 40 ms, a key picture every five. */
function packets(count: number, change: Partial<PacketFound>[] = []): readonly PacketFound[] {
  return Array.from({ length: count }, (_, i) => ({
    seconds: i / 25,
    lastsSeconds: 0.04,
    isKey: i % 5 === 0,
    isShown: true,
    size: null,
    ...change[i],
  }));
}

const list = (offset: number, ...edits: readonly (readonly [from: number, to: number])[]): EditList => ({
  edits: edits.map(([from, to]) => ({ from, to })),
  offset,
  slack: 1e-3,
});
const END = Number.POSITIVE_INFINITY;

describe('the pictures of a video', () => {
  it('are those of its packets, with a time to ask for each at', () => {
    expect(videoTimesOf(packets(7), 0, null)).toEqual({
      timesMs: [0, 40, 80, 120, 160, 200, 240],
      places: [0, 1, 2, 3, 4, 5, 6],
      seconds: packets(7).map(({ seconds }) => seconds),
      seeks: [0.02, 0.06, 0.1, 0.14, 0.18, 0.22, 0.241].map((at) => expect.closeTo(at, 9)),
      keys: [0, 0, 0, 0, 0, 5, 5],
      isCounted: false,
      notes: [],
    });
  });

  it('are shown in the order of their times, which strictly rise', () => {
    const mixed = packets(5, [
      {},
      { seconds: 0.12 },
      { seconds: 0.04 },
      { seconds: 0.04 },
      { seconds: 0.04 },
    ]);
    expect(videoTimesOf(mixed, 0, null)!.timesMs).toEqual([0, 40, 40.001, 40.002, 120]);
  });

  it('leave out packets that show nothing; the seek still ends before them', () => {
    const hidden = packets(5, [{}, {}, { seconds: 0.079, isShown: false }]);
    expect(videoTimesOf(hidden, 0, null)).toMatchObject({
      timesMs: [0, 40, 120, 160],
      isCounted: true,
      seeks: [0.02, expect.closeTo(0.0595, 9), expect.closeTo(0.14, 9), expect.closeTo(0.161, 9)],
    });
  });

  it('begin with the first that can be decoded: what is shown before it leans on what is not there', () => {
    const late = packets(8, [{ isKey: false }, {}, {}, {}, {}, { seconds: 0.24 }, { seconds: 0.2 }]);
    const times = videoTimesOf(late, 5, null)!;
    expect(times.seconds).toEqual([0.24, 0.28]);
    expect(times.notes.map(messageSentence)).toEqual([
      expect.stringMatching(/^The first 6 images .* left out\.$/),
    ]);
  });
});

describe('an edit list', () => {
  it('leaves out what lies before and behind it, but for what it shows a part of', () => {
    expect(videoTimesOf(packets(10), 0, list(0, [0.08, 0.24]))).toMatchObject({
      places: [2, 3, 4, 5],
      timesMs: [0, 40, 80, 120],
      keys: [0, 0, 0, 0, 0, 5, 5, 5, 5, 5],
    });
    // From the middle of picture 2 on, whose rest is shown for 10 ms.
    expect(videoTimesOf(packets(10), 0, list(0, [0.11, END]))!.timesMs.slice(0, 3)).toEqual([0, 10, 50]);
    // An end that was rounded up by a tick shows no picture more.
    expect(videoTimesOf(packets(10), 0, list(0, [0.08, 0.2409]))!.places).toHaveLength(4);
  });

  it('is told in the times of the track, of which the demultiplexer took its first edit off', () => {
    const moved = packets(10).map((packet) => ({ ...packet, seconds: packet.seconds - 0.08 }));
    expect(videoTimesOf(moved, 0, list(0.08, [0.08, END]))!.places).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('of several stretches is one film without what was cut out', () => {
    const times = videoTimesOf(packets(20), 0, list(0, [0, 0.12], [0.4, END]))!;
    expect(times.places.slice(0, 5)).toEqual([0, 1, 2, 10, 11]);
    expect(times.timesMs.slice(0, 5)).toEqual([0, 40, 80, 120, 160]);
  });

  it('that shows stretches in another order still shows nothing else', () => {
    const times = videoTimesOf(packets(20), 0, list(0, [0.4, 0.48], [0, 0.08]))!;
    expect(times.places).toEqual([0, 1, 10, 11]);
    expect(times.timesMs).toEqual([0, 40, 400, 440]);
  });

  it('that stands on one picture shows that one, and one that shows nothing shows nothing', () => {
    expect(videoTimesOf(packets(10), 0, list(0, [0.13, 0.13]))!.places).toEqual([3]);
    expect(videoTimesOf(packets(10), 0, list(0, [9, END]))).toBeNull();
  });

  it('says nothing of undecodable pictures that it leaves out anyway', () => {
    const late = packets(10, [{ isKey: false }]);
    expect(videoTimesOf(late, 5, list(0, [0.2, END]))!.notes).toEqual([]);
    expect(videoTimesOf(late, 5, null)!.notes).toHaveLength(1);
  });
});

describe('a change of size at a key picture', () => {
  const sized = (width: number, height: number) =>
    packets(10, [{ size: { width: 320, height: 256 } }, {}, {}, {}, {}, { size: { width, height } }]);

  it('of the same shape is said: images are scaled', () => {
    const times = videoTimesOf(sized(160, 128), 0, null)!;
    expect(times.timesMs).toHaveLength(10);
    expect(times.notes.map(messageSentence)).toEqual([expect.stringMatching(/all are scaled/)]);
    expect(videoTimesOf(sized(320, 256), 0, null)!.notes).toEqual([]);
  });

  it('of another shape is where the recording ends, which is said', () => {
    const times = videoTimesOf(sized(256, 320), 0, null)!;
    expect(times.timesMs).toEqual([0, 40, 80, 120, 160]);
    expect(times.notes.map(messageSentence)).toEqual([
      expect.stringMatching(/only those before the change are opened, 5 of 10\.$/),
    ]);
  });
});
