import { afterEach, describe, expect, it, test } from 'vitest';
import { server } from 'vitest/browser';
import type { Clip } from '../../../../src/adapters/clip/clip.ts';
import { mmFromPx, sectorContains } from '../../../../src/domain/geometry/sector.ts';
import { InputError, type InputErrorCode } from '../../../../src/formats/files/input-error.ts';
import { clipFilesOpen } from '../../../../src/parts/opening/clip-files.ts';
import type { FrameSource, SourceFrame } from '../../../../src/ports/frame-source.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { recordedClips } from '../../../support/recorded-clips.ts';
import { repetitions } from '../../../support/repetitions.ts';
import { onlyClip } from './only-clip.ts';
import {
  CLIP_FAN,
  CLIP_HEIGHT,
  CLIP_WIDTH,
  type CodecName,
  codecIsHere,
  greyOf,
  mp4Write,
  pictureDraw,
  pictureRecord,
  picturesEncode,
  videoMux,
  webmWrite,
} from './video-make.ts';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const thing of opened.splice(0)) thing.close();
});

async function open(bytes: Blob | Uint8Array<ArrayBuffer>, name = 'clip'): Promise<Clip> {
  const clip = onlyClip(await clipFilesOpen([bytes instanceof File ? bytes : new File([bytes], name)]));
  opened.push(clip);
  return clip;
}

function sourceOf(clip: Clip): FrameSource {
  const source = clip.source(clip.found!.sector);
  opened.push(source);
  return source;
}

/** Mean grey level well inside the drawn fan. */
function middleGrey({ frame }: SourceFrame): number {
  const { x, y } = frame.sector.originPx;
  let sum = 0;
  for (let row = 60; row < 100; row++) {
    for (let column = -20; column < 20; column++) {
      sum += frame.grey[Math.round(y + row) * frame.width + Math.round(x + column)]!;
    }
  }
  return sum / 1600;
}

async function refusal(promise: Promise<unknown>): Promise<InputError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
}

async function expectRefused(file: Blob | Uint8Array<ArrayBuffer>, code: InputErrorCode): Promise<void> {
  const error = await refusal(open(file));
  expect(error.code).toBe(code);
  // One sentence: a full stop at its end and nowhere else before a space.
  expect(sentenceOf(error)).toMatch(/^[^\n]*[^.]\.$/);
  expect(sentenceOf(error)).not.toMatch(/\. [A-Z]/);
}

/** Uneven on purpose: 20 to 60 ms apart. */
const TIMES_US = [0, 40_000, 60_000, 120_000, 160_000, 180_000, 240_000, 280_000, 300_000, 340_000, 400_000];

interface Made {
  readonly name: string;
  readonly codec: CodecName;
  readonly make: () => Promise<Uint8Array<ArrayBuffer>>;
}

function muxed(container: 'MP4' | 'MOV' | 'WebM', codec: CodecName, isTurned = false): Made {
  return {
    name: `${container}, ${codec}${isTurned ? ', turned' : ''}`,
    codec,
    make: async () =>
      videoMux(container, codec, await picturesEncode(codec, TIMES_US, 4, { isTurned }), isTurned),
  };
}

const containers: readonly Made[] = [
  {
    name: 'MP4 written byte by byte',
    codec: 'vp9',
    make: async () => mp4Write(await picturesEncode('vp9', TIMES_US, 4)),
  },
  {
    name: 'WebM written byte by byte',
    codec: 'vp8',
    make: async () => webmWrite(await picturesEncode('vp8', TIMES_US, 4)),
  },
  muxed('MP4', 'avc'),
  muxed('MOV', 'avc'),
  muxed('MOV', 'avc', true),
  muxed('MP4', 'av1'),
  muxed('WebM', 'av1'),
  muxed('WebM', 'vp9'),
];
/** Each is made once: its tests only read it. */
const madeOf = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const encodable = new Set<CodecName>();
for (const { codec } of containers) if (await codecIsHere(codec)) encodable.add(codec);

