import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { greyPng } from '../../../../src/formats/png/grey-png.ts';

test('another library reads every pixel back, and every checksum fits', () => {
  fc.assert(
    fc.property(
      fc
        .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
        .chain(([width, height]) =>
          fc.tuple(
            fc.constant(width),
            fc.constant(height),
            fc.uint8Array({ minLength: width * height, maxLength: width * height }),
          ),
        ),
      ([width, height, pixels]) => {
        const png = greyPng(width, height, pixels, (bytes) => deflateSync(bytes));
        const read = decode(png, { checkCrc: true });
        expect([read.width, read.height, read.channels, read.depth]).toEqual([width, height, 1, 8]);
        expect([...read.data]).toEqual([...pixels]);
      },
    ),
    { numRuns: 50 },
  );
});
