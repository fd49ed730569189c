import { describe, expect, it } from 'vitest';
import { CLIP_UNKNOWN, shapesOf } from '../../../../src/domain/annotation/annotation.ts';
import { csvRead, csvWrite } from '../../../../src/formats/annotation-csv/annotation-csv.ts';
import { formulaPlain, formulaSafe } from '../../../../src/formats/annotation-csv/formula-safe.ts';
import { ALONE, annotationOf } from '../../../support/annotation-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

const line = {
  ...ALONE,
  kind: 'polyline' as const,
  label: '=HYPERLINK("http://x")',
  rater: '@SUM(A1)',
  breadthPx: 2.5,
  points: [
    { x: -1.25, y: 2 },
    { x: 3, y: 4.5 },
  ],
};

const table = [
  'image,shape,kind,label,rater,verdict,track,group,breadth_px,vertex,x_px,y_px,image_width_px,image_height_px',
  `4,1,polyline,"'=HYPERLINK(""http://x"")",'@SUM(A1),,,,2.5,1,-1.25,2,64,48`,
  `4,1,polyline,"'=HYPERLINK(""http://x"")",'@SUM(A1),,,,2.5,2,3,4.5,64,48`,
  '',
].join('\r\n');

describe('annotations as a table', () => {
  it('have one row a vertex, and no text that a spreadsheet takes for a formula', () => {
    expect(new TextDecoder().decode(csvWrite(annotationOf([{ index: 3, shape: line }])))).toBe(table);
  });

  it('are read back, plain texts again', () => {
    const { annotation } = csvRead(table, CLIP_UNKNOWN);
    expect(annotation.size).toEqual({ width: 64, height: 48 });
    expect(annotation.frames).toEqual([{ index: 3, shapes: [line] }]);
  });

  it('are read as spreadsheets of other countries save them', () => {
    const saved = `\uFEFF${table.replaceAll(',', ';').replace('-1.25', '-1,25').replace('4.5', '4,5')}`;
    expect(shapesOf(csvRead(saved, CLIP_UNKNOWN).annotation)).toEqual([line]);
  });

  it.each(['=1', '+1', '-a', '@x', '\tx', '\rx', '  =1', "'=1", '＝1'])(
    'keep %j from being a formula',
    (text) => {
      expect(formulaSafe(text)).toBe(`'${text}`);
      expect(formulaPlain(formulaSafe(text))).toBe(text);
    },
  );

  it.each(['b_line', "it's", "'quoted'", 'a=b', ''])('leave %j as it is', (text) => {
    expect(formulaSafe(text)).toBe(text);
    expect(formulaPlain(text)).toBe(text);
  });

  it.each([
    ['cut off within a row', (text: string) => text.slice(0, -12), /at \[3\]:/],
    ['cut off within quotes', (text: string) => text.slice(0, text.lastIndexOf('"')), /at \[3\]:/],
    ['without a column', (text: string) => text.replace('x_px', 'x'), /x_px/],
    ['with a number that is none', (text: string) => text.replace('-1.25', 'left'), /at \[2\]\.x_px:/],
    ['with an image before the first', (text: string) => text.replace(/^4,/gm, '0,'), /image/],
    ['with a kind that is none', (text: string) => text.replaceAll('polyline', 'circle'), /at \[2\]\.kind:/],
    [
      'with images of two sizes',
      (text: string) => text.replace('64,48\r\n4', '65,48\r\n4'),
      /different sizes/,
    ],
  ])('say where they are broken: %s', (_, wrong, place) => {
    expect(sentenceThrown(() => csvRead(wrong(table), CLIP_UNKNOWN))).toMatch(place);
  });
});
