import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { axeCheck } from './support/accessible.ts';
import { PATIENCE } from './support/screen.ts';
import { NOTHING_KEPT, storageList } from './support/storage.ts';

test.describe.configure({ timeout: 180_000 });

const card = (page: Page, name: string) =>
  page.getByTestId('learner').filter({ has: page.getByRole('heading', { name, exact: true }) });
const here = (page: Page) => page.getByRole('navigation').getByRole('link', { name: /^Learner: / });

async function learnersOpen(page: Page): Promise<void> {
  await page.goto('/#/learners');
  await expect(page.getByRole('heading', { name: 'Learners', level: 1 })).toBeVisible(PATIENCE);
}

async function learnerAdd(page: Page, name: string): Promise<void> {
  const section = page.locator('section').filter({ hasText: 'Another learner' });
  await section.getByLabel('Name').fill(name);
  await section.getByRole('button', { name: 'Add this learner' }).click();
  await expect(card(page, name)).toBeVisible(PATIENCE);
}

/** Goes on as somebody else: the page is loaded anew. */
async function learnerGo(page: Page, name: string): Promise<void> {
  await card(page, name)
    .getByRole('button', { name: `Go on as ${name}` })
    .click();
  await expect(here(page)).toHaveText(name, PATIENCE);
}

async function learnerSave(page: Page, name: string): Promise<Buffer> {
  const [saved] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    card(page, name).getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe(`batsign-${name}.json`);
  return readFileSync((await saved.path())!);
}

function fileGive(page: Page, label: string, buffer: Buffer): Promise<void> {
  return page.getByLabel(label).setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer });
}

const soundOf = (page: Page) => page.getByRole('checkbox', { name: 'Play sounds' });