// Where the browser cannot make a file to open, its tests count as skipped.
describe.each(containers)('a made video ($name)', ({ name, codec, make: makeAnew }) => {
  const it = test.skipIf(!encodable.has(codec));
  const make = (): Promise<Uint8Array<ArrayBuffer>> => {
    const made = madeOf.get(name) ?? makeAnew();
    madeOf.set(name, made);
    return made;
  };

  it('is opened with its size, its times and its sector', async () => {
    const clip = await open(await make());
    expect(clip).toMatchObject({ kind: 'clip', width: CLIP_WIDTH, height: CLIP_HEIGHT });
    expect(clip.timesMs).toEqual(TIMES_US.map((timeUs) => timeUs / 1000));
    const sector = clip.found!.sector;
    expect(sector.kind).toBe('convex');
    expect(clip.found!.scale).toBe('assumed');
    if (sector.kind !== 'convex') return;
    expect(Math.abs(sector.angleRad / (2 * CLIP_FAN.half) - 1)).toBeLessThan(0.03);
    expect(Math.abs(sector.originPx.x - CLIP_FAN.apexX)).toBeLessThan(3);
    expect(Math.abs(sector.originPx.y - (CLIP_FAN.apexY + CLIP_FAN.inner))).toBeLessThan(3);
  });

  it('freezes on exactly the picture that is asked for, in any order', async () => {
    const source = sourceOf(await open(await make()));
    for (const index of [0, 7, 3, 10, 9, 1, 10, 0]) {
      const shown = await source.freeze(index);
      expect(shown.index).toBe(index);
      expect(shown.truth).toBeNull();
      expect(Math.abs(middleGrey(shown) - greyOf(index))).toBeLessThan(5);
      expect(shown.frame.timeMs).toBeCloseTo(TIMES_US[index]! / 1000, 6);
    }
  });

  it('plays every picture in order, at its own times, and loops', async () => {
    const source = sourceOf(await open(await make()));
    const indices: number[] = [];
    const began = performance.now();
    await new Promise<void>((resolve) => {
      source.play((shown) => {
        indices.push(shown.index);
        if (indices.length === 15) resolve();
      });
    });
    expect(indices).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3]);
    // One round lasts 400 ms and the last picture some more; the fifteenth is 120 ms into the next.
    expect(performance.now() - began).toBeGreaterThan(500);
    const frozen = await source.freeze();
    expect(Math.abs(middleGrey(frozen) - greyOf(frozen.index))).toBeLessThan(5);
    const count = indices.length;
    await source.freeze(5);
    expect(indices.length).toBe(count);
  });

  it('lets nothing but the sector out: the name and the scale beside it are gone', async () => {
    const { frame } = await sourceOf(await open(await make())).freeze(2);
    let [lit, leaked] = [0, 0];
    for (let y = 0; y < frame.height; y++) {
      for (let x = 0; x < frame.width; x++) {
        const isInside = sectorContains(frame.sector, mmFromPx(frame.sector, { x: x + 0.5, y: y + 0.5 }));
        if (isInside) lit += 1;
        else if (frame.grey[y * frame.width + x] !== 0) leaked += 1;
      }
    }
    expect(leaked).toBe(0);
    expect(lit).toBeGreaterThan(10_000);
  });

  it('refuses the file cut short', async () => {
    const bytes = await make();
    await expectRefused(bytes.slice(0, Math.floor(bytes.length * 0.6)), 'file-damaged');
  });
});

describe('videos of the browser’s own recorder', () => {
  const kinds = ['video/webm;codecs=vp8', 'video/webm;codecs=vp9', 'video/mp4;codecs=vp9'].filter(
    (mimeType) => MediaRecorder.isTypeSupported(mimeType),
  );
  it.each(kinds)('%s is opened and every picture can be reached', async (mimeType) => {
    const clip = await open(await pictureRecord(mimeType, 8));
    expect(clip.timesMs.length).toBeGreaterThan(3);
    const source = sourceOf(clip);
    const greys: number[] = [];
    for (let index = 0; index < clip.timesMs.length; index++)
      greys.push(middleGrey(await source.freeze(index)));
    expect(greys.toSorted((a, b) => a - b)).toEqual(greys);
    expect(greys.at(-1)! - greys[0]!).toBeGreaterThan(30);
  });
});

describe('pictures', () => {
  it.each(['image/png', 'image/jpeg'])('%s is opened, shown and frozen', async (type) => {
    const clip = await open(await pictureDraw(5).convertToBlob({ type, quality: 0.95 }));
    expect(clip).toMatchObject({ kind: 'picture', width: CLIP_WIDTH, height: CLIP_HEIGHT, timesMs: [0] });
    const source = sourceOf(clip);
    expect(source.kind).toBe('picture');
    const shown = await new Promise<SourceFrame>((resolve) => source.play(resolve));
    expect(Math.abs(middleGrey(shown) - greyOf(5))).toBeLessThan(4);
    expect((await source.freeze(9)).index).toBe(0);
    const canvas = document.createElement('canvas');
    clip.previewPaint(canvas);
    expect([canvas.width, canvas.height]).toEqual([CLIP_WIDTH, CLIP_HEIGHT]);
  });

  it('has no sector where nothing is to be seen, and takes one that is set by hand', async () => {
    const clip = onlyClip(await clipFilesOpen([new File([await blackPng()], 'black.png')]));
    expect(clip.found).toBeNull();
    const source = clip.source({
      kind: 'linear',
      mmPerPx: 0.5,
      originPx: { x: 50, y: 0 },
      widthMm: 40,
      depthMm: 40,
    });
    opened.push(source);
    // The source goes on without the file's whole picture.
    clip.close();
    expect((await source.freeze()).frame).toMatchObject({ width: 80, height: 80 });
  });
});

