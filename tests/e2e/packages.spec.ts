import { expect, test } from '@playwright/test';
import { scenarioParse } from '../../src/domain/scenario/parse.ts';
import { ABOUT, packageMake, SMALL_SCENARIO } from '../support/package-make.ts';
import { axeCheck } from './support/accessible.ts';
import { packageDrop } from './support/package.ts';
import { imageMark, marksPass, panelIs, panelPass } from './support/play.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

const scenario = scenarioParse(SMALL_SCENARIO, 'small.yaml');
const COURSE = `${ABOUT.id.slice(0, 8)}.tests`;

test('a package is looked at, kept, played, kept beside itself and removed', async ({ page }) => {
  await page.goto('/#/packages');
  await expect(page.getByText('There is no package on this device yet.')).toBeVisible();
  await packageDrop(page, new TextEncoder().encode('PK, but no zip'));
  await expect(page.getByTestId('package-problem')).toContainText('no Batsign package');

  const bytes = await packageMake();
  await packageDrop(page, bytes);
  const preview = page.getByTestId('package-preview');
  await expect(preview).toContainText('Small package');
  await expect(preview).toContainText('By A. Teacher');
  await expect(preview).toContainText('1 scenario');
  await axeCheck(page);
  await preview.getByRole('button', { name: 'Keep this package' }).click();
  await expect(page.getByText('"Small package" is kept.')).toBeVisible(PATIENCE);
  await expect(page.getByTestId('package')).toContainText('Licence: CC-BY-4.0');
  await axeCheck(page);

  await page.goto('/');
  await page.locator(`a[href="#/course/${COURSE}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tests' })).toBeVisible();
  await page.getByRole('link', { name: /Small/ }).click();
  await panelIs(page, 'Briefing');
  await imageMark(page, scenario);
  await marksPass(page, scenario);
  await panelPass(page, 'Feedback', scenario);
  await panelIs(page, 'Result');

  // The same package again: it is asked how it comes to the one that is here.
  await page.goto('/#/packages');
  await packageDrop(page, await packageMake(undefined, { revision: 2 }));
  await expect(preview).toContainText('is on this device already (revision 1');
  await preview.getByRole('radio', { name: 'Keep both' }).check({ force: true });
  await preview.getByRole('button', { name: 'Keep this package' }).click();
  await expect(page.getByTestId('package')).toHaveCount(2, PATIENCE);

  const first = page.getByTestId('package').first();
  await first.getByRole('button', { name: 'Remove' }).click();
  await first.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(page.getByTestId('package')).toHaveCount(1, PATIENCE);
  await expect(page.getByTestId('package')).toContainText('revision 2');
});

test('a link to another place is told, and nothing is asked of it', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await page.goto(`/#/open?package=${encodeURIComponent('https://example.org/a.batsign')}`);
  await expect(page.getByRole('heading', { name: 'A package from another place' })).toBeVisible();
  await page.goto(`/#/open?package=${encodeURIComponent('packages/none.batsign')}`);
  await expect(page.getByTestId('package-problem')).toContainText('could not be fetched', PATIENCE);
  expect(asked.filter((url) => !url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url))).toEqual([]);
});
