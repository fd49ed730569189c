import { describe, expect, test } from 'vitest';
import { commandRun } from '../../../support/command-run.ts';

const items = (...args: readonly string[]) => commandRun('src/lab/items.ts', args);

describe('npm run items', () => {
  test('draws items and says how many tries they took and what they are like', async () => {
    const ended = await items(
      '--skill',
      'b_line.find',
      '--level',
      'easy',
      '--normal',
      '--seeds',
      '2',
      '--json',
    );
    expect(ended.code).toBe(0);
    const figures = JSON.parse(ended.out);
    expect(figures).toMatchObject({ skill: 'b_line.find', level: 'easy', normal: true, seeds: 2, drawn: 2 });
    expect(figures.triesP95).toBeGreaterThanOrEqual(figures.triesMedian);
    expect(figures.ranges.contrastDb).toEqual([0, 0]);
    expect(figures.clean).toBe(2);
  });

  test('measures the terciles of every finding', async () => {
    const ended = await items('--levels', '--seeds', '1', '--json');
    expect(ended.code).toBe(0);
    const found: { finding: string; images: number; contrastDb: [number, number] }[] = JSON.parse(ended.out);
    expect(found).toHaveLength(7);
    const rib = found[0]!;
    expect(rib).toMatchObject({ finding: 'rib', images: 10 });
    expect(rib.contrastDb[0]).toBeLessThanOrEqual(rib.contrastDb[1]);
  });

  test('wrong calls are one sentence', async () => {
    const calls = [
      [[], '--skill'],
      [['--skill', 'lung_sliding'], 'must be one of'],
      [['--skill', 'rib.find', '--normal'], 'leave --normal out'],
      [['--skill', 'rib.find', '--seeds', '0'], 'from 1 to'],
    ] as const;
    for (const [args, sentence] of calls) {
      const ended = await items(...args);
      expect(ended.err, args.join(' ')).toContain(sentence);
      expect(ended.code, args.join(' ')).toBe(2);
    }
  });
});
