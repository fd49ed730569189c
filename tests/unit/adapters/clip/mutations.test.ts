import { zipSync } from 'fflate';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { videoFileOpen, videoTimes, videoWhole } from '../../../../src/adapters/clip/video-track.ts';
import { pictureRead } from '../../../../src/cli/segment/picture-read.ts';
import { dicomRead } from '../../../../src/formats/dicom/dicom-read.ts';
import type { ImageSeries } from '../../../../src/formats/files/image-series.ts';
import { InputError } from '../../../../src/formats/files/input-error.ts';
import { gifRead } from '../../../../src/formats/gif/gif-read.ts';
import { archiveRead } from '../../../../src/formats/zip/archive-read.ts';
import { type Encoded, mp4Write, webmWrite } from '../../../browser/adapters/clip/video-make.ts';
import {
  dicomWrite,
  encapsulated,
  IDENTITY,
  pixelElements,
  plain,
  regionItem,
  rleFrame,
  SYNTAX,
  sq,
} from '../../../support/dicom-make.ts';
import { exifSay } from '../../../support/exif-make.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { gifWrite } from '../../../support/gif-make.ts';
import { mutated } from '../../../support/mutated.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH, numberedGrey } from '../../../support/numbered-image.ts';
import { repetitions } from '../../../support/repetitions.ts';
import { randomSeeded } from '../../sector/synthetic-screen.ts';

/** Of each kind. */
const MUTATIONS = repetitions(60, 1000);
/** Nothing hangs: milliseconds for one file. */
const LONGEST_MS = 30_000;
const IMAGES = 3;

const greys = Array.from({ length: IMAGES }, (_, index) => numberedGrey(index));
const size = { columns: IMAGE_WIDTH, rows: IMAGE_HEIGHT, frames: IMAGES };
const elements = [
  ...pixelElements({ ...size, photometric: 'MONOCHROME2' }),
  ...IDENTITY,
  sq(0x00186011, regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 0.1 })),
];

function jpegOf(grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(4 * grey.length).fill(255);
  grey.forEach((level, i) => {
    data.set([level, level, level], 4 * i);
  });
  return Uint8Array.from(jpeg.encode({ width: IMAGE_WIDTH, height: IMAGE_HEIGHT, data }, 90).data);
}

/** Stand-ins for pictures that are shown: VP9 in the MP4, VP8 in the WebM. */
function encodedMake(first: { readonly key: number; readonly delta: number }): readonly Encoded[] {
  return Array.from({ length: 12 }, (_, i) => {
    const isKey = i % 4 === 0;
    const data = new Uint8Array(40 + 7 * i).fill(i + 1);
    data[0] = first[isKey ? 'key' : 'delta'];
    return { data, isKey, timeUs: 40_000 * i };
  });
}

/** What was read of a file: its images, and whether a person is told that something is odd about them. */
interface Read {
  readonly images: number;
  readonly isTold: boolean;
}

function seriesRead(series: ImageSeries): Read {
  series.timesMs.forEach((_, index) => {
    const image = series.image(index);
    if (image.kind === 'jpeg') pictureRead(image.jpeg);
  });
  return { images: series.timesMs.length, isTold: series.notes.length > 0 };
}

async function videoRead(kind: 'mp4' | 'webm', bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
  const file = await videoWhole(kind, new Blob([bytes]));
  const { track, close } = await videoFileOpen(file);
  try {
    const { timesMs, notes } = await videoTimes(track, kind, file);
    return { images: timesMs.length, isTold: notes.length > 0 };
  } finally {
    close();
  }
}

interface Kind {
  readonly name: string;
  readonly original: Uint8Array<ArrayBuffer>;
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Read | Promise<Read>;
  /** Whether its own structure tells that images are missing. */
  readonly knowsCount?: boolean;
}

const gifParts = (isInterlaced: boolean) =>
  greys.map((indices) => ({ indices, width: IMAGE_WIDTH, height: IMAGE_HEIGHT, isInterlaced }));

