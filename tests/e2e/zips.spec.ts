import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { dicomWrite, IDENTITY, pixelElements, plain, SYNTAX } from '../support/dicom-make.ts';
import { axeCheck, touchCheck } from './support/accessible.ts';
import { clipOpen, fileGive, outlineUse, pictureMake } from './support/clip.ts';
import { libraryOpen, type Sequence, sequenceMake } from './support/library.ts';
import { panelIs } from './support/play.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

const IMAGES = 3;
let made: Sequence | null = null;

function sequence(): Sequence {
  made ??= sequenceMake(IMAGES);
  return made;
}

/** A CD: its directory, a viewer, a report, a clip of three images and two pictures of another depth each. */
function mediumMake(): Buffer {
  const { greys, sidePx } = sequence();
  const size = { columns: sidePx, rows: sidePx, frames: IMAGES };
  const clip = dicomWrite(
    SYNTAX.explicit,
    [...IDENTITY, ...pixelElements({ ...size, photometric: 'MONOCHROME2' })],
    plain(greys),
  );
  const empty = dicomWrite(SYNTAX.explicit, IDENTITY, new Uint8Array(0));
  return Buffer.from(
    zipSync({
      DICOMDIR: empty,
      'AUTORUN.INF': strToU8('[autorun]'),
      'VIEWER/viewer.exe': strToU8('MZ'),
      'VIEWER/logo.png': sequence().files[0]!.buffer,
      'report.pdf': strToU8('%PDF-1.4'),
      'DICOM/IM000001': clip,
      'DICOM/IM000002': dicomWrite(SYNTAX.jpeg2000, IDENTITY, new Uint8Array(0)),
      'export/right/picture.png': pictureMake().png,
      'export/left/picture.png': pictureMake({ seed: 77 }).png,
    }),
  );
}

const offers = (page: Page) => page.getByTestId('clip-offers');

test('of a CD as a zip one clip is chosen, by keyboard, and another one after it', async ({ page }) => {
  await clipOpen(page);
  await fileGive(page, 'Mustermann.zip', mediumMake());
  await expect(offers(page).getByRole('button')).toHaveCount(3, PATIENCE);
  await expect(page.getByRole('region', { name: 'Several clips' })).toContainText(
    'There are 3 clips in Mustermann.zip: choose one.',
  );
  await expect(page.getByText('Choose one of the clips.')).toBeVisible();
  await expect(offers(page).getByRole('button').first()).toContainText(
    /^DICOM\/IM0000010\.1 s, 3 images400 x 400 · \d+ kB$/,
  );
  await page.getByText('1 other cannot be used').click();
  await expect(page.getByText(/^DICOM\/IM000002: .*JPEG 2000/)).toBeVisible();
  await axeCheck(page);

  await offers(page).getByRole('button').first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Where is the image?')).toBeVisible(PATIENCE);
  await expect(page.getByText('export/left/picture.png')).toBeVisible();
  await page.getByRole('button', { name: 'Another clip' }).click();
  await offers(page)
    .getByRole('button', { name: /export\/right/ })
    .click();
  await outlineUse(page, pictureMake().depthMm);
  await panelIs(page, 'Freeze');
});

test('on a phone the list can be scrolled and pressed, and nothing is wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await clipOpen(page);
  await fileGive(page, 'cd.zip', mediumMake());
  await expect(offers(page).getByRole('button')).toHaveCount(3, PATIENCE);
  await touchCheck(page);
  await offers(page).getByRole('button').last().click();
  await expect(page.getByText('Where is the image?')).toBeVisible(PATIENCE);
});

test('several clips of a CD are imported one after the other', async ({ page }) => {
  await libraryOpen(page);
  await page.getByLabel('Recordings to import').setInputFiles({
    name: 'cd.zip',
    mimeType: 'application/zip',
    buffer: mediumMake(),
  });
  await expect(offers(page).getByRole('checkbox')).toHaveCount(3, PATIENCE);
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Choose all' }).click();
  await expect(page.getByRole('button', { name: 'Import 3 clips' })).toBeEnabled();
  await offers(page).getByRole('checkbox').nth(1).focus();
  await page.keyboard.press('Space');
  await axeCheck(page);
  await page.getByRole('button', { name: 'Import 2 clips' }).click();
  for (const name of ['First', 'Second']) {
    await page.getByRole('button', { name: 'Use this outline' }).click(PATIENCE);
    await page.getByLabel('Name').fill(name, PATIENCE);
    await page.getByRole('button', { name: 'Save in the library' }).click();
  }
  await expect(page.getByTestId('clip-card')).toHaveCount(2, PATIENCE);
});

test('what makes a zip unreadable is said as it is', async ({ page }) => {
  await clipOpen(page);
  const whole = zipSync({ scan: { '1.png': pictureMake().png } });
  const field = (local: number, central: number, value: number): Buffer => {
    const bytes = Buffer.from(whole);
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (bytes.readUInt32LE(at) === 0x04034b50) bytes.writeUInt16LE(value, at + local);
      if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt16LE(value, at + central);
    }
    return bytes;
  };
  const bad: readonly (readonly [string, Buffer, RegExp])[] = [
    ['locked.zip', field(6, 8, 1), /^The zip is locked with a password/],
    ['lzma.zip', field(8, 10, 14), /^The zip is packed with LZMA, which is not read here/],
    ['cut.zip', Buffer.from(whole.subarray(0, whole.length / 2)), /^The zip is damaged or cut off/],
    ['words.zip', Buffer.from(zipSync({ 'a.txt': strToU8('words') })), /^There is neither a picture/],
  ];
  for (const [name, bytes, sentence] of bad) {
    await fileGive(page, name, bytes);
    await expect(page.locator('.panel-body').getByRole('alert'), name).toHaveText(sentence, PATIENCE);
  }
});
