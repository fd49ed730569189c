// From a fresh clone to the running game (`npm start`): installs, builds and serves what is not there yet.
// Nothing here may import a package, since none need be installed when this file is read; the server does.
import { join } from 'node:path';
import { gameEnsure } from './lib/game-ensure.mjs';
import { dependenciesEnsure, nodeVersionRequire } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { serveOptionsRead } from './lib/serve-options.mjs';

async function gameStart() {
  nodeVersionRequire();
  const options = serveOptionsRead(process.env);
  await dependenciesEnsure();
  await gameEnsure();
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
