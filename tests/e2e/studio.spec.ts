import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { maskResample } from '../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../src/domain/frame/resample.ts';
import { type Sector, sectorFit } from '../../src/domain/geometry/sector.ts';
import { marksFromTruth } from '../../src/domain/marks/from-truth.ts';
import type { Mark } from '../../src/domain/marks/mark.ts';
import { phantomFrame, phantomOpen } from '../../src/simulator/exam/phantom.ts';
import { effortOf } from '../support/keystroke-level.ts';
import { axeCheck } from './support/accessible.ts';
import { actionsWatch } from './support/effort.ts';
import { libraryOpen, sequenceImport, sequenceMake } from './support/library.ts';
import { packageDrop } from './support/package.ts';
import { picture } from './support/pictures.ts';
import { goOn, panelIs, scoreShown } from './support/play.ts';
import { marksDraw, PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 360_000 });

test('a teacher makes a scenario of a kept clip, draws its key, tries it and hands it out; a learner hands in', async ({
  page,
  browser,
}) => {
  const actions = await actionsWatch(page);
  await libraryOpen(page);
  await sequenceImport(page, sequenceMake(3), 'Right base');
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await page.getByRole('link', { name: 'For teachers' }).click();
  await expect(page.getByText('There is no draft on this device yet.')).toBeVisible(PATIENCE);
  await picture(page, 'studio');
  await page.getByRole('button', { name: 'Right base' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Right base' })).toBeVisible(PATIENCE);
  await axeCheck(page);

  await page.getByRole('button', { name: /^Next: Draw the key/ }).click();
  const screen = page.locator('#screen');
  await expect(screen).toHaveAttribute('data-frame-index', '1', PATIENCE);
  // What the network suggests lies on the image until it is decided on, class by class.
  await page.getByRole('button', { name: 'Let the network suggest marks' }).click();
  const suggested = page.getByRole('region', { name: 'Suggested on this image' });
  await expect(suggested).toBeVisible(PATIENCE);
  await axeCheck(page);
  const drawn = page.getByRole('list', { name: 'Drawn on this image' });
  await suggested.getByRole('button', { name: 'Accept: Rib' }).click();
  await expect(drawn.getByRole('listitem')).toHaveCount(1);
  await suggested.getByRole('button', { name: 'Reject: Pleural line' }).click();
  await suggested.getByRole('button', { name: 'Reject all' }).click();
  await expect(suggested).toHaveCount(0);
  await page.getByRole('button', { name: 'Take back all marks of Rib' }).click();
  await expect(drawn.getByRole('listitem')).toHaveCount(0);
  // What a perfect trainee would draw; the clip's outline was found by the game, so all of it is as near as that.
  const exam = phantomOpen({ seed: 4242, split: 'game', pattern: 'b_lines', probe: 'convex', depthMm: 120 });
  const { frame, truth } = phantomFrame(exam, 1, 320);
  const mask = maskResample(truth.mask, sectorFit(frame.sector, MASK_SIZE), MASK_SIZE);
  const marks = marksFromTruth(truth, mask).filter(
    (mark) => mark.kind !== 'eraser' && ['b_line', 'pleural_line'].includes(mark.finding),
  );
  await marksDraw(page, marks, frame.sector);
  await expect(drawn.getByRole('listitem')).toHaveCount(2);
  await page.getByLabel('Name or initials of who draws').fill('A. Teacher');
  // The marks go where the findings go in the images before and after; a word of the teacher settles the rest.
  await page.getByRole('button', { name: 'Carry through the clip' }).click();
  await expect(page.getByTestId('key-images-none')).toHaveText('Without a key: 0', PATIENCE);
  await expect(page.getByTestId('key-images-drawn')).toHaveText('Drawn on: 1');
  await screen.press('.');
  await expect(screen).toHaveAttribute('data-frame-index', '2', PATIENCE);
  await expect(page.getByTestId('carried')).toContainText('carried here from image 2');
  await expect(drawn.getByRole('listitem')).toHaveCount(2);
  // What drifted is put right by hand, and this image is then one that was drawn on; the page's undo takes that back.
  await screen.press('m');
  await expect(page.getByTestId('move')).toContainText('B-line, 1 of 2');
  await screen.press('p');
  await expect(page.getByTestId('move')).toContainText('B-line, point 1 of 2');
  await screen.press('ArrowDown');
  await expect(page.getByTestId('key-images-drawn')).toHaveText('Drawn on: 2');
  await expect(page.getByTestId('carried')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByTestId('carried')).toContainText('carried here from image 2');
  // Undone and done again it is there anew.
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByTestId('carried')).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).first().click();
  await expect(page.getByTestId('carried')).toBeVisible();
  // Other programs show the pictures whole, from which this clip was cut.
  await page.getByText('Annotations of other programs').click();
  await expect(page.getByText("the recording's own pictures, 400 x 400")).toBeVisible(PATIENCE);
  await page.getByText('Annotations of other programs').click();
  await page.locator('.studio-mark').evaluate((element) => element.scrollIntoView());
  await picture(page, 'key');
  await axeCheck(page);

  // Only what is in the key is asked for.
  await page.getByRole('button', { name: /^Next: What is asked for/ }).click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await page.getByRole('radio', { name: /^Lenient/ }).check({ force: true });
  await expect(page.getByText('(within 4 mm)')).toBeVisible();
  await picture(page, 'asked');
  await page.getByRole('button', { name: /^Next: Texts/ }).click();
  await page.getByLabel('Title').fill('');
  await expect(page.locator('.studio-problem').first()).toContainText('title cannot be ""');
  await page.getByLabel('Title').fill('Breathless at night');
  await expect(page.locator('.studio-problem')).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^Ask how many B-lines/ }).check();
  await page.getByLabel('Score to pass').fill('70');
  // The game beside the form follows what is written, from any step.
  await page.getByRole('button', { name: 'Preview' }).click();
  const beside = page.frameLocator('iframe');
  await page.getByRole('textbox', { name: 'At the end' }).fill('Call for help early.');
  await page.getByLabel('Play from').selectOption({ label: '6. At the end' });
  await expect(beside.getByText('Call for help early.')).toBeVisible(PATIENCE);
  await picture(page, 'texts');
  await axeCheck(page);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: /^Next: Try/ }).click();
  await expect(page.getByText('It is ready to be played.')).toBeVisible();
  await expect(page.getByTestId('studio-state')).toContainText('Kept on this device.');

  await page.getByRole('button', { name: 'Let simulated learners play it' }).click();
  const whole = page.getByTestId('simulated').getByRole('row', { name: 'Whole scenario' });
  await expect(whole.getByRole('cell').first()).toHaveText('100', PATIENCE);
  await expect(whole.getByRole('cell').last()).toHaveText('0');
  await picture(page, 'try');
  await page.getByRole('button', { name: 'Play it now' }).click();
  await scenarioPlay(page, marks, frame.sector);
  await page.getByRole('link', { name: 'Back to the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Breathless at night' })).toBeVisible(PATIENCE);

  await page.getByRole('button', { name: '5 Try' }).click();
  await page.getByLabel('Author').fill('A. Teacher');
  const downloading = page.waitForEvent('download', PATIENCE);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('breathless-at-night.batsign');
  const bytes = await readFile(await file.path());
  await picture(page, 'hand-out');
  // Ten minutes are promised for all of this (docs/for-teachers.md), reading and waiting included.
  const { clicks, drags, keys, seconds } = effortOf(actions);
  console.info(
    `A teacher's way: ${clicks} clicks, ${drags} strokes, ${keys} keys; ${Math.round(seconds)} s by the keystroke-level model.`,
  );
  expect(drags).toBeGreaterThan(0);
  expect(keys).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(300);

  // A learner elsewhere opens the file, plays it for a class and hands the result in.
  const learner = await (await browser.newContext()).newPage();
  await learner.goto('/#/packages');
  await packageDrop(learner, bytes);
  const preview = learner.getByTestId('package-preview');
  await expect(preview).toContainText('By A. Teacher', PATIENCE);
  await expect(preview).toContainText('1 clip');
  await preview.getByRole('button', { name: 'Keep this package' }).click();
  await expect(learner.getByText('"Breathless at night" is kept.')).toBeVisible(PATIENCE);
  await learner.goto('/');
  await learner.locator('a[href$=".my-course"]').click();
  const link = learner.getByRole('link', { name: /Breathless at night/ });
  const address = await link.getAttribute('href', PATIENCE);
  await learner.goto(`/${address}?class=Group%203B`);
  await scenarioPlay(learner, marks, frame.sector);
  await learner.getByRole('link', { name: 'Hand in for Group 3B' }).click(PATIENCE);
  await learner.getByRole('textbox', { name: 'Your name' }).fill('Ana');
  const saving = learner.waitForEvent('download', PATIENCE);
  await learner.getByRole('button', { name: 'Save the file' }).click();
  const results = await readFile(await (await saving).path());
  await picture(learner, 'hand-in');
  await learner.context().close();

  await page.goto('/#/class');
  await page
    .getByLabel('Results files of a class')
    .setInputFiles([{ name: 'ana.json', mimeType: 'application/json', buffer: results }]);
  await expect(page.getByTestId('class-opened')).toHaveText('1 learner', PATIENCE);
  await expect(page.getByTestId('learners').locator('tbody tr')).toContainText('Ana');
  // The question and the marks.
  await expect(page.getByTestId('items').locator('tbody tr')).toHaveCount(2);
  await picture(page, 'class');
});

