import { describe, expect, it } from 'vitest';
import type { Sector } from '../../../src/domain/geometry/sector.ts';
import {
  depthScaleOver,
  depthScaleShared,
  mModeSpan,
  rulerTicks,
  stripWithin,
} from '../../../src/sector/m-mode-scale.ts';

/** A box of 200 x 400 pixels at half a millimetre each, whose face lies at row 50. */
const IMAGE: Sector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 150, y: 50 },
  widthMm: 100,
  depthMm: 200,
};

describe('the depths of a strip', () => {
  it('are those of the image beside it, on either side', () => {
    const shared = { zeroPx: 50, mmPerPx: 0.5 };
    expect(depthScaleShared({ left: 300, top: 60, width: 300, height: 390 }, IMAGE)).toEqual(shared);
    expect(depthScaleShared({ left: 0, top: 60, width: 40, height: 390 }, IMAGE)).toEqual(shared);
    // A fifth of its rows may lie beyond those of the image, 50 to 450.
    expect(depthScaleShared({ left: 300, top: 130, width: 300, height: 400 }, IMAGE)).toEqual(shared);
    expect(depthScaleShared({ left: 300, top: 131, width: 300, height: 400 }, IMAGE)).toBeNull();
  });

  it('are unknown above and below the image', () => {
    expect(depthScaleShared({ left: 50, top: 460, width: 300, height: 100 }, IMAGE)).toBeNull();
    expect(depthScaleShared({ left: 50, top: 60, width: 300, height: 100 }, IMAGE)).toBeNull();
  });

  it('count from its top where its whole depth is said', () => {
    expect(depthScaleOver({ left: 300, top: 60, width: 300, height: 400 }, 160)).toEqual({
      zeroPx: 60,
      mmPerPx: 0.4,
    });
  });
});

describe('what lies between two points', () => {
  const [a, b] = [
    { x: 310, y: 200 },
    { x: 360, y: 180 },
  ];

  it('is the same both ways', () => {
    // 20 rows of half a millimetre; 50 columns of a hundredth of a second.
    expect(mModeSpan(a, b, 0.5, 0.01)).toEqual({ depthMm: 10, timeS: 0.5 });
    expect(mModeSpan(b, a, 0.5, 0.01)).toEqual({ depthMm: 10, timeS: 0.5 });
  });

  it('has no time while none is said', () => {
    expect(mModeSpan(a, b, 0.5, null)).toEqual({ depthMm: 10, timeS: null });
  });
});

describe('a strip shown by hand', () => {
  const picture = { width: 640, height: 480 };

  it('is in whole pixels', () => {
    expect(stripWithin({ left: 10.4, top: 20.6, width: 100, height: 50 }, picture)).toEqual({
      left: 10,
      top: 21,
      width: 100,
      height: 50,
    });
    expect(stripWithin({ left: 0, top: 0, ...picture }, picture)).toEqual({ left: 0, top: 0, ...picture });
  });

  it.each([
    ['beyond the right border', { left: 600, top: 0, width: 41, height: 50 }],
    ['above the picture', { left: 0, top: -1, width: 41, height: 50 }],
    ['too thin', { left: 0, top: 0, width: 15, height: 50 }],
    ['half typed', { left: 0, top: Number.NaN, width: 100, height: 50 }],
  ])('is none: %s', (_, strip) => {
    expect(stripWithin(strip, picture)).toBeNull();
  });
});

describe('the ticks of a ruler', () => {
  it.each([
    [0, 4, 6, [0, 1, 2, 3, 4]],
    [0, 0.3, 6, [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]],
    [0, 3, 2, [0, 2]],
    [23, 128, 8, [40, 60, 80, 100, 120]],
    [0, 60, 6, [0, 10, 20, 30, 40, 50, 60]],
  ])('from %s to %s in at most %s steps', (from, to, most, ticks) => {
    expect(rulerTicks(from, to, most)).toEqual(ticks);
  });

  it('are none of nothing', () => {
    expect(rulerTicks(3, 3, 6)).toEqual([]);
    expect(rulerTicks(0, Number.NaN, 6)).toEqual([]);
  });
});
