import { expect, test } from 'vitest';
import { analysisCsv } from '../../../../src/formats/csv/csv.ts';
import { reportMake } from '../../domain/analysis/report-make.ts';

const HASH = `0123456789ab${'f'.repeat(52)}`;

test('one row for each image, units in the head, unknown left empty, lines ended as RFC 4180 says', () => {
  const seen = reportMake({ pleural_line: 1, b_line: 3 }, 0.12345, 21.26);
  const csv = analysisCsv(
    { timesMs: [0, 33.333333, 66.666667], isScaleAssumed: true },
    [seen, null, reportMake()],
    HASH,
  );
  expect(csv.endsWith('\r\n')).toBe(true);
  const [head, ...rows] = csv.trimEnd().split('\r\n');
  expect(head).toBe(
    'image,time_ms,blas_box_percent,blas_scanline_percent,pleural_depth_mm,mm_scale,' +
      'space_b_line_count,clip_b_line_count,' +
      'rib_count,rib_image_percent,rib_confidence_percent,' +
      'pleural_line_count,pleural_line_image_percent,pleural_line_confidence_percent,' +
      'a_line_count,a_line_image_percent,a_line_confidence_percent,' +
      'b_line_count,b_line_image_percent,b_line_confidence_percent,' +
      'b_line_confluence_count,b_line_confluence_image_percent,b_line_confluence_confidence_percent,' +
      'pleural_effusion_count,pleural_effusion_image_percent,pleural_effusion_confidence_percent,' +
      'consolidation_count,consolidation_image_percent,consolidation_confidence_percent,network',
  );
  expect(rows).toEqual([
    '1,0,6.17,12.35,21.3,assumed,3,3,0,0,,1,2,90,0,0,,3,6,90,0,0,,0,0,,0,0,,0123456789ab',
    `2,33.333${','.repeat(28)}`,
    '3,66.667,0,0,,assumed,0,3,0,0,,0,0,,0,0,,0,0,,0,0,,0,0,,0,0,,0123456789ab',
  ]);
  expect(
    new Set(
      csv
        .trimEnd()
        .split('\r\n')
        .map((row) => row.split(',').length),
    ),
  ).toEqual(new Set([30]));
});

test('millimetres that rest on a scale that was read or set are known', () => {
  const csv = analysisCsv({ timesMs: [0], isScaleAssumed: false }, [reportMake({}, 0, 30)], HASH);
  expect(csv.split('\r\n')[1]).toMatch(/^1,0,0,0,30,known,/);
});
