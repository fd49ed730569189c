import type { Page } from '@playwright/test';
import type { MmPoint } from '../../../src/domain/geometry/point.ts';
import { mmFromBeam, type Sector } from '../../../src/domain/geometry/sector.ts';

/** Presses Tab until the element with this name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}.`);
}

/** Where the cross-hair stands before it was moved. */
export function cursorStart(sector: Sector): MmPoint {
  return mmFromBeam(sector, { lateral: 0, depthMm: sector.depthMm / 3 });
}

/** Moves the cross-hair in steps of 5 and 1 mm; gives where it is then. */
export async function cursorMove(page: Page, from: MmPoint, to: MmPoint): Promise<MmPoint> {
  const go = async (distance: number, less: string, more: string): Promise<number> => {
    const key = distance < 0 ? less : more;
    const steps = Math.round(Math.abs(distance));
    for (let i = 0; i < Math.floor(steps / 5); i++) await page.keyboard.press(`Shift+${key}`);
    for (let i = 0; i < steps % 5; i++) await page.keyboard.press(key);
    return Math.sign(distance) * steps;
  };
  const x = from.x + (await go(to.x - from.x, 'ArrowLeft', 'ArrowRight'));
  const y = from.y + (await go(to.y - from.y, 'ArrowUp', 'ArrowDown'));
  return { x, y };
}
