// The properties of `npm test` that are tried on random cases, each on many more of them (`npm run test:long`).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/root.mjs';
import { nodeRun, toolPath } from './lib/tools.mjs';

const FOLDER = join('tests', 'unit');
const files = readdirSync(join(ROOT, FOLDER), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => join(FOLDER, file))
  .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('/support/repetitions.ts'));

const env = { BATSIGN_LONG: 'yes' };
const unit = await nodeRun(toolPath('vitest'), ['run', '--project', 'unit', ...files], env);
const e2e = await nodeRun(toolPath('@playwright/test', 'playwright'), ['test', 'kills'], env);
process.exitCode = unit || e2e;