const kinds: readonly Kind[] = [
  {
    name: 'an uncompressed DICOM file',
    original: dicomWrite(SYNTAX.explicit, elements, plain(greys)),
    read: (bytes) => seriesRead(dicomRead(bytes)),
    knowsCount: true,
  },
  {
    name: 'a DICOM file without preamble',
    original: dicomWrite(SYNTAX.explicit, elements, plain(greys)).slice(132),
    read: (bytes) => seriesRead(dicomRead(bytes)),
    knowsCount: true,
  },
  {
    name: 'a DICOM file with RLE',
    original: dicomWrite(SYNTAX.rle, elements, encapsulated(greys.map((grey) => [rleFrame([grey])]))),
    read: (bytes) => seriesRead(dicomRead(bytes)),
    knowsCount: true,
  },
  {
    name: 'a DICOM file with JPEGs',
    original: dicomWrite(
      SYNTAX.jpeg,
      pixelElements({ ...size, photometric: 'YBR_FULL_422', samples: 3 }),
      encapsulated(greys.map((grey) => [jpegOf(grey)])),
    ),
    read: (bytes) => seriesRead(dicomRead(bytes)),
    knowsCount: true,
  },
  {
    name: 'a GIF',
    original: gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, gifParts(false)),
    read: (bytes) => seriesRead(gifRead(bytes)),
    knowsCount: true,
  },
  {
    name: 'an interlaced GIF',
    original: gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, gifParts(true)),
    read: (bytes) => seriesRead(gifRead(bytes)),
    knowsCount: true,
  },
  {
    name: 'a zip',
    original: zipSync({
      'a/1.png': greys[0]!,
      'a/2.png': greys[1]!,
      'b.txt': greys[2]!,
    }) as Uint8Array<ArrayBuffer>,
    async read(bytes) {
      const { files, unpack } = await archiveRead(new Blob([bytes]));
      for (const at of files.keys()) await unpack(at);
      return { images: files.length, isTold: false };
    },
  },
  {
    name: 'a JPEG with Exif data',
    original: exifSay(jpegOf(greys[1]!), 6),
    read: (bytes) => {
      pictureRead(bytes);
      return { images: 1, isTold: false };
    },
  },
  {
    name: 'an MP4 with an edit list',
    original: mp4Write(encodedMake({ key: 0x82, delta: 0x86 }), {
      edits: [{ durationMs: 320, mediaTimeUs: 80_000 }],
    }),
    read: (bytes) => videoRead('mp4', bytes),
  },
  {
    name: 'a WebM',
    original: webmWrite(encodedMake({ key: 0x10, delta: 0x11 })),
    read: (bytes) => videoRead('webm', bytes),
  },
];

describe(`${MUTATIONS} seeded mutations each: read, or refused in one sentence`, () => {
  it.each(kinds)('$name', { timeout: 60_000 + 100 * MUTATIONS }, async ({ original, read, knowsCount }) => {
    const random = randomSeeded(41);
    let refused = 0;
    for (let trial = 0; trial < MUTATIONS; trial++) {
      const bytes = mutated(original, random);
      const began = performance.now();
      try {
        const { images, isTold } = await read(bytes);
        // Half a clip is never taken for a whole one.
        if (knowsCount === true)
          expect(images >= IMAGES || isTold, `trial ${trial}: ${images} images`).toBe(true);
      } catch (error) {
        expect(error, `trial ${trial}`).toBeInstanceOf(InputError);
        expect(sentenceOf(error)).toMatch(/^[^\n]*[^.]\.$/);
        refused += 1;
      }
      expect(performance.now() - began, `trial ${trial}`).toBeLessThan(LONGEST_MS);
    }
    expect(refused).toBeGreaterThan(0.02 * MUTATIONS);
    expect(refused).toBeLessThan(0.98 * MUTATIONS);
  });
});
