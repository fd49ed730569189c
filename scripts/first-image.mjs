// How long a first visit takes over a slow network until the first image moves, on the built game:
//   npm run bench:start -- [--kbps 180] [--latency 150] [--visits 3]      (kB/s, ms; prints JSON)
// All connections share the rate, workers too, and every answer is late by the latency.
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumFind } from './lib/chromium.mjs';
import { ROOT } from './lib/root.mjs';
import { folderServe } from './lib/server.mjs';

const { values } = parseArgs({
  options: {
    kbps: { type: 'string', default: '180' },
    latency: { type: 'string', default: '150' },
    visits: { type: 'string', default: '3' },
  },
});
const bytesPerMs = (Number(values.kbps) * 1000) / 1000;
const latencyMs = Number(values.latency);

const host = await folderServe({ folder: join(ROOT, 'dist'), port: 0 });
let sent = 0;
/** When the line is free again, ms. */
let freeMs = 0;

const proxy = createServer(async (asked, answer) => {
  await pause(latencyMs);
  request(
    new URL(asked.url ?? '/', host.address),
    { method: asked.method, headers: asked.headers },
    async (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      for await (const part of given) {
        for (let at = 0; at < part.length; at += 1400) {
          const packet = part.subarray(at, at + 1400);
          sent += packet.length;
          freeMs = Math.max(freeMs, performance.now()) + packet.length / bytesPerMs;
          const waitMs = freeMs - performance.now();
          if (waitMs > 1) await pause(waitMs);
          answer.write(packet);
        }
      }
      answer.end();
    },
  ).end();
});
await new Promise((done) => proxy.listen(0, '127.0.0.1', () => done(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());

const executablePath = chromiumFind();
const visits = [];
for (let visit = 0; visit < Number(values.visits); visit++) {
  const browser = await chromium.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath === null ? {} : { executablePath }),
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    /** @type {number[]} */
    const images = [];
    Object.assign(window, { images });
    const { putImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.putImageData = function (/** @type {any[]} */ ...given) {
      images.push(performance.now());
      return Reflect.apply(putImageData, this, given);
    };
  });
  sent = 0;
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => /** @type {any} */ (window).images.length >= 3, null, {
    timeout: 120_000,
  });
  const [first, second] = await page.evaluate(() => /** @type {any} */ (window).images);
  const paintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  visits.push({
    firstPaintMs: Math.round(paintMs ?? Number.NaN),
    firstImageMs: Math.round(first),
    movingMs: Math.round(second),
    kB: Math.round(sent / 1000),
  });
  await browser.close();
}
console.log(JSON.stringify({ kbps: Number(values.kbps), latencyMs, visits }));
proxy.close();
proxy.closeAllConnections();
await host.close();
