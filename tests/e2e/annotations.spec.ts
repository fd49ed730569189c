import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { axeCheck } from './support/accessible.ts';
import { libraryOpen, sequenceImport, sequenceMake } from './support/library.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

/** By hand, after each format's own description: on pictures of 400 x 400. */
const SLICER = {
  mask_type: 'fan',
  image_size_rows: 400,
  image_size_cols: 400,
  frame_annotations: [
    {
      frame_number: 1,
      coordinate_space: 'LPS',
      pleura_lines: [
        {
          rater: 'ann',
          line: {
            points: [
              [70, 40, 0],
              [95, 40, 0],
            ],
          },
        },
      ],
      b_lines: [
        {
          rater: 'ann',
          line: {
            points: [
              [80, 80, 0],
              [85, 80, 0],
            ],
          },
        },
      ],
    },
  ],
};
const cvat = (label: string, points: string) => `<?xml version="1.0" encoding="utf-8"?>
<annotations><version>1.1</version>
  <meta><task><size>3</size><mode>interpolation</mode><original_size><width>400</width><height>400</height></original_size></task></meta>
  <track id="0" label="${label}"><polyline frame="0" keyframe="1" outside="0" occluded="0" points="${points}" z_order="0"/></track>
</annotations>`;
const coco = (image: { width: number; file_name: string }) => ({
  images: [{ id: 1, height: 400, ...image }],
  categories: [{ id: 1, name: 'rib' }],
  annotations: [{ id: 1, image_id: 1, category_id: 1, segmentation: [[120, 80, 150, 80, 150, 90, 120, 90]] }],
});

test('annotations of other programs become a key, and the key is saved for them, with what is lost said before', async ({
  page,
}) => {
  await libraryOpen(page);
  await sequenceImport(page, sequenceMake(3), 'Left base');
  await page.goto('/#/studio');
  // Whoever comes here first has no other page's style: the clip's picture stays within its button.
  await page.reload();
  const clip = page.getByRole('button', { name: 'Left base' });
  await expect(clip.locator('canvas')).toBeVisible(PATIENCE);
  const widths = [clip.locator('canvas'), clip].map(async (shown) => (await shown.boundingBox())?.width ?? 0);
  const [picture, button] = await Promise.all(widths);
  expect(picture).toBeLessThan(button!);
  await clip.click();
  await page.getByRole('button', { name: /^Next: Draw the key/ }).click(PATIENCE);
  await page.getByText('Annotations of other programs').click(PATIENCE);
  const mapping = page.getByRole('region', { name: 'What the labels stand for' });
  const take = mapping.getByRole('button', { name: 'Take them into the key' });
  const drawn = page.getByTestId('key-images-drawn');

  // SlicerUltrasound: its labels are known, and who drew them is said.
  await bring(page, 'ann.json', JSON.stringify(SLICER));
  await expect(mapping).toContainText('Drawn by ann.');
  await expect(mapping.getByRole('status')).toContainText('1 image gets marks.');
  await take.click();
  await expect(page.getByRole('list', { name: 'Drawn on this image' }).getByRole('listitem')).toHaveCount(2);
  await expect(drawn).toHaveText('Drawn on: 1');

  // CVAT: a label that nobody knows is asked for.
  await bring(page, 'annotations.xml', cvat('my own name', '130,90;170,92;210,90'));
  await expect(mapping.getByRole('status')).toHaveText(/^Say what every label stands for/);
  await expect(take).toBeDisabled();
  await mapping.getByLabel('"my own name" (shapes: 1)').selectOption({ label: 'Pleural line' });
  await axeCheck(page);
  await take.click();
  await expect(drawn).toHaveText('Drawn on: 2');

  // COCO: places by the images' numbers; what lies on the image already is said to go.
  await bring(page, 'coco.json', JSON.stringify(coco({ width: 400, file_name: 'frame_0000.png' })));
  await expect(mapping).toContainText('The marks that you have on 1 of these images go.');
  await take.click();
  await expect(drawn).toHaveText('Drawn on: 2');
  await expect(page.locator('.studio-drawn')).toHaveText(/Rib: 1/);

  // What is not of this clip, or no annotation, is refused in a sentence, and the key stays.
  for (const [name, text, sentence] of [
    ['other.json', JSON.stringify(coco({ width: 640, file_name: 'frame_0000.png' })), /640 x 400.*400 x 400/],
    ['later.json', JSON.stringify(coco({ width: 400, file_name: 'frame_0007.png' })), /image 8.*3/],
    ['beside.xml', cvat('rib', '130,90;900,92'), /"rib".*outside|outside.*"rib"/],
    ['torn.xml', cvat('rib', '130,90;150,92').slice(0, -30), /damaged, cut off/],
  ] as const) {
    await bring(page, name, text);
    await expect(page.getByRole('alert').filter({ hasText: sentence }).last()).toBeVisible(PATIENCE);
    await expect(mapping).toHaveCount(0);
  }
  await expect(drawn).toHaveText('Drawn on: 2');

  // Out again: what a format cannot hold stands there before the file is made.
  const losses = page.getByRole('list', { name: 'What this format cannot hold' });
  const slicer = JSON.parse(await saved(page, 'SlicerUltrasound (JSON)'));
  await expect(losses).toContainText(/rib/i);
  expect(slicer.frame_annotations).toHaveLength(1);
  expect(slicer.frame_annotations[0]).toMatchObject({ frame_number: 1 });
  expect(await saved(page, 'CVAT (XML)')).toMatch(
    /<polyline[^>]*>[\s\S]*label="rib"|label="rib"[\s\S]*<polyline/,
  );
  const own = JSON.parse(await saved(page, 'COCO (JSON)'));
  expect(own.images.map(({ width, height }: { width: number; height: number }) => [width, height])).toEqual([
    [400, 400],
    [400, 400],
  ]);
  expect(own.annotations).toHaveLength(3);
});

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel('Files of annotations')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
}

async function saved(page: Page, format: string): Promise<string> {
  await page.getByLabel('Save annotations as').selectOption({ label: format });
  const downloading = page.waitForEvent('download', PATIENCE);
  await page.getByRole('region', { name: 'Save annotations' }).getByRole('button', { name: 'Save' }).click();
  return readFile(await (await downloading).path(), 'utf8');
}
