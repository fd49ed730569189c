// How long the results of a class take to open, on the built game:
//   npm run bench:class -- [--learners 100] [--items 200] [--game dist]      (ms; prints JSON)
// `openMs` is from the choice of the files to both tables on the screen, by the clock; `workMs` is what of it the page's own thread had of
// a processor, which is what it takes where nothing else runs; `longestWorkMs` is the most that one task of the page's own
// thread had of a processor, whatever else runs here; `longestTaskMs` the longest by the clock, of which `load` tells.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { resultsFileWrite } from '../src/domain/class-results/results-file.ts';
import { classMake } from '../tests/support/class-make.ts';
import { CHROMIUM_ARGS, chromiumFind } from './lib/chromium.mjs';
import { ROOT } from './lib/root.mjs';
import { folderServe } from './lib/server.mjs';
import { TASK_CATEGORIES, traceTasks } from './lib/trace-tasks.mjs';

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '100' },
    items: { type: 'string', default: '200' },
    game: { type: 'string', default: join(ROOT, 'dist') },
  },
});
const [learners, items] = [Number(values.learners), Number(values.items)];
const folder = mkdtempSync(join(tmpdir(), 'batsign-class-'));
const paths = classMake(learners, items).map((file, i) => {
  const path = join(folder, `${i}.json`);
  writeFileSync(path, resultsFileWrite(file));
  return path;
});
const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);

/** Runs in the page from its beginning. */
function pageWatch() {
  const seen = { longestTaskMs: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
  }).observe({ type: 'longtask' });
  Object.assign(window, { seen });
}

const host = await folderServe({ folder: resolve(values.game), port: 0 });
const executablePath = chromiumFind();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath === null ? {} : { executablePath }),
});
try {
  const page = await browser.newPage({ baseURL: host.address });
  await page.addInitScript(pageWatch);
  await page.goto('/#/class', { timeout: 120_000 });
  await page.getByLabel('Results files of a class').waitFor({ state: 'attached', timeout: 120_000 });
  await page.evaluate(() => Object.assign(/** @type {any} */ (window).seen, { longestTaskMs: 0 }));
  await browser.startTracing(page, { categories: TASK_CATEGORIES });
  // The clock of the page, from when it has the files: handing them over is the work of this command.
  await page.evaluate(() => {
    addEventListener('change', () => Object.assign(window, { fromMs: performance.now() }), {
      once: true,
      capture: true,
    });
  });
  await page.getByLabel('Results files of a class').setInputFiles(paths);
  const openMs = await page.waitForFunction(
    ([rows, lines]) => {
      const count = (/** @type {string} */ name) =>
        document.querySelectorAll(`[data-testid=${name}] tbody tr`).length;
      if (count('learners') !== rows || count('items') !== lines) return null;
      return performance.now() - /** @type {any} */ (window).fromMs;
    },
    /** @type {const} */ ([learners, items]),
    { timeout: 120_000, polling: 'raf' },
  );
  const opened = Math.round(Number(await openMs.jsonValue()));
  const seen = await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done, 100));
    return /** @type {any} */ (window).seen;
  });
  const tasks = traceTasks(await browser.stopTracing());
  const found = {
    ...{ learners, items, megabytes: Number((bytes / 1e6).toFixed(1)), openMs: opened },
    workMs: Math.round(tasks.reduce((sum, { workMs }) => sum + workMs, 0)),
    longestWorkMs: Math.round(Math.max(...tasks.map(({ workMs }) => workMs))),
    longestTaskMs: Math.round(seen.longestTaskMs),
    load: Number(loadavg()[0]?.toFixed(1)),
  };
  console.log(JSON.stringify({ cores: availableParallelism(), ...found }, null, 2));
} finally {
  await browser.close();
  await host.close();
  rmSync(folder, { recursive: true });
}
