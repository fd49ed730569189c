import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { ROOT } from '../../scripts/lib/root.mjs';
import { toolPath } from '../../scripts/lib/tools.mjs';
import { keyedClipMake } from '../support/keyed-clip.ts';
import { packageMake } from '../support/package-make.ts';
import { axeCheck } from './support/accessible.ts';
import { courseServe } from './support/course-frame.ts';
import { packageDrop } from './support/package.ts';
import { picture } from './support/pictures.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 300_000 });

/** The zip that the command makes of a package. */
function commandZip(packed: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'batsign-hand-out-'));
  const [given, out] = [join(folder, 'course.batsign'), join(folder, 'course.zip')];
  writeFileSync(given, packed);
  const command = [join(ROOT, 'src/cli/package.ts'), given, '--scorm', '1.2', '--pass', '60', '--out', out];
  execFileSync(process.execPath, [toolPath('tsx'), ...command], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true });
  return bytes;
}

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download', PATIENCE);
  await page.getByRole('button', { name: button }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a course of drafts is put in order, mended and handed out; a course system plays its clip and is told', async ({
  page,
  browser,
}) => {
  // The clip comes into the library with a package.
  const { parts } = keyedClipMake(6, 2);
  const keyed = parts.find(({ path }) => path === 'scenarios/keyed.yaml')!;
  await page.goto('/#/packages');
  await packageDrop(page, await packageMake(parts));
  await page.getByRole('button', { name: 'Keep this package' }).click(PATIENCE);
  await expect(page.getByText('"Small package" is kept.')).toBeVisible(PATIENCE);
  await page.getByRole('button', { name: 'Dismiss this message' }).click();

  const draftOpen = async (text: string | Uint8Array, title: string): Promise<void> => {
    await page.goto('/#/studio');
    await page
      .getByLabel('A scenario (.yaml)')
      .setInputFiles([{ name: 'draft.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) }]);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible(PATIENCE);
  };
  await draftOpen('title: Half done\n', 'Half done');
  await draftOpen(keyed.bytes, 'Right base');
  await page.goto('/#/studio');
  await page.getByRole('button', { name: 'With a virtual patient' }).click(PATIENCE);
  await expect(page.getByRole('heading', { level: 1, name: 'A virtual patient' })).toBeVisible(PATIENCE);

  await page.goto('/#/studio');
  await page.getByRole('button', { name: 'New course' }).click(PATIENCE);
  const faults = page.getByTestId('course-faults');
  await expect(faults).toContainText('Give the course a title (English).', PATIENCE);
  await expect(faults).toContainText('Add at least one draft.');
  await page.getByLabel('Title (English)').fill('First steps at the bedside');
  await page.getByLabel('What it is for (English)').fill('For students before their first night on call.');
  await page.getByLabel('Title (Español)').fill('Primeros pasos junto a la cama');
  const add = page.getByLabel('Add a draft');
  for (const label of ['A virtual patient', 'Half done', 'Right base']) {
    await add.selectOption({ label });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await expect(page.getByText('All your drafts are in this course.')).toBeVisible();
  await expect(faults).toContainText('"Half done" has something to be mended:');
  await expect(faults.getByRole('link', { name: 'open this draft' })).toHaveAttribute('href', /#\/studio\//);
  await expect(page.getByRole('button', { name: 'Save as a file' })).toBeDisabled();
  await axeCheck(page);

  const members = page.getByTestId('course-members').getByRole('listitem');
  const takeOff = page.getByRole('button', { name: 'Take "Half done" off this course' });
  await takeOff.click();
  await expect(members).toHaveCount(2);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(members.nth(1)).toContainText('2. Half done');
  await takeOff.click();
  await page.getByRole('button', { name: 'Move "Right base" up' }).press('Enter');
  await expect(members.nth(0)).toContainText('1. Right base');
  await expect(page.getByRole('button', { name: 'Move "Right base" up' })).toBeFocused();
  await expect(page.getByText('The course is ready to be handed out.')).toBeVisible();
  await expect(page.getByTestId('studio-state')).toHaveText('Kept on this device.', PATIENCE);
  await page.reload();
  await expect(members).toHaveText([/^1\. Right base/, /^2\. A virtual patient/], PATIENCE);
  await page.getByLabel('Author').fill('A. Teacher');
  await picture(page, 'course', page.getByText('The course is ready to be handed out.'));

  await page.getByText('For a course system (Moodle, Canvas, ILIAS, Open edX)').click();
  await expect(page.getByTestId('course-size')).toContainText('MB of clips', PATIENCE);
  await page.getByLabel('Score to pass, 0-100').fill('600');
  await expect(page.getByText('A whole number from 0 to 100 belongs here')).toBeVisible();
  await page.getByLabel('Score to pass, 0-100').fill('60');
  await picture(page, 'course-system', page.getByTestId('course-system'));
  await axeCheck(page);
  const zip = await download(page, 'Save for a course system');
  expect(zip.name).toBe('first-steps-at-the-bedside-scorm-1.2.zip');
  const packed = await download(page, 'Save as a file');
  expect(packed.name).toBe('first-steps-at-the-bedside.batsign');

  // The command makes the same of the same, but for the number of the revision.
  const [ofPage, ofCommand] = [unzipSync(zip.bytes), unzipSync(commandZip(packed.bytes))];
  const texts = (files: Record<string, Uint8Array>): string =>
    new TextDecoder().decode(files['assigned.json']).replace(/"revision": \d+/, '');
  expect(Object.keys(ofPage).sort()).toEqual(Object.keys(ofCommand).sort());
  expect(Object.keys(ofPage).filter((path) => path.startsWith('clips/'))).toHaveLength(3);
  expect(texts(ofPage)).toBe(texts(ofCommand));
  for (const [path, bytes] of Object.entries(ofPage)) {
    if (path !== 'assigned.json') expect(Buffer.compare(bytes, ofCommand[path]!), path).toBe(0);
  }

  // Drafts, course and what others handed out go along in a copy, and come to another device.
  await page.goto('/#/settings');
  await page.getByRole('checkbox', { name: /clips of my library/ }).check();
  const copy = await download(page, 'Save a copy');
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('/#/settings');
  const given = { name: copy.name, mimeType: 'application/zip', buffer: copy.bytes };
  await elsewhere.getByLabel('Saved copy').setInputFiles(given);
  const change = elsewhere.getByTestId('copy-change');
  await expect(change).toContainText('3 drafts are added.', PATIENCE);
  await expect(change).toContainText('1 course of your own is added.');
  await expect(change).toContainText('1 package of a teacher is added.');
  await elsewhere.getByRole('button', { name: 'Add it' }).click();
  await expect(elsewhere.getByText('The copy was brought in.')).toBeVisible(PATIENCE);
  await elsewhere.goto('/#/studio');
  await elsewhere.getByRole('link', { name: 'First steps at the bedside' }).click(PATIENCE);
  await expect(elsewhere.getByTestId('course-members')).toContainText('1. Right base', PATIENCE);
  await elsewhere.goto('/#/play/0123abcd.keyed');
  await expect(elsewhere.getByRole('button', { name: /^Freeze/ })).toBeVisible(PATIENCE);
  await elsewhere.context().close();

  const course = await courseServe(zip.bytes, 'scorm12');
  const context = await browser.newContext();
  try {
    course.course.start = { 'cmi.core.student_id': 's-17', 'cmi.core.entry': 'ab-initio' };
    const learner = await context.newPage();
    await learner.goto(course.address);
    const content = learner.frameLocator('#content');
    await expect(content.getByText('For students before their first night on call.')).toBeVisible(PATIENCE);
    await picture(learner, 'course-system-learner');
    await content.getByRole('link', { name: /Right base/ }).click();
    await content.getByRole('button', { name: /^Freeze/ }).click(PATIENCE);
    await expect(content.locator('#screen')).toHaveAttribute('data-frame-index', '2', PATIENCE);
    await content.getByRole('button', { name: 'Hand in my marks' }).click(PATIENCE);
    await expect(content.locator('.grade[data-finding=b_line]')).toBeVisible(PATIENCE);
    const bLine = content.locator('.grade[data-finding=b_line]');
    await bLine.locator('.measured-by summary').click();
    await expect(bLine).toContainText('graded by the key that A. Teacher drew');
    await expect.poll(() => course.kept.cmi?.['cmi.interactions.0.result'], PATIENCE).toBe('wrong');
    expect(course.kept.cmi).toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.interactions.0.type': 'performance',
    });
    // Nothing of the clip is kept on the learner's device.
    const inner = learner.frames().find((frame) => frame.url().includes('/content/'))!;
    const folders = await inner.evaluate(async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    });
    expect(folders).toEqual([]);
  } finally {
    await context.close();
    await course.close();
  }

  // A learner who opens the file has it as a course, in another language too.
  const spanish = await (await browser.newContext({ locale: 'es-ES' })).newPage();
  await spanish.goto('/#/packages');
  await packageDrop(spanish, packed.bytes);
  await spanish.getByTestId('package-preview').getByRole('button').first().click(PATIENCE);
  await expect(spanish.getByTestId('package')).toContainText('Primeros pasos junto a la cama', PATIENCE);
  await spanish.goto('/');
  await spanish.locator('a[href$=".course"]').click(PATIENCE);
  await expect(spanish.getByRole('heading', { level: 1 })).toHaveText('Primeros pasos junto a la cama');
  await expect(spanish.getByText('For students before their first night on call.')).toBeVisible();
  await expect(spanish.locator('.scenario-list > li')).toHaveText([/Right base/, /A virtual patient/]);
  await spanish.context().close();
});
