import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { machineCharts } from '../../../scripts/lib/machine-charts.ts';
import { ROOT } from '../../../scripts/lib/root.mjs';

const FOLDER = join(ROOT, 'docs', 'machines');

test('the charts in docs/machines are those of the machines; npm run machines draws them anew', async () => {
  const drawn = await machineCharts();
  const kept = readdirSync(FOLDER).map((file) => [
    file.replace('.svg', ''),
    readFileSync(join(FOLDER, file), 'utf8'),
  ]);
  expect(Object.fromEntries(kept)).toEqual(drawn);
});
