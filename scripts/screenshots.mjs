// Takes a picture of every screen of the built game at a desk's and a phone's size, to be looked at:
//   npm run screenshots -- [--readme] [FOLDER]      (.cache/screenshots unless told otherwise)
// --readme also renews the picture that the README shows.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { clipOpen, fileGive, pictureMake } from '../tests/e2e/support/clip.ts';
import { libraryOpen, sequenceGive, sequenceMake } from '../tests/e2e/support/library.ts';
import { goOn, panelNow, panelPass, scenarioStart } from '../tests/e2e/support/play.ts';
import { imageOf, marksDraw } from '../tests/e2e/support/screen.ts';
import { scenarioRead } from '../tests/e2e/support/truth.ts';
import { CHROMIUM_ARGS, chromiumFind } from './lib/chromium.mjs';
import { ROOT } from './lib/root.mjs';
import { LIVE_SCREENS } from './lib/screens-live.mjs';
import { folderServe } from './lib/server.mjs';

const SIZES = [
  { name: 'desk', viewport: { width: 1280, height: 800 } },
  { name: 'phone', viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 },
];

const isForReadme = process.argv.includes('--readme');
const folder =
  process.argv.slice(2).find((word) => !word.startsWith('--')) ?? join(ROOT, '.cache', 'screenshots');
mkdirSync(folder, { recursive: true });
const host = await folderServe({ folder: join(ROOT, 'dist'), port: 0, isPlain: false });
const executablePath = chromiumFind();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath === null ? {} : { executablePath }),
});

/** @param {import('playwright-core').Page} page @param {string} size */
function cameraOf(page, size) {
  return {
    page,
    shoot: (/** @type {string} */ screen) => page.screenshot({ path: join(folder, `${screen}-${size}.png`) }),
    /** Long enough for the network's pace and for the reveal to have played. */
    settle: (ms = 1500) => page.waitForTimeout(ms),
  };
}

const pictures = sequenceMake(40);
for (const { name, ...kind } of SIZES) {
  const page = await browser.newPage({ ...kind, baseURL: host.address });
  const { shoot, settle } = cameraOf(page, name);

  await page.goto('/');
  await settle(2500);
  await shoot('home');
  for (const place of ['learners', 'class', 'hand-in', 'settings', 'about', 'glossary', 'play/own-clip']) {
    await page.goto(`/#/${place}`);
    await settle(800);
    await shoot(place.replace('play/', ''));
  }

  await clipOpen(page);
  await fileGive(page, 'scan.png', pictureMake().png);
  await page.getByText(/found with a confidence of/).waitFor();
  await settle(800);
  await shoot('own-clip-outline');
  await page.getByRole('button', { name: 'Correct it' }).click();
  await settle(500);
  await shoot('own-clip-outline-points');

  await libraryOpen(page);
  await sequenceGive(page, pictures);
  await settle(500);
  await shoot('clip-import');
  await page.getByRole('button', { name: 'Save in the library' }).click();
  await page.getByTestId('clip-card').waitFor();
  await settle(800);
  await shoot('clips');
  await page.getByRole('link', { name: 'Clip 1' }).click();
  await page.getByRole('button', { name: 'Analyse the whole clip' }).click();
  await page.getByText('are analysed.').waitFor();
  await page.getByRole('button', { name: "Show the network's overlay" }).click();
  await settle();
  await shoot('clip');

  const scenario = scenarioRead('count-the-b-lines');
  await scenarioStart(page, scenario.title);
  await settle(2500);
  const seen = new Set();
  for (let now = await panelNow(page); ; now = await panelNow(page)) {
    const isFirst = !seen.has(now);
    seen.add(now);
    if (now === 'Observe' && isFirst) await settle(2500);
    if (now === 'Marking') {
      const { marks, frame } = await imageOf(page);
      // All but the last: a miss is worth seeing too.
      await marksDraw(page, isFirst ? marks.slice(0, -1) : marks, frame.sector);
      if (isFirst) {
        await shoot('marking');
        await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
        await shoot('keyboard');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /^Hint/ }).click();
        await page.getByRole('button', { name: /^Hint/ }).click();
        await settle(500);
        await shoot('hint');
      }
    } else if (isFirst) {
      if (now === 'Feedback') await settle(2000);
      await shoot(now.toLowerCase());
    }
    if (now === 'Result') break;
    if (now === 'Question' && isFirst) {
      await page.getByRole('button', { name: 'Skip this question' }).click();
      await settle(300);
      await shoot('question-answered');
      await goOn(page, 'Go on');
    } else await panelPass(page, now, scenario);
  }
  await page.close();

  for (const screens of LIVE_SCREENS) {
    const context = await browser.newContext({ ...kind, baseURL: host.address });
    // The runner of these scripts names their functions by a helper, which the page lacks.
    await context.addInitScript('globalThis.__name = (thing) => thing;');
    await screens(cameraOf(await context.newPage(), name));
    await context.close();
  }
}

await browser.close();
await host.close();
if (isForReadme)
  copyFileSync(join(folder, 'feedback-desk.png'), join(ROOT, 'assets', 'screenshot-feedback.png'));
console.log(`Pictures of every screen are in ${folder}.`);
