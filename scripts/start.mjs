// From a fresh clone to the running game (`npm start`): installs, builds and serves what is not there yet.
// Nothing here may import a package, since none need be installed when this file is read; the server does.
import { join } from 'node:path';
import { isStale } from './lib/freshness.mjs';
import { dependenciesEnsure, nodeVersionRequire } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { serveOptionsRead } from './lib/serve-options.mjs';
import { nodeRun, toolPath } from './lib/tools.mjs';

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

async function gameStart() {
  nodeVersionRequire();
  const options = serveOptionsRead(process.env);
  await dependenciesEnsure();
  const isOld = isStale(
    join(ROOT, 'dist', 'index.html'),
    SOURCES.map((source) => join(ROOT, source)),
  );
  if (isOld) {
    console.log('Building ...');
    const code = await nodeRun(toolPath('vite'), ['build', '--logLevel', 'warn']);
    if (code !== 0) throw new Error(`The build failed with exit code ${code}; its messages above say why.`);
  }
  const { folderServe } = await import('./lib/server.mjs');
  const { address, port } = await folderServe({ folder: join(ROOT, 'dist'), ...options });
  if (port !== options.port && options.port !== 0) console.log(`Port ${options.port} is taken.`);
  console.log(`Batsign runs at ${address} (Ctrl+C ends it)`);
}

try {
  await gameStart();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
