import { join } from 'node:path';
import { isStale } from './freshness.mjs';
import { ROOT } from './root.mjs';
import { nodeRun, toolPath } from './tools.mjs';

/** What the built game is made of. */
const SOURCES = [
  'assets',
  'index.html',
  'models',
  'package-lock.json',
  'public',
  'scenarios',
  'scripts/lib',
  'src',
  'tsconfig.base.json',
  'vite.config.ts',
];

/**
 * Builds the game where what is in dist/ is older than its sources.
 * @throws Error where the build fails
 */
export async function gameEnsure() {
  const isOld = isStale(
    join(ROOT, 'dist', 'index.html'),
    SOURCES.map((source) => join(ROOT, source)),
  );
  if (!isOld) return;
  console.log('Building ...');
  const code = await nodeRun(toolPath('vite'), ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`The build failed with exit code ${code}; its messages above say why.`);
}
