import { expect, test } from '@playwright/test';
import { blueBranch } from '../../src/domain/survey/blue.ts';
import type { ZoneReading } from '../../src/domain/survey/zone-reading.ts';
import { axeCheck } from './support/accessible.ts';
import { panelIs, scenarioStart } from './support/play.ts';
import { zoneAnswer, zoneFreeze } from './support/round-patient.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 420_000 });

const TITLE = 'After a fall from a ladder';
const POINTS = ['R-upper', 'R-lower', 'R-plaps', 'L-upper', 'L-lower', 'L-plaps'];

test('a whole patient is scanned zone by zone, decided on, and read in the report', async ({ page }) => {
  await scenarioStart(page, TITLE);
  await page.getByRole('button', { name: 'Go on' }).click();
  await panelIs(page, 'Survey');
  await axeCheck(page);
  const readings = new Map<string, ZoneReading>();
  for (const place of POINTS.keys()) {
    const { zoneId, truth } = await zoneFreeze(page);
    expect(zoneId).toBe(POINTS[place]);
    if (place === 0) await axeCheck(page);
    readings.set(zoneId, truth);
    await zoneAnswer(page, truth);
    await expect(page.getByTestId('survey-progress')).toContainText(`${place + 1} of 6`);
    if (place !== 2) continue;
    // The place survives a reload, with its zones.
    await page.reload();
    await panelIs(page, 'Survey');
    await expect(page.getByTestId('survey-progress')).toContainText('3 of 6');
  }
  const own = blueBranch(readings);
  expect(own?.profile).toBe('a_prime');

  await page.getByRole('button', { name: 'Finish the survey' }).click();
  await panelIs(page, 'Question');
  await page.locator('input[name=reply][value=a_prime]').check({ force: true });
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByTestId('reply-score')).toHaveAttribute('data-score', '100');
  await page.getByRole('button', { name: 'Go on' }).click();

  await panelIs(page, 'Report');
  await axeCheck(page);
  await expect(page.getByTestId('survey-score')).toHaveAttribute('data-score', '100');
  await expect(page.getByTestId('zone-row')).toHaveCount(6);
  await expect(page.getByTestId('lus-sum')).toHaveAttribute('data-yours', '0');
  await expect(page.getByTestId('blue-yours')).toHaveAttribute('data-profile', 'a_prime');
  await expect(page.getByTestId('blue-truth')).toHaveAttribute('data-profile', 'a_prime');
  await page.getByRole('button', { name: 'Go on' }).click();
  await panelIs(page, 'Debrief');
  await page.getByRole('button', { name: 'Show my result' }).click();
  await expect(page.getByTestId('run-score')).toHaveAttribute('data-score', '100', PATIENCE);
});

test('who reads no zone has nothing to decide by: it counts 0, and the report claims no truth', async ({
  page,
}) => {
  await scenarioStart(page, TITLE);
  await page.getByRole('button', { name: 'Go on' }).click();
  await panelIs(page, 'Survey');
  await page.getByRole('button', { name: 'Finish without the other zones' }).click();
  await panelIs(page, 'Question');
  await page.locator('input[name=reply][value=a_prime]').check({ force: true });
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByTestId('reply-score')).toHaveAttribute('data-score', '0');
  await expect(page.getByTestId('reply-score')).toContainText('You read no zone of this chest');
  await page.getByRole('button', { name: 'Go on' }).click();
  await panelIs(page, 'Report');
  await expect(page.getByTestId('unread')).toBeVisible();
  await expect(page.getByTestId('lus-sum')).toHaveCount(0);
});
