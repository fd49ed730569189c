import { readFileSync } from 'node:fs';
import { type Download, expect, type Page, test } from '@playwright/test';
import { keyChoose } from '../../src/domain/grading/key.ts';
import type { Mark } from '../../src/domain/marks/mark.ts';
import { answerExpected } from '../../src/domain/scenario/answer.ts';
import {
  type GradedStep,
  type QuestionStep,
  type Scenario,
  stepIsGraded,
} from '../../src/domain/scenario/scenario.ts';
import { assessmentForm, assessmentRead, assessmentScenario } from '../../src/parts/session/assessment.ts';
import { axeCheck, touchCheck } from './support/accessible.ts';
import { cursorMove, cursorStart, tabTo } from './support/keys.ts';
import { imageOf, PATIENCE, pointsApart } from './support/screen.ts';
import type { KnownImage } from './support/truth.ts';

test.describe.configure({ timeout: 1_800_000 });

/** Images of the wanted difficulty are looked for while one waits, and a busy machine is slow at it. */
const IMAGE_PATIENCE = { timeout: 240_000 };

const SEED = 1;
const NAME = 'Íñigo Núñez Peña';

test('an exam to its certificate by keyboard alone; its code fits its file and no other', async ({
  page,
}) => {
  // One form, whose marks need few keys.
  await page.addInitScript((seed) => {
    const random = crypto.getRandomValues.bind(crypto);
    const seeded = (into: ArrayBufferView<ArrayBuffer>) =>
      into instanceof Uint32Array ? into.fill(seed) : random(into);
    crypto.getRandomValues = seeded as Crypto['getRandomValues'];
    // On a busy machine keys are slow: the seconds that are counted are longer, so that no time is up.
    const later = window.setTimeout.bind(window);
    const longer = (act: () => void, ms?: number) => later(act, ms === 1000 ? 2500 : ms);
    window.setTimeout = longer as typeof setTimeout;
  }, SEED);
  await page.goto('/');
  await tabTo(page, /^Take the exam/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Exam' })).toBeVisible(PATIENCE);
  await axeCheck(page);
  // Whoever marks with keys has extra time.
  await page.keyboard.press('Tab');
  await tabToField(page, 'extra');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '100 % more' })).toBeChecked();
  await tabTo(page, /^Begin the exam/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/exam-1-1-100$/, PATIENCE);
  const sitting = assessmentRead(page.url().split('/').at(-1)!)!;
  const scenario = assessmentScenario(sitting);
  for (let i = 0; i < scenario.images.length; i++) await itemAnswer(page, scenario, i);

  await expect(page.getByRole('heading', { name: 'The exam is over' })).toBeVisible(PATIENCE);
  await expect(page.getByRole('link', { name: 'Items and certificate' })).toBeVisible(PATIENCE);
  await tabTo(page, /^Items and certificate/);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('exam-score')).toHaveAttribute('data-passed', 'true', PATIENCE);
  await expect(page.locator('.exam-item')).toHaveCount(16);
  await tabTo(page, /^Show the image with its key/);
  await page.keyboard.press('Enter');
  // Of a rib the marks beside the key; the focus goes on from there to the next item, of a patient.
  await expect(page.locator('.answered-picture')).toHaveCount(2, PATIENCE);
  await tabTo(page, /^Show the image with its key/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.exam-item').nth(1).locator('.answered-picture')).toHaveCount(1, PATIENCE);
  await axeCheck(page);

  await page.locator('#main').focus();
  await tabToField(page, null);
  await page.keyboard.type(NAME);
  const pdf = await downloaded(page, () => page.keyboard.press('Enter'));
  const told = await page.getByTestId('certificate-code').innerText();
  const code = told.replace('Code: ', '');
  expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  const text = readFileSync(await pdf.path(), 'latin1');
  expect(pdf.suggestedFilename()).toBe('batsign-certificate.pdf');
  expect(text).toContain(`(${NAME})`);
  expect(text).toContain(`(${code})`);
  await tabTo(page, /^Save the exam/);
  const saved = await downloaded(page, () => page.keyboard.press('Enter'));
  const file = readFileSync(await saved.path(), 'utf8');

  await tabTo(page, /^Take another exam/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/of 16 right, passed/)).toBeVisible(PATIENCE);
  await tabToField(page, null);
  await page.keyboard.insertText(code.toLowerCase());
  await expect(page.getByLabel('Code of the certificate')).toHaveValue(code.toLowerCase());
  await fileCheck(page, file);
  await expect(page.getByTestId('certificate-verdict')).toContainText(`The code matches this file. ${NAME}`);
  await expect(page.getByTestId('certificate-verdict')).toContainText('passed');
  await fileCheck(page, file.replace(NAME, 'Somebody Else'));
  await expect(page.getByTestId('certificate-verdict')).toContainText('The code does not match this file');
  await fileCheck(page, '{"product":"batsign"');
  await expect(page.getByTestId('certificate-verdict')).toContainText('not the file of an exam');
});

test('an item with its times fits a phone', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'es' });
  await page.goto('/#/exam');
  await page.getByRole('button', { name: 'Empezar el examen' }).click(PATIENCE);
  await expect(page.getByTestId('progress')).toContainText('1 de 16', IMAGE_PATIENCE);
  await expect(page.locator('.time-left')).toBeVisible(IMAGE_PATIENCE);
  await touchCheck(page);
  await page.close();
});

