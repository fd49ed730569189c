import { describe, expect, it } from 'vitest';
import {
  CALIPER_NONE,
  caliperDrag,
  caliperPlace,
  caliperPress,
  caliperRelease,
} from '../../../../src/parts/m-mode/strip-caliper.ts';
import { secondsPerPx, typedNumber } from '../../../../src/parts/m-mode/strip-time.ts';

const A = { x: 100, y: 50 };
const B = { x: 200, y: 80 };
const C = { x: 300, y: 90 };
const REACH = 10;

describe('the caliper of a strip', () => {
  it('is drawn in one drag, and its ends are moved', () => {
    const drawn = caliperRelease(caliperDrag(caliperPress(CALIPER_NONE, A, REACH), B));
    expect(drawn).toEqual({ ends: [A, B], held: null });
    const moved = caliperDrag(caliperPress(drawn, { x: 103, y: 46 }, REACH), C);
    expect(moved).toEqual({ ends: [C, B], held: 0 });
    expect(caliperRelease(moved)).toEqual({ ends: [C, B], held: null });
  });

  it('is set by two presses as well; a third elsewhere begins anew', () => {
    const first = caliperRelease(caliperPress(CALIPER_NONE, A, REACH));
    expect(first).toEqual({ ends: [A], held: null });
    const second = caliperRelease(caliperPress(first, B, REACH));
    expect(second.ends).toEqual([A, B]);
    expect(caliperRelease(caliperPress(second, C, REACH)).ends).toEqual([C]);
  });

  it('is set without a pointer', () => {
    const both = caliperPlace(caliperPlace(CALIPER_NONE, A), B);
    expect(both).toEqual({ ends: [A, B], held: null });
    expect(caliperPlace(both, C).ends).toEqual([C]);
  });

  it('follows no pointer that holds no end', () => {
    expect(caliperDrag({ ends: [A, B], held: null }, C).ends).toEqual([A, B]);
  });
});

describe('the time of a strip', () => {
  it('is said of its whole width or of one pixel', () => {
    expect(secondsPerPx('width', '4', 500)).toBe(0.008);
    expect(secondsPerPx('pixel', '8', 500)).toBe(0.008);
  });

  it.each(['', ' ', 'x', '0', '-4', '61', 'Infinity'])('is unknown: %j', (text) => {
    expect(secondsPerPx('width', text, 500)).toBeNull();
  });

  it('may be what either limit says', () => {
    expect(typedNumber('0.2', { least: 0.2, most: 60 })).toBe(0.2);
    expect(typedNumber('60', { least: 0.2, most: 60 })).toBe(60);
  });
});
