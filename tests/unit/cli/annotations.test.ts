import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandRun } from '../../support/command-run.ts';
import {
  dicomWrite,
  IDENTITY,
  pixelElements,
  plain,
  regionItem,
  SYNTAX,
  sq,
  st,
} from '../../support/dicom-make.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'batsign-annotations-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => commandRun('src/cli/annotations.ts', args);
const path = (name: string): string => join(folder, name);

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

const slicer = (label = 'b_lines'): string =>
  JSON.stringify({
    SOPInstanceUID: '1.2.3.4',
    image_size_rows: 48,
    image_size_cols: 64,
    frame_annotations: [
      {
        frame_number: 1,
        coordinate_space: 'LPS',
        pleura_lines: [
          {
            rater: 'ann',
            line: {
              points: [
                [2, 2, 0],
                [8, 2, 0],
              ],
            },
          },
        ],
        [label]: [
          {
            rater: 'ann',
            line: {
              points: [
                [4, 6, 0],
                [5, 6, 0],
              ],
            },
          },
        ],
      },
    ],
  });

/** Two images of 64 x 48 pixels, 0.5 mm each. */
function clip(sopInstanceUid = '1.2.3.4'): Uint8Array {
  const elements = [
    ...pixelElements({ columns: 64, rows: 48, frames: 2, photometric: 'MONOCHROME2' }),
    ...IDENTITY,
    sq(0x00186011, regionItem({ left: 0, top: 0, right: 63, bottom: 47, xCm: 0.05 })),
    st(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.3.1'),
    st(0x00080018, 'UI', sopInstanceUid),
    st(0x0020000d, 'UI', '1.2.3'),
    st(0x0020000e, 'UI', '1.2.3.9'),
  ];
  return dicomWrite(SYNTAX.explicit, elements, plain([new Uint8Array(3072), new Uint8Array(3072)]));
}

describe('npm run annotations', () => {
  it('says how labels are taken up and what is lost, and writes', async () => {
    const input = file('clip.ann.json', slicer());
    const own = file('clip.dcm', clip());
    const ended = await run(input, '--clip', own, '--to', 'coco', '--out', path('coco.json'));
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('Shapes: 2. Images that have some: 1, of 64 x 48 pixels of 0.5 x 0.5 mm.');
    expect(ended.out).toContain('"b_line" (shapes: 1) -> b_line');
    expect(ended.out).toContain('coco: COCO has no lines: other programs show 2 lines as areas');
    expect(JSON.parse(readFileSync(path('coco.json'), 'utf8')).annotations).toHaveLength(2);
  });

  it('goes the whole way through masks to a DICOM report', async () => {
    const own = file('clip.dcm', clip());
    await run(file('clip.ann.json', slicer()), '--clip', own, '--to', 'masks', '--out', path('masks'));
    expect(existsSync(path('masks/frame_000001.png'))).toBe(true);
    const ended = await run(path('masks'), '--clip', own, '--to', 'dicom-sr', '--out', path('report.dcm'));
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(path('report.dcm')).subarray(128, 132).toString()).toBe('DICM');
  });

  it('writes nothing on a dry run', async () => {
    const ended = await run(file('a.json', slicer()), '--mm-per-px', '0.5', '--to', 'csv', '--dry-run');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).not.toContain('Written');
  });

  it('asks for labels that it does not know, and takes the answer', async () => {
    const csv =
      'image,shape,kind,label,vertex,x_px,y_px,image_width_px,image_height_px\n1,1,box,Thymus=x,1,1,1,64,48\n1,1,box,Thymus=x,2,9,9,64,48\n';
    const input = file('b.csv', csv);
    const asked = await run(input, '--to', 'coco', '--out', path('never.json'));
    expect(asked.code).toBe(2);
    expect(asked.err).toMatch(/^The label "Thymus=x" is of no finding that is known here/);
    expect(existsSync(path('never.json'))).toBe(false);
    const told = await run(
      input,
      '--label',
      'Thymus=x=consolidation',
      '--to',
      'coco',
      '--out',
      path('b.json'),
    );
    expect(told.code).toBe(0);
    expect(JSON.parse(readFileSync(path('b.json'), 'utf8')).categories).toMatchObject([
      { name: 'consolidation' },
    ]);
  });

  it('keeps, clamps or refuses what lies outside', async () => {
    const csv =
      'image,shape,kind,label,vertex,x_px,y_px,image_width_px,image_height_px\n1,1,box,rib,1,60,1,64,48\n1,1,box,rib,2,90,9,64,48\n';
    const input = file('c.csv', csv);
    const refused = await run(input, '--to', 'csv', '--out', path('c1.csv'));
    expect(refused.err).toMatch(/^A shape lies outside of the image: "rib" in image 1\./);
    await run(input, '--outside', 'clamp', '--to', 'csv', '--out', path('c2.csv'));
    expect(readFileSync(path('c2.csv'), 'utf8')).toContain(',64,9,64,48');
    await run(input, '--outside', 'keep', '--to', 'csv', '--out', path('c3.csv'));
    expect(readFileSync(path('c3.csv'), 'utf8')).toContain(',90,9,64,48');
  });

  it.each([
    [
      'another clip',
      () => [file('d.json', slicer()), '--clip', file('e.dcm', clip('1.9'))],
      /another DICOM image/,
    ],
    [
      'a file that breaks off',
      () => [file('f.json', slicer().slice(0, -4)), '--mm-per-px', '1'],
      /damaged, cut off/,
    ],
    ['a file of nothing known', () => [file('g.txt', 'hello')], /^g\.txt holds no annotations/],
    ['no file', () => [path('none.json')], /^There is no /],
    ['a size that is none', () => [path('none.json'), '--size', '64'], /^--size must be/],
    ['a label without an answer', () => [path('none.json'), '--label', 'x'], /^--label must be/],
    ['two files', () => [path('a'), path('b')], /^Name one file/],
  ])('refuses %s in one sentence', async (_, args, sentence) => {
    const ended = await run(...args(), '--to', 'csv', '--out', path('never.csv'));
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(sentence);
    expect(ended.err.trimEnd()).not.toContain('\n');
    expect(existsSync(path('never.csv'))).toBe(false);
  });
});
