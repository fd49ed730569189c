// What rounds cost a page that is never loaded anew, on the built game:
//   npm run bench:rounds -- [--rounds 40] [--right 0.8] [--webgl] [--json FILE] [--game dist]
// Rounds of eight images are played by the pointer and the keyboard, so many of the answers right. After each, when all
// that nobody holds is given back: memory, tensors, textures, nodes and workers. Of each task of the page's own thread:
// for how long it had a processor (`workMs`, whatever else runs here) and how long it took by the clock (`tookMs`).
// A task is one of choosing, of the key, of grading or of explaining where it does that work (`workTimed`), and one of
// saving where it writes to the database.
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { roundShown, roundStep } from '../tests/e2e/support/round.ts';
import { CHROMIUM_ARGS, chromiumFind } from './lib/chromium.mjs';
import { ROOT } from './lib/root.mjs';
import { folderServe } from './lib/server.mjs';
import { TASK_CATEGORIES, traceTasks } from './lib/trace-tasks.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} CDPSession */
/** @typedef {import('./lib/trace-tasks.mjs').Task} Task */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    right: { type: 'string', default: '0.8' },
    webgl: { type: 'boolean', default: false },
    json: { type: 'string' },
    game: { type: 'string', default: join(ROOT, 'dist') },
  },
});
const rounds = Number(values.rounds);
const rightShare = Number(values.right);
/** So many rounds are played before memory is held against: until then the game and the browser still fill what they keep. */
const WARM = 20;
/** Of a task of the page, ms. */
const LONG_MS = 50;
const SAVING = 'bench.save';

/** Runs in the page before everything else. */
function pageWatch() {
  const textures = { count: 0 };
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const { createTexture, deleteTexture } = kind.prototype;
    kind.prototype.createTexture = function () {
      textures.count += 1;
      return createTexture.call(this);
    };
    /** @param {WebGLTexture | null} texture */
    kind.prototype.deleteTexture = function (texture) {
      if (texture !== null && this.isTexture(texture)) textures.count -= 1;
      return deleteTexture.call(this, texture);
    };
  }
  for (const name of /** @type {const} */ (['put', 'add', 'delete'])) {
    const write = IDBObjectStore.prototype[name];
    Object.assign(IDBObjectStore.prototype, {
      /** @this {IDBObjectStore} @param {any[]} given */
      [name](...given) {
        const start = performance.now();
        const request = Reflect.apply(write, this, given);
        performance.measure('bench.save', { start });
        performance.clearMeasures('bench.save');
        return request;
      },
    });
  }
  Object.assign(window, { textures });
}

/**
 * Of one round, all counted after it at the same place.
 * @typedef {object} Held
 * @property {number} heapMb what scripts of the page hold
 * @property {number} allMb what scripts of the page and its workers hold, wasm too, by the browser's own measure
 * @property {number} tensors in all workers
 * @property {number} tensorMb
 * @property {number} textures of the page's own graphics contexts
 * @property {number} nodes
 * @property {number} listeners
 * @property {number} workers
 */

/** @param {Page} page @param {CDPSession} session @returns {Promise<Held>} */
async function held(page, session) {
  // Twice: what the first one lets go of may have held something too.
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { bytes, textures } = await page.evaluate(async () => ({
    bytes: (await /** @type {any} */ (performance).measureUserAgentSpecificMemory()).bytes,
    textures: /** @type {any} */ (window).textures.count,
  }));
  const tensors = await Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() => {
        const engine = /** @type {any} */ (globalThis)._tfengine;
        return engine === undefined
          ? { numTensors: 0, numBytes: 0 }
          : { numTensors: engine.state.numTensors, numBytes: engine.state.numBytes };
      }),
    ),
  );
  /** @param {'numTensors' | 'numBytes'} name */
  const sum = (name) => tensors.reduce((total, each) => total + each[name], 0);
  return {
    heapMb: mb(usedSize),
    allMb: mb(bytes),
    tensors: sum('numTensors'),
    tensorMb: mb(sum('numBytes')),
    textures,
    nodes,
    listeners: jsEventListeners,
    workers: page.workers().length,
  };
}

/** @param {number} bytes */
const mb = (bytes) => Number((bytes / 1e6).toFixed(2));

const WORKS = {
  choose: 'batsign.choose',
  key: 'batsign.key',
  grade: 'batsign.grade',
  explain: 'batsign.explain',
  save: SAVING,
};

/** @param {readonly number[]} sorted ascending @param {number} share */
const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** @param {readonly number[]} numbers */
function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [p50, p99, most] = [quantile(sorted, 0.5), quantile(sorted, 0.99), sorted.at(-1) ?? 0];
  return { p50: Number(p50.toFixed(1)), p99: Number(p99.toFixed(1)), most: Number(most.toFixed(1)) };
}

