import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Nothing that axe calls serious or critical. No page has frames, so axe runs within it alone, and not a second time
 * in an empty page that would put the answers of frames together.
 */
export async function axeCheck(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(told).toEqual([]);
}

/** Nothing is wider than the window, and all that is pressed is 24 CSS pixels wide and high (WCAG 2.2, 2.5.8). */
export async function touchCheck(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - innerWidth,
    small: [...document.querySelectorAll('a, button, input, select, label.choice')].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isHidden = width <= 1 || height <= 1 || element.closest('.hidden-visually, .skip-link') !== null;
      return isHidden || (width >= 24 && height >= 24)
        ? []
        : [`${element.tagName} ${element.textContent} ${width}x${height}`];
    }),
  }));
  expect(found).toEqual({ overflow: 0, small: [] });
}
