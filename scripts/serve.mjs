// Serves the built game: node scripts/serve.mjs [--port N] [--plain]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './lib/root.mjs';
import { serveOptionsRead } from './lib/serve-options.mjs';
import { folderServe } from './lib/server.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, plain: { type: 'boolean', default: false } },
});
const folder = join(ROOT, 'dist');
if (!existsSync(join(folder, 'index.html'))) {
  console.error('There is no built game in dist/: run "npm run build" first.');
  process.exit(1);
}
const { address } = await folderServe({
  folder,
  ...serveOptionsRead({ ...process.env, ...(values.port === undefined ? {} : { PORT: values.port }) }),
  portsTried: 1,
  isPlain: values.plain,
});
console.log(address);