/** Answers an item as the truth would have it, by keys. */
async function itemAnswer(page: Page, scenario: Scenario, index: number): Promise<void> {
  await expect(page.getByTestId('progress')).toContainText(`${index + 1} of 16`, IMAGE_PATIENCE);
  const item = assessmentForm(assessmentRead(scenario.id)!)[index]!;
  const { id } = scenario.images[index]!;
  const step = scenario.steps.filter(stepIsGraded).find(({ imageId }) => imageId === id)!;
  if (item.skill === 'lung_sliding') {
    await expect(page.getByRole('button', { name: 'Go on' })).toBeEnabled(IMAGE_PATIENCE);
    await tabTo(page, /^Go on/);
    await page.keyboard.press('Enter');
  }
  const panel = step.kind === 'mark' ? 'Marking' : 'Question';
  await expect(page.locator('.panel-body')).toHaveAttribute('aria-label', panel, IMAGE_PATIENCE);
  if (step.kind === 'mark') {
    const { frame, marks } = await imageOf(page);
    await tabTo(page, /^Ultrasound image/);
    await marksPlace(page, step.findings[0]!.finding, frame.sector, marks);
    await page.keyboard.press('4');
    return;
  }
  await replyGive(page, step, item.isNormal);
}

async function marksPlace(
  page: Page,
  finding: string,
  sector: KnownImage['frame']['sector'],
  marks: readonly Mark[],
): Promise<void> {
  let cursor = cursorStart(sector);
  for (const mark of marks) {
    if (mark.kind === 'eraser' || mark.kind === 'brush' || mark.finding !== finding) continue;
    const keys = { line: 'l', beam: 'v', region: 'r' } as const;
    await page.keyboard.press(keys[mark.kind]);
    const apart = mark.kind === 'line' ? 5 : mark.finding === 'rib' ? 2.5 : 6;
    for (const point of mark.kind === 'beam' ? [mark.origin] : pointsApart(mark.points, apart)) {
      // The cross-hair stays on the image, which is widest at the bottom: down first, and up last.
      const deeper = { x: point.y > cursor.y ? cursor.x : point.x, y: Math.max(point.y, cursor.y) };
      cursor = await cursorMove(page, cursor, deeper);
      cursor = await cursorMove(page, cursor, point);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('f');
  }
}

async function replyGive(page: Page, step: GradedStep, isNormal: boolean): Promise<void> {
  if (step.kind === 'm_mode') {
    await choose(
      page,
      step.options.findIndex(({ value }) => value === (isNormal ? 'seashore' : 'barcode')),
    );
    await expect(page.getByRole('button', { name: 'Answer' })).toBeEnabled(IMAGE_PATIENCE);
    await tabTo(page, /^Answer/);
    await page.keyboard.press('Enter');
    return;
  }
  if (step.kind !== 'question') throw new Error(`${step.kind} is no step of an exam.`);
  const answer = isSliding(step) ? { value: isNormal ? 'yes' : 'no' } : await imageAnswer(page, step);
  if (step.reply.kind === 'choice') {
    await choose(
      page,
      step.reply.options.findIndex(({ value }) => value === answer.value),
    );
  } else {
    await tabToNumber(page);
    await page.keyboard.type(String(answer.value));
  }
  await tabTo(page, /^4Sure/);
  await page.keyboard.press('Enter');
}

function isSliding({ reply: { answer } }: QuestionStep): boolean {
  return typeof answer === 'object' && 'from' in answer && answer.from === 'sliding';
}

/** The answer to a question about a simulated image. */
async function imageAnswer(page: Page, { reply }: QuestionStep) {
  const { truth, mask } = await imageOf(page);
  return answerExpected(reply, { truth, key: keyChoose({ truth: mask, network: null }).key, zones: null })!;
}

/** Picks an option by its place. */
async function choose(page: Page, place: number): Promise<void> {
  await tabToField(page, 'reply');
  await page.keyboard.press('Space');
  for (let i = 0; i < place; i++) await page.keyboard.press('ArrowDown');
}

/** Presses Tab until a field of this name has the focus; null for one to write in. */
async function tabToField(page: Page, name: string | null): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => {
      const element = document.activeElement;
      if (!(element instanceof HTMLInputElement)) return false;
      return wanted === null ? element.type === 'text' : element.name === wanted;
    }, name);
  for (let i = 0; i < 60; i++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach the field ${name}.`);
}

async function tabToNumber(page: Page): Promise<void> {
  const number = page.getByRole('spinbutton');
  for (let i = 0; i < 60; i++) {
    if (await number.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the number.');
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const coming = page.waitForEvent('download', PATIENCE);
  await act();
  return coming;
}

/** Opens a text as the file of an exam. */
async function fileCheck(page: Page, content: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser', PATIENCE);
  await tabTo(page, /^Open the exam/);
  await page.keyboard.press('Enter');
  const chooser = await choosing;
  await chooser.setFiles({
    name: 'exam.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content, 'utf8'),
  });
}
