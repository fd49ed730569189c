import { expect, test } from '@playwright/test';
import type { Mark } from '../../src/domain/marks/mark.ts';
import { keyedClipMake } from '../support/keyed-clip.ts';
import { packageMake } from '../support/package-make.ts';
import { axeCheck } from './support/accessible.ts';
import { packageDrop } from './support/package.ts';
import { goOn, panelIs, scoreShown } from './support/play.ts';
import { marksDraw, PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

test('a clip of a package is graded by the key that its author drew, and says what is known of errors', async ({
  page,
}) => {
  const { parts, marks, sector } = keyedClipMake(6, 2);
  await page.goto('/#/packages');
  await packageDrop(page, await packageMake(parts));
  await page.getByRole('button', { name: 'Keep this package' }).click();
  await expect(page.getByText('"Small package" is kept.')).toBeVisible(PATIENCE);

  await page.goto('/#/play/0123abcd.keyed');
  await panelIs(page, 'Freeze');
  await expect(page.getByText('It stops on the nearest image that an expert has marked.')).toBeVisible();
  await goOn(page, /^Freeze/);
  await panelIs(page, 'Marking');
  await expect(page.locator('#screen')).toHaveAttribute('data-layout', /\d/, PATIENCE);
  // The B-lines as the expert drew them, and a pleural line where there is muscle.
  const points = [
    { x: -20, y: 7 },
    { x: 20, y: 7 },
  ];
  const wrong: Mark = { id: 'wrong', kind: 'line', finding: 'pleural_line', points, widthMm: 2 };
  await marksDraw(page, [...marks.filter(({ kind }) => kind === 'beam'), wrong], sector);
  await goOn(page, 'Hand in my marks');
  await panelIs(page, 'Feedback');
  expect(await scoreShown(page)).toBe(50);
  await expect(page.getByTestId('places-told')).toHaveText('No lung is so near to the probe.');
  const bLine = page.locator('.grade[data-finding=b_line]');
  await bLine.locator('.measured-by summary').click();
  await expect(bLine).toContainText('B-line: graded by the key that A. Teacher drew on 30 Nov 2026.');
  await axeCheck(page);
});
