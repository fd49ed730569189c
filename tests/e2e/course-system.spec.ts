import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type FrameLocator, type Page, test } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import { toolPath } from '../../scripts/lib/tools.mjs';
import { lrsFake } from '../support/lrs-fake.ts';
import { axeCheck } from './support/accessible.ts';
import { courseServe } from './support/course-frame.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

const FIXTURES = join(ROOT, 'tests', 'fixtures', 'course');

function packed(names: readonly string[], args: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'batsign-course-'));
  const out = join(folder, 'course.zip');
  const files = names.map((name) => join(FIXTURES, `${name}.yaml`));
  const command = [toolPath('tsx'), join(ROOT, 'src/cli/package.ts'), ...files, ...args, '--out', out];
  execFileSync(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** The zip that a teacher saves in the studio, of a scenario that they open there. */
async function studioPacked(
  browser: Browser,
  name: string,
  target: string,
  endpoint: string | null,
): Promise<Uint8Array> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/#/studio');
  await page.getByLabel('A scenario (.yaml)').setInputFiles(join(FIXTURES, `${name}.yaml`), PATIENCE);
  await page.getByRole('button', { name: '5 Try' }).click(PATIENCE);
  await page.getByText('For a course system (Moodle, Canvas, ILIAS, Open edX)').click();
  await page.getByLabel('What your course system takes').selectOption({ label: target });
  if (endpoint !== null) await page.getByLabel('Address of the learning record store').fill(endpoint);
  const saving = page.waitForEvent('download', PATIENCE);
  await page.getByRole('button', { name: 'Save for a course system' }).click();
  const bytes = readFileSync(await (await saving).path());
  await context.close();
  return bytes;
}

const contentOf = (page: Page): FrameLocator => page.frameLocator('#content');

async function choose(content: FrameLocator | Page, value: string): Promise<void> {
  await content.locator(`input[name=reply][value=${value}]`).check({ force: true, ...PATIENCE });
  await content.getByRole('button', { name: 'Answer' }).click();
  await content.getByRole('button', { name: 'Go on' }).click(PATIENCE);
}

test('SCORM 1.2: launch, answer, close the tab, come back, finish', async ({ context }) => {
  const course = await courseServe(packed(['two-questions'], ['--scorm', '1.2', '--pass', '80']), 'scorm12');
  try {
    course.course.start = {
      'cmi.core.student_id': 's-17',
      'cmi.core.student_name': 'Rivera, Ana',
      'cmi.core.entry': 'ab-initio',
      'cmi.student_data.mastery_score': '80',
    };
    const first = await context.newPage();
    await first.goto(course.address);
    await choose(contentOf(first), 'shadow');
    await expect(contentOf(first).getByTestId('course-saved')).toHaveAttribute(
      'data-saved',
      'saved',
      PATIENCE,
    );
    expect(course.kept.cmi).toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.interactions.0.type': 'choice',
      'cmi.interactions.0.student_response': 'a',
      'cmi.interactions.0.correct_responses.0.pattern': 'a',
      'cmi.interactions.0.result': 'correct',
    });
    const commits = course.kept.commits;
    await first.close({ runBeforeUnload: true });
    await expect.poll(() => course.kept.commits, PATIENCE).toBeGreaterThan(commits);
    expect(course.kept.cmi).toMatchObject({ 'cmi.core.exit': 'suspend' });
    expect(course.kept.cmi?.['cmi.suspend_data']?.length).toBeLessThanOrEqual(4096);

    // On another computer: nothing is kept there but what the course system has.
    const other = await context.browser()!.newContext({ viewport: { width: 1280, height: 800 } });
    course.course.start = { ...course.course.start, 'cmi.core.entry': 'resume' };
    const second = await other.newPage();
    await second.goto(course.address);
    const content = contentOf(second);
    await content.getByRole('spinbutton').fill('3', PATIENCE);
    await content.getByRole('button', { name: 'Answer' }).click();
    await content.getByRole('button', { name: 'Go on' }).click();
    await expect(content.getByTestId('run-score')).toBeVisible(PATIENCE);
    expect(course.kept.cmi).toMatchObject({
      'cmi.core.lesson_status': 'failed',
      'cmi.core.score.raw': '50',
      'cmi.interactions.1.type': 'numeric',
      'cmi.interactions.1.student_response': '3',
      'cmi.interactions.1.result': 'wrong',
    });
    await expect(content.getByText('Your course asks for 80 of 100 on the whole.')).toBeVisible();
    await content.getByRole('link', { name: 'To the hand-in' }).click();
    await expect(content.getByTestId('course-result')).toHaveText('Your score is 50 of 100. Not passed.');
    await axeCheck(second);
    await content.getByRole('button', { name: 'Hand in and close' }).click();
    await expect(content.getByText('Your work is handed over to your course.')).toBeVisible();
    await expect.poll(() => course.kept.cmi?.['cmi.core.exit']).toBe('');
    await other.close();
  } finally {
    await course.close();
  }
});

