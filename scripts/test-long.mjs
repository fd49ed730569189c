// The properties of `npm test` that are tried on random cases, each on many more of them (`npm run test:long`).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/root.mjs';
import { nodeRun, toolPath } from './lib/tools.mjs';

const env = { BATSIGN_LONG: 'yes' };

/**
 * Tests of one kind of which some cases are drawn.
 * @param {string} kind
 */
function filesDrawing(kind) {
  const folder = join('tests', kind);
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .map((file) => join(folder, file))
    .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('/support/repetitions.ts'));
}

/** @param {string} project */
const vitest = (project) =>
  nodeRun(toolPath('vitest'), ['run', '--project', project, ...filesDrawing(project)], env);

const unit = await vitest('unit');
const browser = await vitest('browser');
const e2e = await nodeRun(toolPath('@playwright/test', 'playwright'), ['test', ...filesDrawing('e2e')], env);
process.exitCode = unit || browser || e2e;
