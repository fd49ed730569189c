import { describe, expect, it } from 'vitest';
import { litMask } from '../../../src/sector/lit-mask.ts';
import { type StreakDirection, type StreakField, streakField } from '../../../src/sector/streak-field.ts';
import { streakVote } from '../../../src/sector/streak-vote.ts';

const WIDTH = 320;
const HEIGHT = 240;

/** Streaks every 16 pixels at a tilt from straight down that depends on the place. */
function fieldOf(tilt: (x: number, y: number) => number): StreakField {
  const streaks: StreakDirection[] = [];
  for (let y = 8; y < HEIGHT; y += 16) {
    for (let x = 8; x < WIDTH; x += 16) {
      streaks.push({ x, y, sin: Math.sin(tilt(x, y)), cos: Math.cos(tilt(x, y)), weight: 0.5 });
    }
  }
  return { streaks, weight: streaks.length / 2 };
}

/** Stripes 8 pixels apart that face along the given tilt everywhere. */
function stripes(tilt: number): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const along = (at % WIDTH) * Math.sin(tilt) + Math.floor(at / WIDTH) * Math.cos(tilt);
    return Math.round(140 + 80 * Math.sin((2 * Math.PI * along) / 8));
  });
}

describe('streakField', () => {
  it.each([-0.6, -0.2, 0, 0.35])('measures the tilt of stripes, %f', (tilt) => {
    const grey = stripes(tilt);
    const { streaks } = streakField([grey], WIDTH, HEIGHT, litMask([grey], WIDTH, HEIGHT));
    expect(streaks.length).toBeGreaterThan(200);
    for (const { sin, cos, weight } of streaks) {
      expect(Math.abs(Math.atan2(sin, cos) - tilt)).toBeLessThan(0.02);
      expect(weight).toBeGreaterThan(0.8);
    }
  });

  it('finds none in a flat image, and leaves out walls that run along the scan lines', () => {
    const flat = new Uint8Array(WIDTH * HEIGHT).fill(90);
    expect(streakField([flat], WIDTH, HEIGHT, litMask([flat], WIDTH, HEIGHT)).streaks).toEqual([]);
    const walls = stripes(Math.PI / 2);
    expect(streakField([walls], WIDTH, HEIGHT, litMask([walls], WIDTH, HEIGHT)).streaks).toEqual([]);
  });
});

describe('streakVote', () => {
  // Streaks of recorded and simulated images lean 0.82 of what the scan lines do about the middle row.
  const leaning = (apexX: number, apexY: number) => (x: number, y: number) =>
    Math.atan2(x - apexX, y - HEIGHT / 2 + (HEIGHT / 2 - apexY) / 0.82);

  it.each([
    [160, -120],
    [200, -60],
    [290, -160],
  ])('finds the apex (%d, %d) from streaks alone', (x, y) => {
    const vote = streakVote(fieldOf(leaning(x, y)), WIDTH, HEIGHT);
    expect(Math.abs(vote.apex.x - x)).toBeLessThan(0.04 * WIDTH);
    expect(Math.abs(vote.apex.y - y)).toBeLessThan(0.08 * HEIGHT);
    expect(vote.convex(x, y)).toBeGreaterThan(0.99);
    expect(vote.convex(x, y) - vote.linear).toBeGreaterThan(0.3);
    expect(vote.strength).toBeGreaterThan(0.9);
  });

  it('prefers parallel scan lines for level streaks', () => {
    const vote = streakVote(
      fieldOf(() => 0),
      WIDTH,
      HEIGHT,
    );
    expect(vote.linear).toBeCloseTo(1, 6);
    expect(vote.convex(160, -120)).toBeLessThan(0.7);
    expect(vote.convex(vote.apex.x, vote.apex.y)).toBeLessThan(0.95);
  });

  it('counts streaks that bend the wrong way for parallel scan lines: no probe makes such a fan', () => {
    const upsideDown = fieldOf((x, y) => Math.atan2(x - 160, y - 400));
    const vote = streakVote(
      { ...upsideDown, streaks: upsideDown.streaks.map((s) => ({ ...s, sin: -s.sin, cos: -s.cos })) },
      WIDTH,
      HEIGHT,
    );
    expect(vote.linear).toBeGreaterThan(0.9);
    expect(vote.convex(vote.apex.x, vote.apex.y)).toBeLessThan(0.6);
  });

  it('has no strength without streaks', () => {
    expect(streakVote({ streaks: [], weight: 0 }, WIDTH, HEIGHT).strength).toBe(0);
  });
});
