import { describe, expect, it } from 'vitest';
import { isLookedInto, packetLook } from '../../../../src/adapters/clip/packet-look.ts';

/** Bits in a string of 0 and 1, spaces left out, filled with zeros. */
function bytesOf(bits: string): readonly number[] {
  const plain = bits.replaceAll(' ', '');
  return Array.from({ length: Math.ceil(plain.length / 8) }, (_, i) =>
    Number.parseInt(plain.slice(8 * i, 8 * i + 8).padEnd(8, '0'), 2),
  );
}

const look = (codec: 'vp8' | 'vp9', ...bytes: readonly number[]) => packetLook(codec, Uint8Array.from(bytes));

describe('VP8', () => {
  it('shows its picture where bit 4 of the first byte is set', () => {
    expect(look('vp8', 0x11, 0, 0)).toEqual({ isShown: true, size: null });
    expect(look('vp8', 0x01, 0, 0)).toEqual({ isShown: false, size: null });
  });

  it('states the size of key pictures, without the two bits of scaling', () => {
    const head = [0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0xc1, 0xf0, 0x40];
    expect(look('vp8', ...head)).toEqual({ isShown: true, size: { width: 320, height: 240 } });
    expect(look('vp8', ...head.slice(0, 9)).size).toBeNull();
  });
});

describe('VP9', () => {
  const SYNC = '010010011000001101000010';
  const size = (value: number): string => (value - 1).toString(2).padStart(16, '0');
  const SHOWN = bytesOf('10 0 0 0 1 1 0');
  const HIDDEN = bytesOf('10 0 0 0 1 0 0');

  it('shows its picture by the bit behind the kind of frame, or an earlier one again', () => {
    expect(look('vp9', ...SHOWN)).toEqual({ isShown: true, size: null });
    expect(look('vp9', ...HIDDEN)).toEqual({ isShown: false, size: null });
    expect(look('vp9', ...bytesOf('10 0 0 1 000'))).toEqual({ isShown: true, size: null });
    // Profile 3 keeps a bit free.
    expect(look('vp9', ...bytesOf('10 1 1 0 0 1 0 0')).isShown).toBe(false);
  });

  it.each([
    ['profile 0', `10 0 0 0 0 1 0 ${SYNC} 010 0`],
    ['profile 1, with its sampling', `10 1 0 0 0 1 0 ${SYNC} 010 0 000`],
    ['profile 1 in RGB', `10 1 0 0 0 1 0 ${SYNC} 111 0`],
    ['profile 2, with its depth', `10 0 1 0 0 1 0 ${SYNC} 0 010 0`],
  ])('states the size of key pictures: %s', (_, head) => {
    expect(look('vp9', ...bytesOf(`${head} ${size(320)} ${size(256)}`))).toEqual({
      isShown: true,
      size: { width: 320, height: 256 },
    });
  });

  it('shows one of the frames that a superframe holds, or none', () => {
    // Two frames of one byte each, then an index with sizes of one byte.
    const superframe = (...frames: readonly number[]) => look('vp9', ...frames, 0xc1, 1, 1, 0xc1);
    expect(superframe(HIDDEN[0]!, SHOWN[0]!).isShown).toBe(true);
    expect(superframe(HIDDEN[0]!, HIDDEN[0]!).isShown).toBe(false);
  });
});

it('an empty packet shows nothing, a broken one is left to the decoder, and other codecs are not looked into', () => {
  expect(look('vp8')).toEqual({ isShown: false, size: null });
  expect(look('vp9')).toEqual({ isShown: false, size: null });
  expect(look('vp9', 0x00)).toEqual({ isShown: true, size: null });
  expect(['vp8', 'vp9', 'avc', 'av1', null].filter(isLookedInto)).toEqual(['vp8', 'vp9']);
});
