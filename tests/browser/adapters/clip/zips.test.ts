import { zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { archivePack } from '../../../../src/adapters/archive/client/archive-pack.ts';
import type { Clip } from '../../../../src/adapters/clip/clip.ts';
import type { ClipChoice } from '../../../../src/adapters/clip/clip-choice.ts';
import { clipNameOf } from '../../../../src/adapters/clip/clip-name.ts';
import type { OpeningProgress } from '../../../../src/adapters/clip/clip-opening.ts';
import { dicomOpen } from '../../../../src/adapters/dicom/client/dicom-open.ts';
import { clipFilesOpen } from '../../../../src/parts/opening/clip-files.ts';
import { clipNameText } from '../../../../src/parts/opening/clip-text.ts';
import { dicomWrite, IDENTITY, pixelElements, plain, SYNTAX } from '../../../support/dicom-make.ts';
import { sentenceRejected } from '../../../support/facts.ts';
import { gifWrite } from '../../../support/gif-make.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH, numberedGrey, numberRead } from '../../../support/numbered-image.ts';
import { repetitions } from '../../../support/repetitions.ts';
import { onlyClip } from './only-clip.ts';
import { mp4Write, picturesEncode } from './video-make.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const thing of opened.splice(0)) thing.close();
});

function kept(clip: Clip): Clip {
  opened.push(clip);
  return clip;
}

function dicomOf(images: number): Bytes {
  const size = { columns: IMAGE_WIDTH, rows: IMAGE_HEIGHT, frames: images };
  const elements = pixelElements({ ...size, photometric: 'MONOCHROME2' });
  return dicomWrite(
    SYNTAX.explicit,
    elements,
    plain(Array.from({ length: images }, (_, i) => numberedGrey(i))),
  );
}

/** What a DICOM file is that holds no image, be it a report or the directory of a medium. */
function dicomEmpty(): Bytes {
  return dicomWrite(SYNTAX.explicit, IDENTITY, new Uint8Array(0));
}

