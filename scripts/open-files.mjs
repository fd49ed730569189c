// How long the page is blocked while large files are opened, on the built game:
//   npm run bench:open -- [--only NAME] [--game dist]      (ms; prints JSON)
// `longestWorkMs` is the most that one task of the page's own thread had of a processor, whatever else runs here;
// `longestTaskMs` the longest such task by the clock (the browser tells of those above 50 ms), and `longestGapMs` the
// longest that a timer of 4 ms waited: both also for other programs, of which `load` tells.
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Zip, ZipPassThrough } from 'fflate';
import jpeg from 'jpeg-js';
import { chromium } from 'playwright-core';
import { clipOpen, pictureMake } from '../tests/e2e/support/clip.ts';
import { joined } from '../tests/support/bytes.ts';
import {
  dicomWrite,
  encapsulated,
  IDENTITY,
  pixelElements,
  plain,
  SYNTAX,
} from '../tests/support/dicom-make.ts';
import { gifWrite } from '../tests/support/gif-make.ts';
import { CHROMIUM_ARGS, chromiumFind } from './lib/chromium.mjs';
import { ROOT } from './lib/root.mjs';
import { folderServe } from './lib/server.mjs';
import { TASK_CATEGORIES, traceTasks } from './lib/trace-tasks.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string' }, game: { type: 'string', default: join(ROOT, 'dist') } },
});
const MEGABYTE = 1_000_000;
const ENTRIES = 499;
const GIF_IMAGES = 20_000;
const DICOM_BYTES = 60 * MEGABYTE;
const [WIDTH, HEIGHT] = [1024, 768];

const folder = mkdtempSync(join(tmpdir(), 'batsign-open-'));
const picture = pictureMake();

/** The picture in the middle of a screen of so many samples a pixel. @param {number} samples */
function screenMake(samples) {
  const screen = new Uint8Array(samples * WIDTH * HEIGHT);
  const [left, top] = [(WIDTH - picture.side) >> 1, (HEIGHT - picture.side) >> 1];
  for (const [at, level] of picture.grey.entries()) {
    const pixel = (top + Math.floor(at / picture.side)) * WIDTH + left + (at % picture.side);
    screen.fill(level, samples * pixel, samples * pixel + Math.min(3, samples));
  }
  return screen;
}

/** @param {string} name @param {(index: number) => string} pathOf @param {Uint8Array} content of each entry */
async function zipMake(name, pathOf, content) {
  const path = join(folder, name);
  const file = createWriteStream(path);
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    file.write(chunk);
  });
  for (let index = 0; index < ENTRIES; index++) {
    const entry = new ZipPassThrough(pathOf(index));
    zip.add(entry);
    entry.push(content, true);
    // Unwritten bytes lie in the memory.
    if (file.writableNeedDrain) await new Promise((done) => file.once('drain', () => done(undefined)));
  }
  zip.end();
  await new Promise((done) => file.end(() => done(undefined)));
  return path;
}