/** Plays what the teacher made, with the marks of the key. */
async function scenarioPlay(page: Page, marks: readonly Mark[], sector: Sector): Promise<void> {
  const screen = page.locator('#screen');
  await panelIs(page, 'Briefing');
  await goOn(page, 'Go on');
  await panelIs(page, 'Freeze');
  await goOn(page, /^Freeze/);
  await panelIs(page, 'Question');
  const lines = marks.filter(({ kind }) => kind === 'beam').length;
  await page.getByRole('spinbutton').fill(`${lines}`);
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByTestId('reply-score')).toHaveAttribute('data-score', '100');
  await goOn(page, 'Go on');
  await panelIs(page, 'Marking');
  // Whichever image was frozen has a key: that of the teacher, or what was carried to it.
  await expect(screen).toHaveAttribute('data-frame-index', /^[0-2]$/, PATIENCE);
  await expect(screen).toHaveAttribute('data-layout', /\d/, PATIENCE);
  await marksDraw(page, marks, sector);
  await goOn(page, 'Hand in my marks');
  await panelIs(page, 'Feedback');
  expect(await scoreShown(page)).toBeGreaterThanOrEqual(95);
  await picture(page, 'feedback');
  await goOn(page, 'Go on');
  await goOn(page, 'Show my result');
}