async function pngOf(index: number, width = IMAGE_WIDTH, height = IMAGE_HEIGHT): Promise<Bytes> {
  const canvas = new OffscreenCanvas(width, height);
  const data = new ImageData(IMAGE_WIDTH, IMAGE_HEIGHT);
  for (const [at, level] of numberedGrey(index).entries()) data.data.set([level, level, level, 255], 4 * at);
  canvas.getContext('2d')!.putImageData(data, 0, 0);
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

function zipOf(files: Readonly<Record<string, Uint8Array>>, name = 'medium.zip'): File {
  return new File([zipSync(files) as Bytes], name);
}

const words = new TextEncoder().encode('Only words.');
const VIEWER = {
  'AUTORUN.INF': words,
  'README.TXT': words,
  'VIEWER/start.exe': new TextEncoder().encode('MZ and more'),
  'VIEWER/app.js': words,
  'VIEWER/index.html': words,
  'report.pdf': new TextEncoder().encode('%PDF-1.4'),
};

async function severalOf(file: File): Promise<ClipChoice> {
  const found = await clipFilesOpen([file]);
  if (found.kind !== 'several') throw new Error('One clip was found.');
  return found;
}

describe('a medium as a zip', () => {
  it('of a directory and one image is opened', async () => {
    const file = zipOf({ DICOMDIR: dicomEmpty(), 'DICOM/IM000001': dicomOf(1) });
    const clip = kept(onlyClip(await clipFilesOpen([file])));
    expect(clip).toMatchObject({
      kind: 'picture',
      name: clipNameOf('medium.zip'),
      width: IMAGE_WIDTH,
      height: IMAGE_HEIGHT,
    });
  });

  it('with a viewer, a report and one clip is opened', async () => {
    const file = zipOf({
      ...VIEWER,
      DICOMDIR: dicomEmpty(),
      'VIEWER/logo.png': await pngOf(0, 200, 100),
      'DICOM/IM1': dicomOf(3),
      'DICOM/SR1': dicomEmpty(),
    });
    expect(kept(onlyClip(await clipFilesOpen([file]))).timesMs).toHaveLength(3);
  });

  it('with several clips gives them to choose from, each with its picture, size and length', async () => {
    const pictures = { 'still/2.png': await pngOf(2), 'still/10.png': await pngOf(5) };
    const mp4 = mp4Write(await picturesEncode('vp9', [0, 40_000, 80_000], 2));
    const [three, five] = [dicomOf(3), dicomOf(5)];
    const unread = dicomWrite(SYNTAX.jpeg2000, IDENTITY, new Uint8Array(0));
    const file = zipOf({
      ...VIEWER,
      ...pictures,
      DICOMDIR: dicomEmpty(),
      'DICOM/IM2': three,
      'DICOM/IM10': five,
      'DICOM/IM11': unread,
      'DICOM/SR1': dicomEmpty(),
      'scan.mp4': mp4,
    });
    const { name, clips, refused } = await severalOf(file);
    expect(clipNameText(name)).toBe('medium.zip');
    expect(clips.map((clip) => [clipNameText(clip.name), clip.timesMs.length, clip.bytes])).toEqual([
      ['DICOM/IM2', 3, three.length],
      ['DICOM/IM10', 5, five.length],
      ['scan.mp4', 3, mp4.length],
      ['still', 2, pictures['still/2.png'].length + pictures['still/10.png'].length],
    ]);
    expect(refused).toEqual([
      { name: clipNameOf('DICOM/IM11'), why: { code: 'dicomEncoded', encoding: 'JPEG 2000' } },
    ]);
    for (const clip of clips) {
      const canvas = document.createElement('canvas');
      clip.previewPaint(canvas);
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      expect(
        data.some((level, at) => at % 4 === 0 && level > 100),
        clip.name.name,
      ).toBe(true);
    }
    const [first, second] = [kept(await clips[0]!.open()), kept(await clips[3]!.open())];
    expect([clipNameText(first.name), first.timesMs.length, first.kind]).toEqual(['DICOM/IM2', 3, 'clip']);
    expect([clipNameText(second.name), second.timesMs.length]).toEqual(['still', 2]);
    // Chosen again it is known again, also as a file by itself.
    expect(kept(await clips[0]!.open()).file).toEqual(first.file);
    expect(kept(onlyClip(await clipFilesOpen([new File([three], 'IM2')]))).file).toEqual(first.file);
  });

  it('with pictures of two sizes in one folder gives a clip of each', async () => {
    const file = zipOf({
      'scan/1.png': await pngOf(1),
      'scan/2.png': await pngOf(2, 200, 100),
      'scan/3.png': await pngOf(3),
      'scan/4.png': await pngOf(4, 200, 100),
      'scan/5.png': await pngOf(5, 90, 100),
    });
    const { clips, refused } = await severalOf(file);
    expect(refused).toEqual([]);
    expect(
      clips.map(({ name, width, height, timesMs }) => [clipNameText(name), width, height, timesMs.length]),
    ).toEqual([
      [`scan, ${IMAGE_WIDTH} x ${IMAGE_HEIGHT}`, IMAGE_WIDTH, IMAGE_HEIGHT, 2],
      ['scan, 200 x 100', 200, 100, 2],
      ['scan/5.png', 90, 100, 1],
    ]);
    expect(kept(await clips[1]!.open())).toMatchObject({ width: 200, height: 100, timesMs: [0, 40] });
  });

  it('given as its files is the same', async () => {
    const files = [
      new File([dicomEmpty()], 'DICOMDIR'),
      new File([words], 'README.TXT'),
      new File([dicomOf(2)], 'IM1'),
    ];
    expect(kept(onlyClip(await clipFilesOpen(files))).timesMs).toHaveLength(2);
  });

  it('with nothing but what is not read says what that is', async () => {
    const avi = new TextEncoder().encode(`RIFF....AVI ${'x'.repeat(200)}`);
    const refused = (files: File) => expect(sentenceRejected(clipFilesOpen([files]))).resolves;
    await refused(zipOf({ ...VIEWER, 'scan.avi': avi })).toMatch(
      /^scan\.avi is an AVI video, which is not read here/,
    );
    await refused(zipOf(VIEWER)).toMatch(/neither a picture nor a recording in medium\.zip/);
  });
});

/** Names of the workers that are started meanwhile: what is done in them does not hold up the page. */
async function watched<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly workers: readonly string[] }> {
  const workers: string[] = [];
  const { Worker: Own } = globalThis;
  globalThis.Worker = class extends Own {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.push(options?.name ?? '');
    }
  };
  try {
    return { value: await work(), workers };
  } finally {
    globalThis.Worker = Own;
  }
}

/** How many pictures a zip holds, and of how many bytes: 499 of a megabyte take a minute (`npm run bench:open`). */
const PICTURES = repetitions(120, 499);
const PICTURE_BYTES = 200_000;

