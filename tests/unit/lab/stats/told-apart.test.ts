import { describe, expect, test } from 'vitest';
import { randomBell, randomCreate } from '../../../../src/domain/numbers/random.ts';
import { type MeasuredClip, toldApart } from '../../../../src/lab/stats/told-apart.ts';

const random = randomCreate(5, 1);

/** Clips, three of each patient, whose facts vary alike but for the mean grey, which is so far off. */
function clipsMake(count: number, greyOff: number, name: string): readonly MeasuredClip[] {
  return Array.from({ length: count }, (_, at) => ({
    cluster: `${name} ${Math.floor(at / 3)}`,
    measures: {
      grey_mean: 30 + greyOff + 5 * randomBell(random),
      block_snr: 5 + randomBell(random),
      // What cannot be measured of a clip says nothing about it.
      speckle_axial: at % 2 === 0 ? Number.NaN : 2.5 + 0.2 * randomBell(random),
    },
  }));
}

describe('recorded clips are told from simulated ones', () => {
  test('not at all where they are alike', () => {
    const { area, recorded, simulated } = toldApart(clipsMake(90, 0, 'r'), clipsMake(90, 0, 's'));
    expect(area).toBeGreaterThan(0.3);
    expect(area).toBeLessThan(0.65);
    expect([recorded, simulated]).toEqual([90, 90]);
  });

  test('by what differs, and says by what and which way', () => {
    const { area, leans } = toldApart(clipsMake(90, -15, 'r'), clipsMake(90, 0, 's'));
    expect(area).toBeGreaterThan(0.95);
    expect(leans[0]!.id).toBe('grey_mean');
    expect(leans[0]!.weight).toBeLessThan(-0.5);
  });

  test('by no patient’s own looks: what is each patient’s tells nothing of another', () => {
    // Patients differ widely from one another, and no way from exams.
    const own = (name: string): readonly MeasuredClip[] =>
      Array.from({ length: 60 }, (_, at) => ({
        cluster: `${name} ${Math.floor(at / 6)}`,
        measures: { grey_mean: ((Math.floor(at / 6) * 37) % 10) * 10 + (name === 'r' ? 2 : 0) },
      }));
    expect(toldApart(own('r'), own('s')).area).toBeLessThan(0.65);
  });
});
