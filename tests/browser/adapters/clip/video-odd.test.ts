import { afterEach, describe, expect, it } from 'vitest';
import type { Clip } from '../../../../src/adapters/clip/clip.ts';
import { clipFilesOpen } from '../../../../src/parts/opening/clip-files.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';
import { onlyClip } from './only-clip.ts';
import {
  CLIP_HEIGHT,
  CLIP_SECTOR,
  CLIP_WIDTH,
  type CodecName,
  codecIsHere,
  type Encoded,
  mp4Write,
  numberedDraw,
  numberOf,
  picturesEncode,
  videoMux,
  webmWrite,
} from './video-make.ts';

/** What recorders and cutters leave in files, and other programs forgive. */

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const thing of opened.splice(0)) thing.close();
});

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Clip> {
  const clip = onlyClip(await clipFilesOpen([new File([bytes], 'clip')]));
  opened.push(clip);
  return clip;
}

const timesUs = (count: number, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, i) => 40_000 * (from + i));

const encode = (codec: CodecName, count: number, keyEvery: number): Promise<readonly Encoded[]> =>
  picturesEncode(codec, timesUs(count), keyEvery, { draw: numberedDraw });

/** Numbers of all frames in order, and of some that are jumped to: both are the given ones. */
async function expectNumbers(clip: Clip, expected: readonly number[]): Promise<void> {
  const numbers: number[] = [];
  for await (const frame of clip.frames(CLIP_SECTOR)) numbers.push(numberOf(frame));
  expect(numbers).toEqual(expected);
  expect(clip.timesMs).toHaveLength(expected.length);
  for (const [index, timeMs] of clip.timesMs.entries()) {
    if (index > 0) expect(timeMs).toBeGreaterThan(clip.timesMs[index - 1]!);
  }
  const source = clip.source(CLIP_SECTOR);
  opened.push(source);
  const last = expected.length - 1;
  for (const share of [1, 0, 0.7, 0.2, 0.21, 0.16, 0.5, 0.99, 0.17]) {
    const index = Math.round(share * last);
    expect(numberOf((await source.freeze(index)).frame), `picture ${index}`).toBe(expected[index]);
  }
}

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

describe('packets that show nothing', () => {
  const hide = (picture: Encoded): Encoded => {
    const data = picture.data.slice();
    data[0]! &= ~0x10;
    return { ...picture, data };
  };

  it.each([60, 7])('of VP8, a key picture every %i: 59 pictures, 11 follows 9', async (keyEvery) => {
    const pictures = (await encode('vp8', 60, keyEvery)).map((picture, i) =>
      i === 10 ? hide(picture) : picture,
    );
    await expectNumbers(await open(webmWrite(pictures)), [...numbers(0, 10), ...numbers(11, 60)]);
  });

  it('and have the time of the picture after them, as encoders write them', async () => {
    const pictures = (await encode('vp8', 30, 10)).map((picture, i) =>
      [3, 12, 13].includes(i) ? { ...hide(picture), timeUs: 40_000 * (i === 12 ? 14 : i + 1) } : picture,
    );
    const left = [3, 12, 13];
    await expectNumbers(
      await open(webmWrite(pictures)),
      numbers(0, 30).filter((number) => !left.includes(number)),
    );
  });
});

describe('a video that does not begin with a key picture', () => {
  const containers = [
    { name: 'MP4', codec: 'vp9', write: mp4Write },
    { name: 'WebM', codec: 'vp8', write: webmWrite },
  ] as const;

  it.each(containers)('$name is opened from the first one on, and that is said', async ({ codec, write }) => {
    const clip = await open(write((await encode(codec, 14, 5)).slice(2)));
    await expectNumbers(clip, numbers(5, 14));
    expect(clip.notes.map(messageSentence)).toEqual([
      expect.stringMatching(/^The first 3 images .* are left out\.$/),
    ]);
  });

  it.each(containers)('$name is so, too, where the file says that it does', async ({ codec, write }) => {
    const pictures = (await encode(codec, 14, 5)).slice(2);
    const lying = pictures.map((picture, i) => (i === 0 ? { ...picture, isKey: true } : picture));
    await expectNumbers(await open(write(lying)), numbers(5, 14));
  });
});

