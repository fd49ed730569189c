import { expect, test } from 'vitest';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { simulatedMark } from '../../../../src/pages/studio/simulated-learners.ts';
import type { Services } from '../../../../src/parts/services.ts';
import { keyedClipMake } from '../../../support/keyed-clip.ts';

test('who draws the key scores all of it, who draws beside it less, who draws nothing nothing', async () => {
  const { scenario, sector, index } = keyedClipMake(3, 1);
  const record = { width: 320, height: 320, sector, timesMs: [0, 40, 80] };
  const services = {
    records: async () => ({ clipRead: async () => ({ record }) }),
    phantomSource: () => Promise.reject(new Error('The image is a clip.')),
  } as unknown as Pick<Services, 'records' | 'phantomSource'>;
  const told = await simulatedMark(scenarioParse(scenario, 'keyed.yaml'), services);
  expect(told.map(({ image }) => image)).toEqual([index]);
  const { perfect, noisy, empty } = told[0]!.scores;
  expect(perfect).toBeGreaterThanOrEqual(99);
  expect(noisy).toBeLessThan(perfect! - 10);
  expect(empty).toBe(0);
});
