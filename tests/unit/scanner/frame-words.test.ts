import { expect, test } from 'vitest';
import type { Frame } from '../../../src/domain/frame/frame.ts';
import { frameInside, frameWords } from '../../../src/scanner/frame-words.ts';

test('grey levels become opaque words, and what lies outside the sector is black', () => {
  const frame: Frame = {
    width: 4,
    height: 2,
    grey: Uint8Array.from([10, 20, 30, 40, 50, 60, 70, 80]),
    sector: { kind: 'linear', mmPerPx: 1, originPx: { x: 2, y: 0 }, widthMm: 2, depthMm: 1 },
    timeMs: 0,
  };
  const words = new Uint32Array(8);
  frameWords(frame, frameInside(frame), words);
  const black = 0xff000000;
  expect([...words]).toEqual([black, 0xff141414, 0xff1e1e1e, black, black, black, black, black]);
});
