import { describe, expect, it } from 'vitest';
import * as portable from '../../../../src/domain/numbers/portable-math.ts';

describe('portable mathematics', () => {
  it('agrees with the engine to nine digits', () => {
    for (let i = -400; i <= 400; i++) {
      const x = i * 0.173;
      expect(portable.sin(x)).toBeCloseTo(Math.sin(x), 9);
      expect(portable.cos(x)).toBeCloseTo(Math.cos(x), 9);
      expect(portable.exp2(x) / 2 ** x).toBeCloseTo(1, 9);
      expect(portable.exp(x / 2) / Math.exp(x / 2)).toBeCloseTo(1, 9);
      expect(portable.log2(2 ** x)).toBeCloseTo(x, 9);
      expect(portable.atan2(x, 3.1)).toBeCloseTo(Math.atan2(x, 3.1), 9);
      expect(portable.atan2(-2, x)).toBeCloseTo(Math.atan2(-2, x), 9);
    }
  });

  it('converts decibels', () => {
    expect(portable.amplitudeFromDb(20)).toBeCloseTo(10, 8);
    expect(portable.powerFromDb(-30)).toBeCloseTo(0.001, 10);
    expect(portable.dbFromPower(1000)).toBeCloseTo(30, 8);
    expect(portable.pow(2.5, 3)).toBeCloseTo(15.625, 7);
  });
});
