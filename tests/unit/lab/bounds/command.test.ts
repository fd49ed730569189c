import { describe, expect, test } from 'vitest';
import { commandRun } from '../../../support/command-run.ts';

const bounds = (...args: readonly string[]) => commandRun('src/lab/bounds.ts', args);

describe('npm run evaluate:bounds', () => {
  test('measures every reader: who knows the truth beats the network, and speckle moves it little', async () => {
    const ended = await bounds('--exams', '2', '--realisations', '2', '--json');
    expect(ended.code).toBe(0);
    const { readers, ...figures } = JSON.parse(ended.out);
    expect(figures).toMatchObject({ set: 'v2', realisations: 2 });
    expect(readers.network.frames).toBe(4);
    expect(readers.one_image.frames).toBe(8);
    expect(readers.itself.frames).toBe(4);
    expect(readers.mean_images.frames).toBe(4);
    expect(readers.learnt.frames).toBe(6);
    for (const name of ['raster', 'contrast_plus_1', 'contrast_minus_1', 'edges_in', 'edges_out', 'deeper']) {
      expect(readers[name].dice.rib, name).toBeGreaterThan(readers.network.dice.rib);
      expect(readers[name].dice.rib, name).toBeLessThan(1);
    }
    expect(readers.presence_mended.grade.mae).toBeLessThan(readers.all_scored.grade.mae);
    // Who asks for less before a finding is named finds no less of it.
    const ribs = ['network', 'bolder_4', 'bolder_16', 'bolder_64'].map((name) => readers[name].found.rib);
    expect(ribs).toEqual(ribs.toSorted((a, b) => a - b));
    expect(ribs[3]).toBeGreaterThan(ribs[0]);
    const found = figures.classes.rib.by_margin.map(({ findings }: { findings: number }) => findings);
    expect(found.reduce((sum: number, count: number) => sum + count)).toBeGreaterThan(2);
  });

  test('wrong calls are one sentence', async () => {
    const calls = [
      [['--realisations', '1'], 'from 2 to 64'],
      [['--exams', '0'], 'from 1 to 500'],
      [['--models', '/nowhere'], '/nowhere'],
    ] as const;
    for (const [args, sentence] of calls) {
      const ended = await bounds(...args);
      expect(ended.err, args.join(' ')).toContain(sentence);
      expect(ended.code, args.join(' ')).toBe(2);
    }
  });
});