test('two learners have settings and a language of their own; one goes to another machine as a file', async ({
  page,
  browser,
}) => {
  await learnersOpen(page);
  await expect(here(page)).toHaveCount(0);
  await card(page, 'Learner 1').getByRole('button', { name: 'Rename' }).click();
  await card(page, 'Learner 1').getByLabel('Name').fill('Cy');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(here(page)).toHaveText('Cy');
  await learnerAdd(page, 'Ana');
  await axeCheck(page);
  await learnerGo(page, 'Ana');
  await page.goto('/#/settings');
  await soundOf(page).uncheck(PATIENCE);
  await page.getByRole('radio', { name: 'Español' }).check({ force: true });
  await expect(page.getByRole('heading', { name: 'Ajustes' })).toBeVisible(PATIENCE);
  await page.goto('/#/learners');
  await card(page, 'Cy').getByRole('button', { name: 'Seguir como Cy' }).click();
  await expect(page.getByRole('heading', { name: 'Learners', level: 1 })).toBeVisible(PATIENCE);
  await page.goto('/#/settings');
  await expect(soundOf(page)).toBeChecked(PATIENCE);

  await learnersOpen(page);
  const file = await learnerSave(page, 'Ana');
  const other = await (await browser.newContext()).newPage();
  await learnersOpen(other);
  await fileGive(other, 'File of a learner', file.subarray(0, file.length / 2));
  await expect(other.getByText('This is no copy that Batsign saved')).toBeVisible(PATIENCE);
  const newer = { ...JSON.parse(file.toString()), version: 99 };
  await fileGive(other, 'File of a learner', Buffer.from(JSON.stringify(newer)));
  await expect(other.getByText('A newer version of Batsign saved this copy')).toBeVisible(PATIENCE);
  const mended = { ...JSON.parse(file.toString()), items: [{ id: 'by hand', grade: 'best' }] };
  await fileGive(other, 'File of a learner', Buffer.from(JSON.stringify(mended)));
  await expect(other.getByText('1 record of the file is damaged and left out.')).toBeVisible(PATIENCE);
  await fileGive(other, 'File of a learner', file);
  await expect(other.getByText(/damaged and left out/)).toHaveCount(0, PATIENCE);
  await axeCheck(other);
  await other.getByRole('button', { name: 'Bring in as Ana' }).click();
  await expect(other.getByText('Ana was brought in.')).toBeVisible(PATIENCE);
  await learnerGo(other, 'Ana');
  await other.goto('/#/settings');
  await expect(soundOf(other)).not.toBeChecked(PATIENCE);

  // The same file again is known, and in the settings of somebody else it is asked about.
  await learnersOpen(other);
  await fileGive(other, 'File of a learner', file);
  await expect(other.getByRole('button', { name: 'Add to Ana what is missing' })).toBeVisible(PATIENCE);
  await page.goto('/#/settings');
  await fileGive(page, 'Saved copy', file);
  await expect(page.getByText('This copy is of another learner, Ana')).toBeVisible(PATIENCE);
  await axeCheck(page);
  await expect(page.getByRole('button', { name: 'Add it' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Bring it in here all the same' }).check();
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('The copy was brought in.')).toBeVisible(PATIENCE);
  await other.context().close();
});

test('a PIN is asked of whoever opens the page, and somebody else can go on', async ({ page, context }) => {
  await learnersOpen(page);
  await learnerAdd(page, 'Ana');
  await learnerGo(page, 'Ana');
  await learnersOpen(page);
  await card(page, 'Ana').getByRole('button', { name: 'Set a PIN' }).click();
  await expect(page.getByText('keeps the casual eye out and no more')).toBeVisible();
  await page.getByLabel('New PIN').fill('123');
  await page.getByLabel('New PIN').press('Enter');
  await expect(page.getByRole('alert').getByText('A PIN has 4 to 6 digits.')).toBeVisible();
  await page.getByLabel('New PIN').fill('0412');
  await page.getByLabel('New PIN').press('Enter');
  await expect(page.getByText('Ana has a PIN from now on.')).toBeVisible(PATIENCE);
  await expect(card(page, 'Ana').getByRole('button', { name: 'Rename' })).toBeFocused();
  await page.reload();
  await expect(here(page)).toHaveText('Ana', PATIENCE);

  const later = await context.newPage();
  await later.goto('/#/settings');
  await expect(later.getByRole('heading', { name: 'Who is here?' })).toBeFocused(PATIENCE);
  await axeCheck(later);
  await later.getByLabel('PIN of Ana').fill('9999');
  await later.getByLabel('PIN of Ana').press('Enter');
  await expect(later.getByText('This is not the PIN of Ana.')).toBeVisible(PATIENCE);
  await later.getByLabel('PIN of Ana').fill('0412');
  await later.getByLabel('PIN of Ana').press('Enter');
  await expect(later.getByRole('heading', { name: 'Settings' })).toBeVisible(PATIENCE);

  const another = await context.newPage();
  await another.goto('/#/learners');
  await another.getByRole('button', { name: 'Learner 1' }).click(PATIENCE);
  await expect(here(another)).toHaveText('Learner 1', PATIENCE);
  // Of somebody with a PIN nothing is handed over.
  await expect(card(another, 'Ana').getByRole('button', { name: 'Save as a file' })).toHaveCount(0);
  await expect(card(another, 'Ana').getByRole('button', { name: 'Go on as Ana' })).toBeVisible();
});

test('one is erased as one, a list that is lost is found again, and everything is erased with all else', async ({
  page,
}) => {
  await learnersOpen(page);
  await learnerAdd(page, 'Ana');
  await learnerAdd(page, 'Bo');
  await learnerGo(page, 'Ana');
  await learnersOpen(page);
  await card(page, 'Ana').getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByText('All that is kept of Ana is erased')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await axeCheck(page);
  await page.getByRole('button', { name: 'Yes, erase Ana' }).click();
  await expect(page.getByText('Ana was erased.')).toBeVisible(PATIENCE);
  await expect(here(page)).toHaveText('Learner 1');
  await expect(card(page, 'Ana')).toHaveCount(0);
  await expect(card(page, 'Bo')).toBeVisible();

  await page.evaluate(() => localStorage.setItem('batsign.learners', '{"learners":[{"ke'));
  await page.reload();
  await expect(card(page, 'Bo')).toBeVisible(PATIENCE);
  await learnerGo(page, 'Bo');
  await page.goto('/#/settings');
  await page.getByRole('button', { name: 'Erase my data' }).click(PATIENCE);
  await expect(page.getByText('There is one more learner on this device')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await expect(page.getByText('Nothing of them is left.')).toBeVisible(PATIENCE);
  await expect(here(page)).toHaveCount(0);
  expect((await storageList(page)).sessionKeys).toEqual([]);
  await page.goto('/third-party-notices.txt');
  await expect.poll(async () => (await storageList(page)).localKeys, PATIENCE).toEqual([]);
  expect((await storageList(page)).databases.filter((name) => name !== 'batsign')).toEqual(
    NOTHING_KEPT.databases,
  );
});
