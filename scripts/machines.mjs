// Draws a chart of every machine to docs/machines/, from the machines themselves.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineCharts } from './lib/machine-charts.ts';
import { ROOT } from './lib/root.mjs';

const folder = join(ROOT, 'docs', 'machines');
mkdirSync(folder, { recursive: true });
for (const [name, svg] of Object.entries(await machineCharts())) {
  const file = join(folder, `${name}.svg`);
  writeFileSync(file, svg);
  console.log(file);
}