describe('large files', () => {
  it(`${PICTURES} large pictures are unpacked beside the page, told of on the way, and can be stopped`, async () => {
    const png = await pngOf(3);
    const rest = new Uint8Array(PICTURE_BYTES - png.length);
    const zip = await archivePack(
      Array.from({ length: PICTURES }, (_, i) => ({ path: `scan/${i}.png`, content: new Blob([png, rest]) })),
    );
    const file = new File([zip], 'large.zip');
    const told: OpeningProgress[] = [];
    const { value, workers } = await watched(async () =>
      onlyClip(await clipFilesOpen([file], { onProgress: (progress) => told.push(progress) })),
    );
    expect(kept(value).timesMs).toHaveLength(PICTURES);
    expect(workers).toEqual(['archive', 'sector']);
    const unpacking = told.filter(({ step }) => step === 'unpacking');
    expect(unpacking.length).toBeGreaterThan(100);
    expect(unpacking.at(-1)).toMatchObject({
      done: PICTURES * PICTURE_BYTES,
      all: PICTURES * PICTURE_BYTES,
    });
    expect(told.at(-1)?.step).toBe('reading');

    const stop = new AbortController();
    const onProgress = ({ step, done }: OpeningProgress): void => {
      if (step === 'unpacking' && done > 20 * PICTURE_BYTES) stop.abort();
    };
    await expect(clipFilesOpen([file], { signal: stop.signal, onProgress })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('a GIF of 20,000 images is read beside the page, to its end, and can be left', async () => {
    const part = { indices: numberedGrey(5), width: IMAGE_WIDTH, height: IMAGE_HEIGHT };
    const [none, one] = [
      gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, []),
      gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, [part]),
    ];
    const image = one.slice(none.length - 1, -1);
    const parts = [none.slice(0, -1), ...Array.from({ length: 20_000 }, () => image), new Uint8Array([0x3b])];
    // In one piece, as a file on a disk is.
    const file = new File([await new Blob(parts).arrayBuffer()], 'long.gif');
    const { value: clip, workers } = await watched(async () => onlyClip(await clipFilesOpen([file])));
    expect(kept(clip).timesMs).toHaveLength(20_000);
    expect(workers).toEqual(['gif', 'sector']);
    const seen = await watched(async () => {
      const source = clip.source(clip.found!.sector);
      const shown = await source.freeze(19_999);
      source.close();
      return shown.index;
    });
    expect(seen.value).toBe(19_999);
    // Left on its way it is let go of.
    const source = clip.source(clip.found!.sector);
    const far = source.freeze(19_999);
    source.close();
    await expect(far).rejects.toThrow();
  });

  it('DICOM files are read beside the page, all in one worker, and the reading can be stopped', async () => {
    const images = 40;
    const { value: clip, workers } = await watched(async () =>
      onlyClip(await clipFilesOpen([new File([dicomOf(images)], 'IM1')])),
    );
    expect(kept(clip).timesMs).toHaveLength(images);
    // Where one has read a file before it goes on reading.
    expect(workers.filter((name) => name !== 'dicom')).toEqual(['sector']);

    const seen = await watched(async () => {
      const source = clip.source(clip.found!.sector);
      const { index } = await source.freeze(images - 1);
      source.close();
      return index;
    });
    expect(seen).toEqual({ value: images - 1, workers: [] });

    const stop = new AbortController();
    const opening = clipFilesOpen([new File([dicomOf(images)], 'IM2')], { signal: stop.signal });
    stop.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    // What was stopped is in nobody's way.
    expect(kept(onlyClip(await clipFilesOpen([new File([dicomOf(3)], 'IM3')]))).timesMs).toHaveLength(3);
  });

  it('two who look at the images of a DICOM file do not close it for each other', async () => {
    const file = await dicomOpen(new Blob([dicomOf(4)]));
    const [one, other] = [await file.open(), await file.open()];
    one.close();
    await expect(one.image(0)).rejects.toMatchObject({ name: 'AbortError' });
    const [second, third] = await Promise.all([other.image(1), other.image(2)]);
    expect([second, third].map((image) => image.kind === 'grey' && numberRead(image.grey))).toEqual([1, 2]);
    other.close();
    const again = await file.open();
    const last = await again.image(3);
    expect(last.kind === 'grey' && numberRead(last.grey)).toBe(3);
    again.close();
  });
});