/** @param {string} name @param {Uint8Array} bytes */
function fileMake(name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** @param {string} syntax @param {{ samples: number, photometric: string }} kind @param {Uint8Array} frame @param {number} bytes */
function dicomMake(syntax, kind, frame, bytes) {
  const frames = Array.from({ length: Math.ceil(bytes / frame.length) }, () => frame);
  return dicomWrite(
    syntax,
    [...IDENTITY, ...pixelElements({ ...kind, columns: WIDTH, rows: HEIGHT, frames: frames.length })],
    syntax === SYNTAX.jpeg ? encapsulated(frames.map((one) => [one])) : plain(frames),
  );
}

const GREY = { samples: 1, photometric: 'MONOCHROME2' };
const COLOUR = { samples: 3, photometric: 'RGB' };

/** Each makes a file and gives its path. @type {Record<string, () => string | Promise<string>>} */
const FILES = {
  zip: () =>
    zipMake(
      'pictures.zip',
      (index) => `scan/${index}.png`,
      joined([picture.png, new Uint8Array(MEGABYTE - picture.png.length)]),
    ),
  'zip-of-clips': () =>
    zipMake(
      'medium.zip',
      (index) => `DICOM/IM${index}`,
      dicomMake(SYNTAX.explicit, GREY, screenMake(1), MEGABYTE / 2),
    ),
  gif: () => {
    const { side, grey } = picture;
    const none = gifWrite(side, side, []);
    const one = gifWrite(side, side, [{ indices: grey, width: side, height: side }]);
    const strip = { indices: grey.subarray(0, 24 * side), top: 24, width: side, height: 24 };
    const part = gifWrite(side, side, [strip]).subarray(none.length - 1, -1);
    return fileMake(
      'long.gif',
      joined([one.subarray(0, -1), ...Array.from({ length: GIF_IMAGES - 1 }, () => part), [0x3b]]),
    );
  },
  'dicom-grey': () => fileMake('grey.dcm', dicomMake(SYNTAX.explicit, GREY, screenMake(1), DICOM_BYTES)),
  'dicom-colour': () =>
    fileMake('colour.dcm', dicomMake(SYNTAX.explicit, COLOUR, screenMake(3), DICOM_BYTES)),
  'dicom-jpeg': () => {
    const { data } = jpeg.encode({ width: WIDTH, height: HEIGHT, data: screenMake(4) }, 90);
    const kind = { samples: 3, photometric: 'YBR_FULL_422' };
    return fileMake('jpeg.dcm', dicomMake(SYNTAX.jpeg, kind, data, DICOM_BYTES));
  },
};

/**
 * The most processor time that one task of the page's own thread took, ms.
 * @param {Buffer} trace
 */
const longestWork = (trace) => Math.max(...traceTasks(trace).map(({ workMs }) => workMs));

/** Runs in the page from its beginning. */
function pageWatch() {
  const seen = { longestTaskMs: 0, longestGapMs: 0, lastMs: performance.now() };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
  }).observe({ type: 'longtask' });
  setInterval(() => {
    const nowMs = performance.now();
    seen.longestGapMs = Math.max(seen.longestGapMs, nowMs - seen.lastMs);
    seen.lastMs = nowMs;
  }, 4);
  Object.assign(window, { seen });
}

const host = await folderServe({ folder: resolve(values.game), port: 0 });
const executablePath = chromiumFind();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath === null ? {} : { executablePath }),
});
const found = [];
try {
  for (const [name, make] of Object.entries(FILES)) {
    if (values.only !== undefined && values.only !== name) continue;
    const path = await make();
    const page = await browser.newPage({ baseURL: host.address });
    await page.addInitScript(pageWatch);
    await clipOpen(page);
    await page.evaluate(() =>
      Object.assign(/** @type {any} */ (window).seen, { longestTaskMs: 0, longestGapMs: 0 }),
    );
    await browser.startTracing(page, { categories: TASK_CATEGORIES });
    const fromMs = performance.now();
    await page.getByLabel('Video or picture file').setInputFiles(path);
    await page
      .getByText(/found with a confidence of/)
      .or(page.getByRole('region', { name: 'Several clips' }))
      .waitFor({ timeout: 300_000 });
    const tookMs = Math.round(performance.now() - fromMs);
    // Two frames later what was put on the screen is painted, and the last task told of.
    const seen = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done, 100));
      return /** @type {any} */ (window).seen;
    });
    found.push({
      name,
      longestWorkMs: Math.round(longestWork(await browser.stopTracing())),
      longestTaskMs: Math.round(seen.longestTaskMs),
      longestGapMs: Math.round(seen.longestGapMs),
      tookMs,
      load: Number(loadavg()[0]?.toFixed(1)),
    });
    await page.close();
    rmSync(path);
  }
  console.log(JSON.stringify({ cores: availableParallelism(), files: found }, null, 2));
} finally {
  await browser.close();
  await host.close();
  rmSync(folder, { recursive: true });
}
