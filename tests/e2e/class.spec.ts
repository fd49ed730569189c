import { readFileSync } from 'node:fs';
import { type Download, expect, type Page, test } from '@playwright/test';
import { resultsFileRead, resultsFileWrite } from '../../src/domain/class-results/results-file.ts';
import type { RoundItem } from '../../src/domain/learning/next-round.ts';
import { roundId } from '../../src/parts/session/round-id.ts';
import { axeCheck, touchCheck } from './support/accessible.ts';
import { goOn, panelIs } from './support/play.ts';
import { roundShown } from './support/round.ts';
import { imageOf, marksDraw, PATIENCE } from './support/screen.ts';

/** An image that is as wanted is looked for while one waits, and later made again twice. */
test.describe.configure({ timeout: 900_000 });

const ITEM: RoundItem = {
  skill: 'rib.find',
  level: 'easy',
  isNormal: false,
  seed: 7,
  reason: { code: 'new_skill', item: 1 },
};

test('a class by files and by code: handed in, put together, commented, and back to the learner', async ({
  page,
}) => {
  await page.goto(`/#/play/${roundId([ITEM])}?class=Group%203B`);
  expect(await roundShown(page, null)).toMatchObject({ place: 'Marking' });
  const { marks, frame } = await imageOf(page);
  await marksDraw(page, marks, frame.sector);
  await page.getByTestId('sure-4').click();
  await panelIs(page, 'Feedback');
  await goOn(page, 'Go on');
  await page.getByRole('link', { name: 'Hand in for Group 3B' }).click(PATIENCE);

  // A name that a spreadsheet would run, so that the table at the end shows whether it does.
  await expect(page.getByRole('textbox', { name: 'Class' })).toHaveValue('Group 3B', PATIENCE);
  await page.getByRole('button', { name: 'Save the file' }).click();
  await expect(page.getByRole('alert')).toHaveText('Type a name that your teacher knows you by.');
  await page.getByRole('textbox', { name: 'Your name' }).fill('=Ana');
  const ana = readFileSync(
    await (await downloaded(page, () => page.getByRole('button', { name: 'Save the file' }).click())).path(),
    'utf8',
  );
  await expect(page.getByTestId('handed-in')).toContainText('batsign-results-Ana.json');
  await page.getByRole('button', { name: 'Show the code' }).click();
  await expect(page.getByRole('img', { name: /^QR code of the result/ })).toBeVisible(PATIENCE);
  const code = await page.getByTestId('result-code').inputValue();
  await axeCheck(page);

  await page.goto('/#/class');
  await page.getByLabel('Results files of a class').setInputFiles([
    { name: 'ana.json', mimeType: 'application/json', buffer: Buffer.from(ana) },
    { name: 'ben.json', mimeType: 'application/json', buffer: Buffer.from(secondOf(ana)) },
    { name: 'half.json', mimeType: 'application/json', buffer: Buffer.from(ana.slice(0, 300)) },
  ]);
  await expect(page.getByTestId('class-opened')).toHaveText('2 learners', PATIENCE);
  await expect(page.getByTestId('class-problems')).toContainText('“half.json” was cut short');
  await expect(page.getByTestId('learners').locator('tbody tr')).toHaveCount(2);
  const item = page.getByTestId('items').getByRole('button', { name: /^Find ribs, easy, present/ });
  await expect(item).toBeVisible();
  await axeCheck(page);

  await item.click();
  await page.getByRole('button', { name: 'Show the marks of all' }).click();
  await expect(page.getByTestId('heat')).toHaveAttribute('data-learners', '2', PATIENCE);
  // The first learner marked the ribs, the second none: half of the class did.
  await expect(page.getByRole('dialog')).toContainText(
    /Half of the learners or more marked \d+ % of the key/,
  );
  await axeCheck(page);
  await page.keyboard.press('Escape');
  await expect(item).toBeFocused();

  const table = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save the learners (CSV)' }).click(),
  );
  expect(readFileSync(await table.path(), 'utf8')).toMatch(/^\uFEFFLearner,[^\n]*\r\n'=Ana,1,1,/);

  await page.getByTestId('learners').getByRole('button', { name: '=Ana' }).click();
  await page.getByRole('textbox', { name: /^Comment on Find ribs/ }).fill('Well seen.\nNow the pleura.');
  await page.getByRole('textbox', { name: 'Your name' }).fill('T. Teacher');
  await page.setViewportSize({ width: 390, height: 844 });
  await touchCheck(page);
  const comments = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save the comments for =Ana' }).click(),
  );
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Text of a code' }).fill(code);
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByTestId('code-told')).toHaveText('Taken: =Ana.');
  await expect(page.getByTestId('class-opened')).toHaveText('2 learners');
  await page.getByRole('textbox', { name: 'Text of a code' }).fill(code.replace('Ana', 'Eva'));
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByTestId('code-told')).toContainText('was changed');
  await touchCheck(page);

  await page.goto('/#/progress');
  await page.getByLabel('File of comments').setInputFiles(await comments.path());
  await page.getByTestId('comments-taken').getByRole('link').click(PATIENCE);
  await expect(page.getByTestId('comment')).toContainText('Now the pleura.', PATIENCE);
  await expect(page.getByTestId('comment')).toContainText('T. Teacher');
});

/** The file of a second learner, who was given the same image and marked nothing. */
function secondOf(text: string): string {
  const read = resultsFileRead(text);
  if ('fault' in read) throw new Error(read.fault);
  const [attempt] = read.file.attempts;
  const answers = attempt!.answers.map((answer) => ({ ...answer, score: 0, marks: [] }));
  const learner = { id: 'another-learner', name: 'Ben' };
  return resultsFileWrite({ ...read.file, learner, attempts: [{ ...attempt!, id: 'another', answers }] });
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const [saved] = await Promise.all([page.waitForEvent('download', PATIENCE), act()]);
  return saved;
}
