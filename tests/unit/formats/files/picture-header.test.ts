import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greyFromColour } from '../../../../src/domain/frame/grey.ts';
import { MAX_SIDE_PX } from '../../../../src/domain/frame/side-limit.ts';
import { fileRefusal } from '../../../../src/formats/files/file-refusal.ts';
import { InputError, type InputErrorCode } from '../../../../src/formats/files/input-error.ts';
import {
  fileKind,
  fileSizeCheck,
  MAX_FILE_BYTES,
  pictureSizeCheck,
  pictureSizeRead,
} from '../../../../src/formats/files/picture-header.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';

function codeOf(run: () => unknown): InputErrorCode | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('fileKind', () => {
  it('goes by the first bytes', () => {
    expect(fileKind(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('png');
    expect(fileKind(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg');
    expect(fileKind(text('P5\n2 2\n255\n'))).toBe('pgm');
    expect(fileKind(text('P2 2 2 255'))).toBe('pgm');
    expect(fileKind(text('\0\0\0\x18ftypisom'))).toBe('mp4');
    expect(fileKind(text('\0\0\0\x08wide'))).toBe('mp4');
    expect(fileKind(Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3))).toBe('webm');
    expect(fileKind(text('GIF89a'))).toBe('gif');
    expect(fileKind(text('P6 2 2 255'))).toBeNull();
    expect(fileKind(new Uint8Array(0))).toBeNull();
    // A picture of a phone is in the same container as a video.
    expect(fileKind(text('\0\0\0\x18ftypheic'))).toBeNull();
  });
});

describe('fileRefusal', () => {
  it.each([
    ['\0\0\0\x18ftypheic', /^scan is a HEIC picture, .*: save it as PNG or JPEG first\.$/],
    ['\0\0\0\x18ftypavif', /^scan is an AVIF picture/],
    ['RIFF\x01\x02\x03\x04AVI LIST', /^scan is an AVI video, .*: convert it to MP4 \(H\.264\) first/],
    ['RIFF\x01\x02\x03\x04WEBP', /^scan is a WebP picture/],
    ['%PDF-1.7', /^scan is a PDF document, .*: export the pictures/],
    ['Rar!\x1a\x07', /^scan is a RAR archive, .*: unpack it/],
  ])('%j', (head, sentence) => {
    expect(messageSentence(fileRefusal(text(head), 'scan')!)).toMatch(sentence);
  });

  it('names Windows Media and MPEG by their bytes, and nothing that it does not know', () => {
    const media = Uint8Array.of(0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11);
    expect(fileRefusal(media, 'a')).toEqual({ code: 'fileWindowsMedia', name: 'a' });
    expect(fileRefusal(Uint8Array.of(0, 0, 1, 0xba), 'b')).toEqual({ code: 'fileMpeg', name: 'b' });
    expect(fileRefusal(text('RIFF\x01\x02\x03\x04WAVE'), 'c')).toBeNull();
    expect(fileRefusal(new Uint8Array(0), 'd')).toBeNull();
  });
});

describe('limits', () => {
  it('hold at their edges', () => {
    expect(codeOf(() => fileSizeCheck(0))).toBe('file-empty');
    expect(codeOf(() => fileSizeCheck(1))).toBeNull();
    expect(codeOf(() => fileSizeCheck(MAX_FILE_BYTES))).toBeNull();
    expect(codeOf(() => fileSizeCheck(MAX_FILE_BYTES + 1))).toBe('file-too-large');
    expect(codeOf(() => pictureSizeCheck({ width: 0, height: 0 }))).toBe('picture-too-small');
    expect(codeOf(() => pictureSizeCheck({ width: 31, height: 500 }))).toBe('picture-too-small');
    expect(codeOf(() => pictureSizeCheck({ width: 32, height: 32 }))).toBeNull();
    expect(codeOf(() => pictureSizeCheck({ width: MAX_SIDE_PX, height: MAX_SIDE_PX }))).toBeNull();
    expect(codeOf(() => pictureSizeCheck({ width: MAX_SIDE_PX + 1, height: 40 }))).toBe('picture-too-large');
    expect(codeOf(() => pictureSizeCheck({ width: 20_000, height: 20_000 }))).toBe('picture-too-large');
  });
});

describe('pictureSizeRead', () => {
  /** SOI, APP0 of 4 bytes, a fill byte, SOF2 of 300 x 200 (height first). */
  const jpeg = Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff],
    ...[0xff, 0xc2, 0, 17, 8, 0, 200, 1, 44, 3, 0, 0, 0],
  );

  it('reads a JPEG past its other segments', () => {
    expect(pictureSizeRead('jpeg', jpeg)).toEqual({ width: 300, height: 200 });
  });

  it('says so when the header ends early, whatever its bytes', () => {
    expect(codeOf(() => pictureSizeRead('jpeg', jpeg.subarray(0, 12)))).toBe('file-damaged');
    expect(codeOf(() => pictureSizeRead('png', jpeg))).toBe('file-damaged');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom('png', 'jpeg'), (bytes, kind) => {
        expect(['file-damaged', null]).toContain(
          codeOf(() => pictureSizeRead(kind as 'png' | 'jpeg', bytes)),
        );
      }),
    );
  });
});

describe('greyFromColour', () => {
  it('weighs red, green and blue as Rec. 601 and leaves grey as it is', () => {
    expect([...greyFromColour(Uint8Array.of(255, 0, 0, 9, 0, 255, 0, 9, 0, 0, 255, 9), 4)]).toEqual([
      76, 150, 29,
    ]);
    expect([...greyFromColour(Uint8Array.of(0, 0, 0, 77, 77, 77, 255, 255, 255), 3)]).toEqual([0, 77, 255]);
  });
});