describe('an MP4 with an edit list', () => {
  it('has only what the list shows', async () => {
    const pictures = await encode('vp9', 60, 12);
    const cut = mp4Write(pictures, { edits: [{ durationMs: 0, mediaTimeUs: 20 * 40_000 }] });
    await expectNumbers(await open(cut), numbers(20, 60));
    const short = mp4Write(pictures, { edits: [{ durationMs: 800, mediaTimeUs: 20 * 40_000 }] });
    await expectNumbers(await open(short), numbers(20, 40));
  });

  it('of several stretches plays them as one', async () => {
    const edits = [
      { durationMs: 500, mediaTimeUs: -1 },
      { durationMs: 400, mediaTimeUs: 5 * 40_000 },
      { durationMs: 600, mediaTimeUs: 30 * 40_000 },
    ];
    const clip = await open(mp4Write(await encode('vp9', 60, 12), { edits }));
    await expectNumbers(clip, [...numbers(5, 15), ...numbers(30, 45)]);
    expect(clip.timesMs).toEqual(timesUs(25).map((timeUs) => timeUs / 1000));
  });
});

it('an MP4 with bytes of something else behind its end is opened', async () => {
  const bytes = mp4Write(await encode('vp9', 6, 3));
  const tail = new TextEncoder().encode('-- appended by a mail program, and of any length');
  await expectNumbers(await open(Uint8Array.from([...bytes, ...tail])), numbers(0, 6));
});

describe('a video whose images change their size', () => {
  const resized =
    (width: number, height: number) =>
    (index: number): OffscreenCanvas => {
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext('2d')!.drawImage(numberedDraw(5 + index), 0, 0, width, height);
      return canvas;
    };
  const make = async (codec: 'vp8' | 'vp9', width: number, height: number) => {
    const begin = await encode(codec, 5, 5);
    const rest = await picturesEncode(codec, timesUs(5, 5), 5, { draw: resized(width, height) });
    return codec === 'vp8' ? webmWrite([...begin, ...rest]) : mp4Write([...begin, ...rest]);
  };

  it.each(['vp8', 'vp9'] as const)(
    '%s: smaller ones of the same shape are scaled, which is said',
    async (codec) => {
      const clip = await open(await make(codec, CLIP_WIDTH / 2, CLIP_HEIGHT / 2));
      expect(clip).toMatchObject({ width: CLIP_WIDTH, height: CLIP_HEIGHT });
      await expectNumbers(clip, numbers(0, 10));
      expect(clip.notes.map(messageSentence)).toEqual([expect.stringMatching(/all are scaled/)]);
    },
  );

  it('av1: those that are seen to be smaller on decoding are scaled, which is said', async (context) => {
    if (!(await codecIsHere('av1'))) context.skip();
    const half = resized(CLIP_WIDTH / 2, CLIP_HEIGHT / 2);
    const rest = await picturesEncode('av1', timesUs(5, 5), 5, { draw: half });
    // What a file says of the first pictures stands for all of them.
    const pictures = [...(await encode('av1', 5, 5)), ...rest.map(({ config, ...picture }) => picture)];
    const clip = await open(await videoMux('WebM', 'av1', pictures));
    expect(clip).toMatchObject({ width: CLIP_WIDTH, height: CLIP_HEIGHT });
    await expectNumbers(clip, numbers(0, 10));
    expect(clip.notes.map(messageSentence)).toEqual([expect.stringMatching(/all are scaled/)]);
  });

  it.each(['vp8', 'vp9'] as const)('%s: it ends where their shape changes, which is said', async (codec) => {
    const clip = await open(await make(codec, CLIP_HEIGHT, CLIP_WIDTH));
    await expectNumbers(clip, numbers(0, 5));
    expect(clip.notes.map(messageSentence)).toEqual([expect.stringMatching(/5 of 10\.$/)]);
  });
});
