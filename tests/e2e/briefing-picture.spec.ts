import { expect, test } from '@playwright/test';
import { say } from '../../src/ui/words/say.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

/** Smaller than this nobody reads a name at arm's length, CSS pixels. */
const LEAST_TEXT_PX = 12;

for (const [viewport, isFontThere] of [
  [{ width: 1280, height: 800 }, true],
  [{ width: 1280, height: 800 }, false],
  [{ width: 390, height: 844 }, true],
] as const) {
  test.describe(`${viewport.width} pixels wide, ${isFontThere ? 'with' : 'without'} the font`, () => {
    test.use({ viewport });
    test.beforeEach(async ({ page }) => {
      if (!isFontThere) await page.route('**/*.woff2', (route) => route.abort());
    });

    for (const name of ['count-the-b-lines', 'find-the-sick-zone', 'bat-sign-on-your-phantom']) {
      const scenario = scenarioRead(name);

      test(`${scenario.title}: every name on the briefing's picture can be read`, async ({ page }) => {
        const [first] = scenario.steps;
        if (first?.kind !== 'briefing' || first.picture === null) throw new Error('No picture.');
        const names = first.picture.labels.map((label) => say(`findings.${label}.label`));
        await page.goto(`/#/play/${scenario.id}`);
        const figure = page.locator('.labelled-picture');
        const texts = figure.locator('text');
        await expect(texts).toHaveCount(names.length, PATIENCE);
        expect(new Set(await texts.allTextContents())).toEqual(new Set(names));
        if (isFontThere) await page.evaluate(async () => document.fonts.ready);
        const image = figure.getByRole('img');
        for (const one of names) {
          await expect(image).toHaveAccessibleName(
            new RegExp(one.replace(/^[A-Z](?!-)/, (c) => `[${c}${c.toLowerCase()}]`)),
          );
        }
        const frame = (await figure.boundingBox())!;
        const boxes = await Promise.all((await texts.all()).map(async (text) => (await text.boundingBox())!));
        boxes.sort((a, b) => a.y - b.y);
        for (const [i, box] of boxes.entries()) {
          expect(box.height).toBeGreaterThan(LEAST_TEXT_PX);
          expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width);
          if (i > 0) expect(box.y).toBeGreaterThanOrEqual(boxes[i - 1]!.y + boxes[i - 1]!.height - 1);
        }
        await expect(figure).toContainText('A simulated image.');
      });
    }
  });
}