/** Of the longest tasks of a round: what was done in them. @param {readonly Task[]} tasks */
const longest = (tasks) =>
  tasks
    .filter(({ workMs }) => workMs > LONG_MS)
    .map(({ workMs, works }) => `${workMs.toFixed(0)} ms ${[...works].join(' ')}`);

/** @param {readonly Task[]} tasks */
const tasksSay = (tasks) => ({
  count: tasks.length,
  overLong: tasks.filter(({ workMs }) => workMs > LONG_MS).length,
  workMs: spread(tasks.map(({ workMs }) => workMs)),
  tookMs: spread(tasks.map(({ tookMs }) => tookMs)),
});

/** Numbers in [0, 1) that are the same in every run (mulberry32). @param {number} seed */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const host = await folderServe({ folder: resolve(values.game), port: 0 });
const executablePath = chromiumFind();
const browser = await chromium.launch({
  // Memory is measured when it is asked for, and not some time later.
  args: [...CHROMIUM_ARGS, '--enable-blink-features=ForceEagerMeasureMemory'],
  ...(executablePath === null ? {} : { executablePath }),
});
/** @type {{ round: number, tookS: number, right: string, long: readonly string[], held: Held, load: number }[]} */
const played = [];
/** @type {Task[]} */
const tasks = [];

function report() {
  const [from, ...after] = played.slice(WARM - 1);
  const grown = (/** @type {keyof Held} */ name) =>
    from === undefined || after.length === 0
      ? null
      : Number((Math.max(...after.map(({ held }) => held[name])) / from.held[name] - 1).toFixed(3));
  return {
    cores: availableParallelism(),
    rounds: played.length,
    tasks: {
      ...Object.fromEntries(
        Object.entries(WORKS).map(([name, work]) => [
          name,
          tasksSay(tasks.filter(({ works }) => works.has(work))),
        ]),
      ),
      all: tasksSay(tasks),
    },
    grownAfter: WARM,
    grown: {
      heapMb: grown('heapMb'),
      allMb: grown('allMb'),
      textures: grown('textures'),
      nodes: grown('nodes'),
    },
    played,
  };
}

try {
  const page = await browser.newPage({ baseURL: host.address, viewport: { width: 1280, height: 800 } });
  await page.addInitScript(pageWatch);
  if (values.webgl) {
    // As on a machine with a graphics card.
    await page.route('**/renderer.worker*', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'cross-origin-embedder-policy': 'require-corp' },
        body: "postMessage('GeForce');",
      }),
    );
  }
  page.on('console', (message) => {
    if (message.type() !== 'info' && message.type() !== 'log') console.error(message.text());
  });
  page.on('pageerror', (error) => console.error(error));
  page.on('crash', () => console.error('The page crashed.'));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const random = randomOf(20261130);
  for (let round = 1; round <= rounds; round++) {
    const beganMs = performance.now();
    await browser.startTracing(page, { categories: TASK_CATEGORIES });
    // By turns from the first page and from the round before.
    if (round === 1) await page.goto('/#/round');
    else if (round % 2 === 1) {
      await page.getByRole('link', { name: 'Batsign, home' }).click();
      await page.locator('.today a.button').click({ timeout: 90_000 });
    } else await page.getByRole('link', { name: 'Another one' }).click();
    try {
      let shown = await roundShown(page, { place: 'Result', item: 0 });
      while (shown.place !== 'Result') {
        const isAsked = shown.place === 'Marking' || shown.place === 'Question';
        shown = await roundStep(page, shown, isAsked && random() < rightShare ? 'right' : 'guessed');
      }
    } catch (error) {
      console.error(`At ${page.url()} there stands: ${await page.locator('body').innerText()}`);
      throw error;
    }
    const right = (await page.getByTestId('run-score').textContent()) ?? '';
    // Two frames later what was put on the screen is painted, and the attempt is kept.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done, 100));
    });
    const trace = await browser.stopTracing();
    const done = traceTasks(trace, Object.values(WORKS));
    tasks.push(...done);
    const tookS = Math.round((performance.now() - beganMs) / 1000);
    const one = {
      round,
      tookS,
      right,
      long: longest(done),
      held: await held(page, session),
      load: Number(loadavg()[0]?.toFixed(1)),
    };
    played.push(one);
    console.error(JSON.stringify(one));
    if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report(), null, 1));
  }
  const { played: curve, ...sums } = report();
  console.log(
    JSON.stringify({
      ...sums,
      curve: curve.map(({ round, held: { heapMb, allMb } }) => [round, heapMb, allMb]),
    }),
  );
} finally {
  await browser.close();
  await host.close();
}
