import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { maskResample } from '../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../src/domain/frame/resample.ts';
import { sectorFit } from '../../src/domain/geometry/sector.ts';
import { marksFromTruth } from '../../src/domain/marks/from-truth.ts';
import { phantomFrame, phantomOpen } from '../../src/simulator/exam/phantom.ts';
import { axeCheck } from './support/accessible.ts';
import { libraryOpen, sequenceImport, sequenceMake } from './support/library.ts';
import { packageDrop } from './support/package.ts';
import { goOn, panelIs, scoreShown } from './support/play.ts';
import { marksDraw, PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 360_000 });

test('a teacher makes a scenario of a kept clip, draws its key, tries it and hands it out', async ({
  page,
}) => {
  await libraryOpen(page);
  await sequenceImport(page, sequenceMake(3), 'Right base');
  await page.goto('/');
  await page.getByRole('link', { name: 'For teachers' }).click();
  await expect(page.getByText('There is no draft on this device yet.')).toBeVisible(PATIENCE);
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
  await axeCheck(page);

  // Only what is in the key is asked for.
  await page.getByRole('button', { name: /^Next: What is asked for/ }).click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await page.getByRole('radio', { name: /^Lenient/ }).check({ force: true });
  await expect(page.getByText('(within 4 mm)')).toBeVisible();
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
  await axeCheck(page);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: /^Next: Try/ }).click();
  await expect(page.getByText('It is ready to be played.')).toBeVisible();
  await expect(page.getByTestId('studio-state')).toContainText('Kept on this device.');

  await page.getByRole('button', { name: 'Let simulated learners play it' }).click();
  const whole = page.getByTestId('simulated').getByRole('row', { name: 'Whole scenario' });
  await expect(whole.getByRole('cell').first()).toHaveText('100', PATIENCE);
  await expect(whole.getByRole('cell').last()).toHaveText('0');
  await page.getByRole('button', { name: 'Play it now' }).click();
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
  await expect(screen).toHaveAttribute('data-frame-index', '1', PATIENCE);
  await expect(screen).toHaveAttribute('data-layout', /\d/, PATIENCE);
  await marksDraw(page, marks, frame.sector);
  await goOn(page, 'Hand in my marks');
  await panelIs(page, 'Feedback');
  expect(await scoreShown(page)).toBeGreaterThanOrEqual(95);
  await goOn(page, 'Go on');
  await goOn(page, 'Show my result');
  await page.getByRole('link', { name: 'Back to the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Breathless at night' })).toBeVisible(PATIENCE);

  await page.getByRole('button', { name: '5 Try' }).click();
  await page.getByLabel('Author').fill('A. Teacher');
  const downloading = page.waitForEvent('download', PATIENCE);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('breathless-at-night.batsign');
  const bytes = await readFile(await file.path());
  await page.goto('/#/packages');
  await packageDrop(page, bytes);
  const preview = page.getByTestId('package-preview');
  await expect(preview).toContainText('By A. Teacher', PATIENCE);
  await expect(preview).toContainText('1 clip');
  await preview.getByRole('button', { name: 'Keep this package' }).click();
  await expect(page.getByText('"Breathless at night" is kept.')).toBeVisible(PATIENCE);
  await page.goto('/');
  await page.locator('a[href$=".my-course"]').click();
  await page.getByRole('link', { name: /Breathless at night/ }).click();
  await panelIs(page, 'Briefing');
});
