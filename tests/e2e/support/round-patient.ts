import { expect, type Page } from '@playwright/test';
import { zoneFind } from '../../../src/domain/scan/zones.ts';
import type { ZoneReading } from '../../../src/domain/survey/zone-reading.ts';
import { zoneTruth } from '../../../src/domain/survey/zone-truth.ts';
import { panelIs } from './play.ts';
import { probePut, toldOf, truthOf } from './scan.ts';
import { PATIENCE } from './screen.ts';

const PATTERN_KEYS = ['a_lines', 'b_lines', 'confluence', 'consolidation', 'effusion'];
const SLIDING_KEYS = ['yes', 'no', 'in_part'];

/** Puts the probe on the middle of a zone and freezes what is seen from there. */
export async function zoneTry(page: Page, zoneId: string): Promise<void> {
  const zone = zoneFind(zoneId);
  if (zone === null) throw new Error(`No zone is called ${zoneId}.`);
  await toldOf(page);
  await probePut(page, zone);
  await expect(page.getByTestId('zone-under')).toHaveAttribute('data-zone', zoneId, PATIENCE);
  await page.locator('#screen').press(' ');
}

/** Freezes an image of the next zone of a survey without an answer and gives what is right of it. */
export async function zoneFreeze(
  page: Page,
): Promise<{ readonly zoneId: string; readonly truth: ZoneReading }> {
  await page.locator('#screen').focus();
  await page.keyboard.press('n');
  await page.keyboard.press('Space');
  await panelIs(page, 'Zone');
  const zoneId = (await page.getByTestId('zone').getAttribute('data-zone'))!;
  await expect(page.locator('#screen')).toHaveAttribute('data-layout', /\d/, PATIENCE);
  const { truth } = truthOf(await toldOf(page));
  return { zoneId, truth: zoneTruth(truth, zoneId).truth };
}

/** Gives the answer about a zone by the keyboard. */
export async function zoneAnswer(page: Page, { pattern, sliding }: ZoneReading): Promise<void> {
  await page.keyboard.press(String(PATTERN_KEYS.indexOf(pattern) + 1));
  await page.keyboard.press(String(SLIDING_KEYS.indexOf(sliding ?? 'yes') + 6));
  await page.getByRole('button', { name: 'Keep this answer' }).click();
  await panelIs(page, 'Survey');
}

/** Accepts each proposal, says that none is missing, and hands that in. */
export async function proposalsAccept(page: Page): Promise<void> {
  const rows = page.getByTestId('proposal');
  const count = await rows.count();
  for (let i = 0; i < count; i++) {
    const isLast = i === count - 1;
    await page.getByRole('button', { name: isLast ? 'None is missing' : 'Accept', exact: true }).click();
    await page.getByRole('button', { name: /^Sure/ }).click();
    await expect(rows.nth(i)).toContainText(isLast ? 'none is missing' : 'accepted');
  }
  await page.getByRole('button', { name: 'Hand in my decisions' }).click();
}
