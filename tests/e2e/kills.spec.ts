import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { repetitions } from '../support/repetitions.ts';
import { libraryOpen, type Sequence, sequenceGive, sequenceImport, sequenceMake } from './support/library.ts';
import { panelReach } from './support/play.ts';
import { imageOf, marksDraw, PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

/**
 * Pages that end in the middle of something, as browsers end them that are short of memory.
 */
const KILLS = repetitions(3, 12);
const scenario = scenarioRead('find-the-bat-sign');
const IMAGES = 12;
const ANALYSE = /^(Analyse the whole clip|Go on: \d+ of)/;

test.describe.configure({ timeout: 120_000 + KILLS * 60_000 });

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ends the page as it stands: nothing of it runs any longer, not even what is to be done when a page is closed. */
async function kill(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash', PATIENCE);
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** How many edits of marks the lesson's place holds, read by a page that is none of the game. */
async function editsKept(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  await page.goto('/third-party-notices.txt');
  const count = await page.evaluate(
    (id) =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('batsign');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('places').objectStore('places').get(id);
          reading.onerror = () => fail(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            const place = reading.result as { state: { history: { done: number } } } | undefined;
            done(place?.state.history.done ?? 0);
          };
        };
      }),
    scenario.id,
  );
  await page.close();
  return count;
}

/** Marks until it is ended; how many marks were finished by then. */
async function markUntilKilled(page: Page, afterMs: number): Promise<number> {
  await page.goto(`/#/play/${scenario.id}`);
  await panelReach(page, 'Marking', scenario);
  const { marks, frame } = await imageOf(page);
  let finished = 0;
  let isOver = false;
  const drawing = (async () => {
    for (let at = 0; !isOver; at = (at + 1) % marks.length) {
      finished += await marksDraw(page, [marks[at]!], frame.sector);
    }
  })().catch((error: unknown) => {
    if (!isOver) throw error;
  });
  // The moment is drawn by lot: nothing is waited for.
  await page.waitForTimeout(afterMs);
  isOver = true;
  const count = finished;
  await kill(page);
  await drawing;
  return count;
}

/** Imports a clip until it is ended. */
async function importUntilKilled(page: Page, sequence: Sequence, afterMs: number): Promise<void> {
  await libraryOpen(page);
  await sequenceGive(page, sequence);
  await page.getByRole('button', { name: 'Save in the library' }).click();
  await page.waitForTimeout(afterMs);
  await kill(page);
}

/** Lets the network look at a clip until it is ended. */
async function analyseUntilKilled(page: Page, afterMs: number): Promise<void> {
  await libraryOpen(page);
  // The newest, so that there is something left to analyse.
  await page.getByTestId('clip-card').first().getByRole('link').first().click();
  const analyse = page.getByRole('button', { name: ANALYSE });
  const done = page.getByText(`All ${IMAGES} images are analysed.`);
  await expect(done.or(analyse).first()).toBeEnabled(PATIENCE);
  if (await analyse.isVisible()) await analyse.click();
  await page.waitForTimeout(afterMs);
  await kill(page);
}

test(`${KILLS} pages ended in the middle of marking, importing and analysing lose one mark at most`, async ({
  context,
}) => {
  const random = randomOf(20261129);
  const sequence = sequenceMake(IMAGES);
  const first = await context.newPage();
  await libraryOpen(first);
  await sequenceImport(first, sequence, 'Whole');
  await first.close();
  let clips = 1;
  for (let round = 0; round < KILLS; round++) {
    const page = await context.newPage();
    const kind = ['marking', 'importing', 'analysing'][round % 3];
    await test.step(`${kind}, page ${round + 1}`, async () => {
      if (kind === 'marking') {
        const before = await editsKept(context);
        const finished = await markUntilKilled(page, 4000 * random());
        const kept = (await editsKept(context)) - before;
        expect(kept, `${finished} marks were finished`).toBeGreaterThanOrEqual(finished - 1);
        return;
      }
      if (kind === 'importing') await importUntilKilled(page, sequence, 1500 * random());
      else await analyseUntilKilled(page, 4000 * random());
      // What is listed is whole, and what is not whole is not listed.
      const after = await context.newPage();
      await libraryOpen(after);
      await expect(after.getByTestId('clip-card').first()).toBeVisible(PATIENCE);
      const now = await after.getByTestId('clip-card').count();
      expect(now - clips).toBeGreaterThanOrEqual(0);
      expect(now - clips).toBeLessThanOrEqual(kind === 'importing' ? 1 : 0);
      clips = now;
      await expect(after.getByRole('alert')).toHaveCount(0);
      for (const card of await after.getByTestId('clip-card').all()) {
        await expect(card).toContainText(`${IMAGES} images`);
      }
      await after.getByRole('link', { name: 'Whole' }).click();
      await expect(after.getByTestId('clip-place')).toHaveText(new RegExp(`^1 of ${IMAGES}`), PATIENCE);
      await after.close();
    });
  }
  // The one that was ended often is analysed to its end.
  const last = await context.newPage();
  await libraryOpen(last);
  await last.getByRole('link', { name: 'Whole' }).click();
  const done = last.getByText(`All ${IMAGES} images are analysed.`);
  const analyse = last.getByRole('button', { name: ANALYSE });
  await expect(done.or(analyse).first()).toBeVisible(PATIENCE);
  if (!(await done.isVisible())) await analyse.click();
  await expect(done).toBeVisible(PATIENCE);
});
