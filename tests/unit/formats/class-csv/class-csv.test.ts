import { expect, test } from 'vitest';
import { classCsv } from '../../../../src/formats/class-csv/class-csv.ts';

test('a byte order mark, quoted cells, and nothing that a spreadsheet takes for a formula', () => {
  const csv = classCsv(
    ['Learner', 'Score'],
    [
      ['=HYPERLINK("http://x")', 80.5],
      ['@SUM(A1)', null],
      [' +1', -0.25],
      ['O’Neill, "Bo"', 0],
      ['-2+3', 1],
      ['＝1', 1],
    ],
    { decimal: '.' },
  );
  expect(csv).toBe(
    '\uFEFFLearner,Score\r\n' +
      '"\'=HYPERLINK(""http://x"")",80.5\r\n' +
      "'@SUM(A1),\r\n" +
      "' +1,-0.25\r\n" +
      '"O’Neill, ""Bo""",0\r\n' +
      "'-2+3,1\r\n" +
      "'＝1,1\r\n",
  );
});

test('with decimal commas columns are parted by semicolons', () => {
  expect(classCsv(['Alumno', 'Puntuación'], [['a;b', 80.5]], { decimal: ',' })).toBe(
    '\uFEFFAlumno;Puntuación\r\n"a;b";80,5\r\n',
  );
});
