import { expect, test } from '@playwright/test';
import { axeCheck } from './support/accessible.ts';
import { panelIs, scenarioStart } from './support/play.ts';
import { scenarioRead } from './support/truth.ts';

/** By whose word a text says what it says: folded up beside it, and nothing is fetched. */

test('a briefing names its sources where they are asked for', async ({ page }) => {
  const elsewhere: string[] = [];
  await scenarioStart(page, scenarioRead('find-the-bat-sign').title);
  await panelIs(page, 'Briefing');
  page.on('request', (request) => {
    if (new URL(request.url()).hostname.includes('doi')) elsewhere.push(request.url());
  });
  const sources = page.getByTestId('sources');
  await expect(sources.getByRole('listitem').first()).toBeHidden();
  await sources.getByText('Sources').click();
  await expect(sources.getByText('Lung ultrasound in the critically ill')).toBeVisible();
  const links = await sources.getByRole('link').all();
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    await expect(link).toHaveAttribute('href', /^https:\/\/doi\.org\/10\.\d+\//);
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  }
  await axeCheck(page);
  expect(elsewhere).toEqual([]);
});

test('the about page lists every work', async ({ page }) => {
  await page.goto('/#/about');
  const works = page.getByText(/^The \d+ works$/);
  const count = Number(/\d+/.exec(await works.innerText())?.[0]);
  await works.click();
  await expect(page.locator('.works li')).toHaveCount(count);
  expect(count).toBeGreaterThan(15);
});
