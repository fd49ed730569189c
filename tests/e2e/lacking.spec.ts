import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import { folderServe } from '../../scripts/lib/server.mjs';
import { repetitions } from '../support/repetitions.ts';
import { axeCheck } from './support/accessible.ts';
import { clipOpen, fileGive, pictureMake } from './support/clip.ts';
import { pageErrors } from './support/page-errors.ts';
import { panelReach } from './support/play.ts';
import { tabOpen } from './support/scan.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

test.describe.configure({ timeout: 240_000 });

const scenario = scenarioRead('find-the-bat-sign');
const notice = (page: Page) => page.locator('.notice');

/** Text that a programmer is told, and nobody else should be. */
const RAW = /is not defined|undefined|is not a function|Cannot read|TypeError|ReferenceError|\[object/;

interface Lack {
  readonly name: string;
  /** Takes it away, in the page and in its workers. */
  readonly script: string;
  /** What is said of it at the start; null for nothing. */
  readonly said: RegExp | null;
  /** Whether the network shows how many images it labels, or says why it does not. */
  readonly network: RegExp;
}

const PACE = /\d+ fps/;

const SAID: readonly Lack[] = [
  {
    name: 'OffscreenCanvas',
    script: 'delete self.OffscreenCanvas;',
    said: /OffscreenCanvas\. Chrome or Edge 69/,
    network: PACE,
  },
  {
    name: 'WebAssembly',
    script: 'delete self.WebAssembly;',
    said: /lacks WebAssembly/,
    network: /Neither WebAssembly nor the graphics card/,
  },
  {
    name: 'Web Locks',
    script: "Object.defineProperty(Object.getPrototypeOf(navigator), 'locks', { value: undefined });",
    said: /lacks Web Locks/,
    network: PACE,
  },
  {
    name: 'IndexedDB',
    script: "Object.defineProperty(self, 'indexedDB', { value: undefined });",
    said: /keeps nothing for Batsign/,
    network: PACE,
  },
];

/** Taken away together, and each alone in the long run. */
const UNSAID: readonly Lack[] = [
  {
    name: 'SIMD in WebAssembly',
    script: 'WebAssembly.validate = () => false;',
    said: null,
    network: PACE,
  },
  {
    name: 'private files',
    script: "Object.defineProperty(Object.getPrototypeOf(navigator), 'storage', { value: undefined });",
    said: null,
    network: PACE,
  },
  {
    name: 'WebGL',
    script: `for (const kind of [self.HTMLCanvasElement, self.OffscreenCanvas]) {
      if (kind === undefined) continue;
      const { getContext } = kind.prototype;
      kind.prototype.getContext = function (name, ...rest) {
        return /^webgl/.test(name) ? null : getContext.call(this, name, ...rest);
      };
    }`,
    said: null,
    network: PACE,
  },
];

/** All of them at once. */
function together(lacks: readonly Lack[]): Lack {
  const name = lacks.map((lack) => lack.name).join(', ');
  return { name, script: lacks.map(({ script }) => script).join('\n'), said: null, network: PACE };
}

const LACKS = [...SAID, ...(repetitions(0, 1) === 1 ? UNSAID : [together(UNSAID)])];

/** The built game on a server of its own whose workers lack something too: init scripts reach the page alone. */
async function lackingServe(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'batsign-lacking-'));
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  for (const name of readdirSync(join(folder, 'assets'))) {
    if (!/worker-[\w-]+\.js/.test(name)) continue;
    const file = join(folder, 'assets', name);
    if (name.endsWith('.js')) writeFileSync(file, `${script}\n${readFileSync(file, 'utf8')}`);
    else rmSync(file);
  }
  const server = await folderServe({ folder, port: 0 });
  return {
    address: server.address,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

for (const { name, script, said, network } of LACKS) {
  test(`without ${name} a lesson runs, and the network or its sentence is there`, async ({ page }) => {
    const errors = pageErrors(page);
    const { address, close } = await lackingServe(script);
    try {
      await page.addInitScript(script);
      await page.goto(address);
      const lesson = page.getByRole('link', { name: scenario.title }).first();
      await expect(lesson).toBeVisible(PATIENCE);
      if (said === null) await expect(notice(page)).toHaveCount(0);
      else await expect(notice(page)).toHaveText(said);
      await lesson.click();
      await panelReach(page, 'Feedback', scenario);
      expect(await page.locator('body').innerText()).not.toMatch(RAW);
      await page.goto(`${address}#/scan`);
      await tabOpen(page, 'Image');
      // One that cannot run says so without being asked, and its overlay cannot be pressed.
      const overlay = page.getByRole('button', { name: "Show the network's overlay" });
      if (network === PACE) await overlay.click();
      else await expect(overlay).toBeDisabled(PATIENCE);
      await expect(page.locator('body')).toHaveText(network, { ...PATIENCE, useInnerText: true });
      await page.goto(`${address}#/clips`);
      await expect(page.getByRole('heading', { name: 'Clip library' })).toBeVisible(PATIENCE);
      expect(await page.locator('body').innerText()).not.toMatch(RAW);
      expect(errors).toEqual([]);
    } finally {
      await close();
    }
  });
}

test('without OffscreenCanvas an own picture is refused in a sentence', async ({ page }) => {
  await page.addInitScript('delete self.OffscreenCanvas;');
  await clipOpen(page);
  await fileGive(page, 'scan.png', pictureMake().png);
  await expect(page.getByRole('alert')).toHaveText(/No file can be read here.*OffscreenCanvas/, PATIENCE);
  expect(await page.locator('body').innerText()).not.toMatch(RAW);
});

test('without workers it is said which browsers do', async ({ page }) => {
  const errors = pageErrors(page);
  await page.addInitScript('delete self.Worker;');
  await page.goto('/');
  await expect(page.getByRole('alert')).toHaveText(/no web workers.*current Chrome, Edge, Firefox or Safari/);
  await axeCheck(page);
  expect(errors).toEqual([]);
});
