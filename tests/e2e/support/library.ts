import { expect, type Page } from '@playwright/test';
import { encode } from 'fast-png';
import { sectorInside } from '../../../src/domain/frame/mask.ts';
import type { Sector } from '../../../src/domain/geometry/sector.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';
import { dicomWrite, IDENTITY, pixelElements, plain, SYNTAX } from '../../support/dicom-make.ts';
import { PATIENCE } from './screen.ts';

const REQUEST = { seed: 4242, split: 'game', pattern: 'b_lines', probe: 'convex', depthMm: 120 } as const;
const SIDE_PX = 320;
const BORDER_PX = 40;

/** Pictures of one examination, as a scanner would store them one by one. */
export interface Sequence {
  readonly files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[];
  /** The same pictures as grey levels, row-major. */
  readonly greys: readonly Uint8Array[];
  readonly sidePx: number;
}

/** So many images of a phantom with a border, in which bright bars stand for a name burned into the picture. */
export function sequenceMake(images: number): Sequence {
  const exam = phantomOpen(REQUEST);
  const side = SIDE_PX + 2 * BORDER_PX;
  const at = (index: number) => phantomFrame(exam, index, SIDE_PX).frame;
  const { originPx, ...shape } = at(0).sector;
  const sector = {
    ...shape,
    originPx: { x: originPx.x + BORDER_PX, y: originPx.y + BORDER_PX },
  } as Sector;
  const inside = sectorInside(sector, side, side);
  const greys = Array.from({ length: images }, (_, index) => {
    const { grey } = at(index);
    return Uint8Array.from({ length: side * side }, (_, px) => {
      const [column, row] = [px % side, Math.floor(px / side)];
      if (inside[px] === 1) return grey[(row - BORDER_PX) * SIDE_PX + column - BORDER_PX]!;
      const isName = row >= 8 && row < 24 && column >= 12 && column < 140;
      return isName && column % 7 < 4 ? 230 : 0;
    });
  });
  const files = greys.map((data, index) => {
    const png = encode({ width: side, height: side, data, channels: 1 });
    const number = `${index}`.padStart(3, '0');
    return { name: `Mustermann_${number}.png`, mimeType: 'image/png', buffer: Buffer.from(png) };
  });
  return { files, greys, sidePx: side };
}

/** Three of the pictures as a DICOM file that says whose they are, and what of it must be seen nowhere. */
export function dicomMake({ greys, sidePx }: Sequence): {
  readonly buffer: Buffer;
  readonly secrets: readonly string[];
} {
  const bytes = dicomWrite(
    SYNTAX.explicit,
    [...IDENTITY, ...pixelElements({ columns: sidePx, rows: sidePx, frames: 3, photometric: 'MONOCHROME2' })],
    plain(greys.slice(0, 3)),
  );
  const secrets = IDENTITY.map(({ value }) => `${value}`).filter((value) => value.length > 4);
  return { buffer: Buffer.from(bytes), secrets };
}

export async function libraryOpen(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Clip library' }).click();
  await expect(page.getByRole('heading', { name: 'Clip library' })).toBeVisible(PATIENCE);
}

/** Gives pictures as one clip and takes the outline that is found; then what is removed is shown. */
export async function sequenceGive(page: Page, { files }: Sequence): Promise<void> {
  await page.getByLabel('Recordings to import').setInputFiles([...files]);
  await expect(page.getByText('Where is the image?')).toBeVisible(PATIENCE);
  await expect(page.getByText(/found with a confidence of/)).toBeVisible();
  await page.getByRole('button', { name: 'Use this outline' }).click();
  await expect(page.getByTestId('removed')).toBeVisible(PATIENCE);
}

/** Imports pictures as one clip; gives back when it is in the list. */
export async function sequenceImport(page: Page, sequence: Sequence, name: string): Promise<void> {
  await sequenceGive(page, sequence);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Save in the library' }).click();
  await expect(page.getByRole('link', { name })).toBeVisible(PATIENCE);
}