test('SCORM 2004, from the studio: marks are told; a server that fails loses nothing; a look back tells nothing', async ({
  page,
  browser,
}) => {
  const zip = await studioPacked(browser, 'one-image', 'SCORM 2004, 4th edition', null);
  const course = await courseServe(zip, 'scorm2004');
  try {
    course.course.start = {
      'cmi.learner_id': 's-18',
      'cmi.learner_name': 'Ana',
      'cmi.scaled_passing_score': '0.3',
    };
    course.course.delayMs = 500;
    course.kept.isFailing = true;
    await page.goto(course.address);
    const content = contentOf(page);
    await choose(content, 'pleural_line');
    await expect(content.getByTestId('course-saved')).toHaveAttribute('data-saved', 'unsaved', PATIENCE);
    await expect(content.getByText('The course system has not saved your work yet.')).toBeVisible();
    course.kept.isFailing = false;
    await expect(content.getByTestId('course-saved')).toHaveAttribute('data-saved', 'saved', PATIENCE);
    await content.getByRole('button', { name: /^Freeze/ }).click(PATIENCE);
    await content.getByRole('button', { name: 'Hand in my marks' }).click(PATIENCE);
    await content.getByRole('button', { name: 'Go on' }).click(PATIENCE);
    await expect(content.getByTestId('run-score')).toBeVisible(PATIENCE);
    await expect.poll(() => course.kept.cmi?.['cmi.completion_status'], PATIENCE).toBe('completed');
    expect(course.kept.cmi).toMatchObject({
      'cmi.success_status': 'passed',
      'cmi.score.scaled': '0.3333',
      'cmi.interactions.0.learner_response': 'pleural_line',
      'cmi.interactions.1.type': 'performance',
      'cmi.interactions.1.result': 'incorrect',
      'cmi.interactions.1.description': expect.stringContaining('leural line'),
    });
    expect(course.kept.cmi?.['cmi.interactions.1.learner_response']).toContain('misses[.]1');

    course.course.start = { ...course.course.start, 'cmi.mode': 'review', 'cmi.entry': 'resume' };
    await page.goto(course.address);
    await expect(content.getByText('You are looking back at a finished attempt')).toBeVisible(PATIENCE);
    const suspended = course.kept.cmi?.['cmi.suspend_data'];
    const commits = course.kept.commits;
    await page.goto('about:blank');
    await expect.poll(() => course.kept.commits, PATIENCE).toBeGreaterThan(commits);
    expect(course.kept.cmi).toMatchObject({
      'cmi.success_status': 'passed',
      'cmi.score.scaled': '0.3333',
      'cmi.suspend_data': suspended,
    });
  } finally {
    await course.close();
  }
});

test('cmi5, from the studio: without a network answers wait, and arrive once it is back; closing the tab ends the session', async ({
  context,
  browser,
}) => {
  const lrs = await lrsFake();
  lrs.states.set(
    'LMS.LaunchData',
    JSON.stringify({ launchMode: 'Normal', masteryScore: 0.5, contextTemplate: {} }),
  );
  const zip = await studioPacked(browser, 'two-questions', 'cmi5, or xAPI', lrs.address);
  const course = await courseServe(zip, 'scorm12');
  try {
    expect(Object.keys(course.files)).toContain('cmi5.xml');
    const page = await context.newPage();
    await page.goto(`${course.address}content/index.html?${lrs.launchQuery()}`);
    await expect(page.locator('input[name=reply]').first()).toBeAttached(PATIENCE);
    await expect.poll(() => lrs.verbs(), PATIENCE).toEqual(['initialized']);
    await context.setOffline(true);
    await choose(page, 'shadow');
    await expect(page.getByTestId('course-saved')).toHaveAttribute('data-saved', 'unsaved', PATIENCE);
    await expect(page.getByText('The course system cannot be reached at the moment.')).toBeVisible();
    await context.setOffline(false);
    await expect.poll(() => lrs.verbs(), PATIENCE).toEqual(['initialized', 'answered']);
    await expect(page.getByTestId('course-saved')).toHaveAttribute('data-saved', 'saved', PATIENCE);
    await page.getByRole('spinbutton').fill('2');
    await page.getByRole('button', { name: 'Answer' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect
      .poll(() => lrs.verbs(), PATIENCE)
      .toEqual(['initialized', 'answered', 'answered', 'completed', 'passed']);
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => lrs.verbs().at(-1), PATIENCE).toBe('terminated');
    expect(lrs.bad).toEqual([]);
  } finally {
    await course.close();
    await lrs.close();
  }
});

test('without a course system one plays all the same, and is told', async ({ page }) => {
  const course = await courseServe(packed(['two-questions'], ['--scorm', '1.2']), 'scorm12');
  try {
    course.course.isThere = false;
    await page.goto(course.address);
    const content = contentOf(page);
    await expect(content.getByText('No course system answers around this page.')).toBeVisible(PATIENCE);
    await choose(content, 'shadow');
    await expect(content.getByRole('spinbutton')).toBeVisible();
  } finally {
    await course.close();
  }
});
