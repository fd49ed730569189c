import { describe, expect, test } from 'vitest';
import { PATIENT_BOUNDS } from '../../../../src/domain/learning/patient-levels.ts';
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
    expect(figures.ranges['contrast, dB']).toEqual([0, 0]);
    expect(figures.clean).toBe(2);
  });

  test('draws patients, too', async () => {
    const ended = await items('--skill', 'lung_point', '--level', 'hard', '--seeds', '2', '--json');
    expect(ended.code).toBe(0);
    const figures = JSON.parse(ended.out);
    expect(figures).toMatchObject({ skill: 'lung_point', level: 'hard', drawn: 2 });
    expect(figures.ranges['motion of the edge, mm'][0]).toBeGreaterThanOrEqual(4);
  });

  test('measures the terciles of every finding, and of whatever patients show', async () => {
    const ended = await items('--levels', '--seeds', '1', '--patients', '2', '--json');
    expect(ended.code).toBe(0);
    const { exams: found, patients } = JSON.parse(ended.out) as {
      exams: { finding: string; images: number; contrastDb: [number, number] }[];
      patients: { sight: string; patients: number; drawn: number; terciles: Record<string, number[]> }[];
    };
    expect(patients.map(({ sight }) => sight)).toEqual(Object.keys(PATIENT_BOUNDS));
    for (const { sight, patients: count, drawn, terciles } of patients) {
      expect(count, sight).toBe(2);
      expect(drawn, sight).toBeGreaterThanOrEqual(2);
      expect(Object.keys(terciles)).toEqual(
        Object.keys(PATIENT_BOUNDS[sight as keyof typeof PATIENT_BOUNDS]),
      );
      for (const [low, high] of Object.values(terciles)) expect(low).toBeLessThanOrEqual(high!);
    }
    expect(found).toHaveLength(7);
    const rib = found[0]!;
    expect(rib).toMatchObject({ finding: 'rib', images: 10 });
    expect(rib.contrastDb[0]).toBeLessThanOrEqual(rib.contrastDb[1]);
  });

  test('wrong calls are one sentence', async () => {
    const calls = [
      [[], '--skill'],
      [['--skill', 'lung_slides'], 'must be one of'],
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
