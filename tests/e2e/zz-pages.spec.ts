import { test } from '@playwright/test';
test.describe.configure({ timeout: 600_000 });
const OUT = '/tmp/screens-shots';
for (const [name, viewport, locale] of [
  ['en', { width: 1280, height: 800 }, 'en'],
  ['es', { width: 390, height: 844 }, 'es'],
] as const) {
  test(`pages ${name}`, async ({ browser }) => {
    const page = await browser.newPage({ viewport, locale });
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(String(e)));
    for (const path of ['', 'about', 'settings', 'learners', 'exam', 'progress', 'course/sliding', 'course/catch-the-ai']) {
      await page.goto(`/#/${path}`, { timeout: 60_000 });
      await page.waitForTimeout(path === '' ? 6000 : 3000);
      await page.screenshot({ path: `${OUT}/${name}-${path.replace('/', '-') || 'home'}.jpg`, quality: 70, type: 'jpeg', fullPage: true });
    }
    await page.goto('/#/glossary');
    await page.waitForTimeout(3000);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0, i = 0; y < height; y += viewport.height, i++) {
      await page.evaluate((at) => scrollTo(0, at), y);
      await page.waitForTimeout(900);
    }
    await page.waitForTimeout(8000);
    await page.screenshot({ path: `${OUT}/${name}-glossary.jpg`, quality: 70, type: 'jpeg', fullPage: true });
    const cards = page.getByRole('article');
    const n = await cards.count();
    console.log(name, 'cards', n, 'height', height, errors);
    await page.close();
  });
}