function blackPng(): Promise<Blob> {
  const canvas = new OffscreenCanvas(100, 100);
  canvas.getContext('2d')!.fillRect(0, 0, 100, 100);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A PNG that states a size and holds nothing else. */
function pngStating(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(45);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  bytes.set([8, 0, 0, 0, 0], 24);
  return bytes;
}

describe('what cannot be used is refused with one sentence', () => {
  it('nothing, something else, and too much', async () => {
    await expectRefused(new Uint8Array(0), 'file-empty');
    await expectRefused(new TextEncoder().encode('just some text, no picture at all'), 'file-unknown');
    const huge = new File(['x'], 'huge');
    Object.defineProperty(huge, 'size', { value: 501 * 1024 * 1024 });
    await expectRefused(huge, 'file-too-large');
  });

  it('pictures of 0x0, 20,000 x 20,000 and few pixels, before they are decoded', async () => {
    await expectRefused(pngStating(0, 0), 'picture-too-small');
    await expectRefused(pngStating(20_000, 20_000), 'picture-too-large');
    await expectRefused(pngStating(16, 300), 'picture-too-small');
    await expectRefused(pngStating(300, 300), 'file-damaged');
  });

  it('pictures cut short', async () => {
    for (const type of ['image/png', 'image/jpeg']) {
      const bytes = new Uint8Array(await (await pictureDraw(3).convertToBlob({ type })).arrayBuffer());
      await expectRefused(bytes.slice(0, 20), 'file-damaged');
    }
  });

  it('videos without pictures, and with a codec that no browser has', async () => {
    const pictures = await picturesEncode('vp9', TIMES_US.slice(0, 3), 2);
    await expectRefused(mp4Write(pictures, { handler: 'soun' }), 'video-without-pictures');
    await expectRefused(mp4Write(pictures, { format: 'xyzw' }), 'codec-unsupported');
    await expectRefused(webmWrite(pictures, 'A_OPUS', 2), 'video-without-pictures');
    await expectRefused(webmWrite(pictures, 'V_THEORA'), 'codec-unsupported');
    await expectRefused(webmWrite([]), 'video-without-pictures');
  });

  it('videos whose pictures are noise', async () => {
    const pictures = await picturesEncode('vp9', TIMES_US.slice(0, 4), 2);
    const broken = pictures.map((picture) => ({
      ...picture,
      data: picture.data.map((byte, i) => byte ^ (i * 37)),
    }));
    await expectRefused(mp4Write(broken), 'file-damaged');
  });
});

const shared = `/@fs${server.config.root}/../shared/lus/`;
const isShared = await fetch(`${shared}index.json`).then(
  (answer) => answer.ok && answer.headers.get('content-type')?.includes('json') === true,
  () => false,
);

const recorded = recordedClips(repetitions(1, 100), 'clips/');

describe(`${recorded.length} recorded clips`, () => {
  it.skipIf(!isShared).each(recorded)('$file is opened, found and frozen', async (reference) => {
    const blob = await (await fetch(shared + reference.file)).blob();
    const clip = await open(blob, reference.file);
    expect(clip).toMatchObject({ width: reference.width, height: reference.height });
    const sector = clip.found!.sector;
    expect(sector.kind).toBe(reference.kind);
    expect(Math.abs(sector.originPx.x / clip.width - reference.originX)).toBeLessThan(0.03);
    expect(Math.abs(sector.depthMm / sector.mmPerPx / clip.height - reference.depth)).toBeLessThan(0.04);
    const source = sourceOf(clip);
    const late = await source.freeze(clip.timesMs.length - 1);
    expect(late.index).toBe(clip.timesMs.length - 1);
    expect(late.frame.grey.some((level) => level > 20)).toBe(true);
    expect((await source.freeze(2)).frame.grey.some((level) => level > 20)).toBe(true);
    const timesMs: number[] = [];
    for await (const frame of clip.frames(sector)) timesMs.push(frame.timeMs);
    expect(timesMs).toEqual(clip.timesMs);
  });
});
