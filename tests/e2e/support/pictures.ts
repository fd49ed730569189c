import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

/** A picture of docs/for-teachers.md, renewed where BATSIGN_PICTURES names their folder; `end`: what it shows at its foot. */
export async function picture(page: Page, name: string, end?: Locator): Promise<void> {
  const folder = process.env.BATSIGN_PICTURES;
  if (folder === undefined) return;
  await page.mouse.move(0, 0);
  await end?.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  // Until the marks are revealed and nothing moves any more; no test waits for it.
  await page.waitForTimeout(3000);
  await page.screenshot({
    path: join(folder, `${name}.jpg`),
    type: 'jpeg',
    quality: 72,
    animations: 'disabled',
  });
}
