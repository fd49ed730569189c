import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HandedMark, markHand, markOfHanded } from '../../../../src/domain/class-results/handed-mark.ts';
import { resultCodeRead, resultCodeWrite } from '../../../../src/domain/class-results/result-code.ts';
import { resultsFileRead, resultsFileWrite } from '../../../../src/domain/class-results/results-file.ts';
import { sealedWrite } from '../../../../src/domain/class-results/sealed-json.ts';
import { MARKS } from '../../../fixtures/store/records.ts';
import { answerMake, attemptMakeHanded, fileMake } from '../../../support/class-make.ts';

const marks = MARKS.flatMap((mark) => markHand(mark) ?? []);
const FILE = fileMake('Íñigo "=1+1"', [
  attemptMakeHanded({
    answers: [answerMake({ kind: 'mark', marks, source: '0123456789abcdef', image: { index: 3 } })],
  }),
]);
const TEXT = resultsFileWrite(FILE);

test('a file is read as it was written, also with a byte order mark and blanks around', () => {
  expect(resultsFileRead(TEXT)).toEqual({ file: FILE });
  expect(resultsFileRead(`\uFEFF${TEXT}\n\n`)).toEqual({ file: FILE });
});

test.each([
  ['a score that was raised', TEXT.replace('"score":80', '"score":90'), 'edited'],
  ['a file that was laid out anew', JSON.stringify(JSON.parse(TEXT), null, 2), 'edited'],
  ['a file without its digest', TEXT.replace(/,"sha256":"[0-9a-f]*"/, ''), 'edited'],
  ['half a file', TEXT.slice(0, TEXT.length / 2), 'cut'],
  ['a file without its last letters', TEXT.trimEnd().slice(0, -1), 'cut'],
  ['nothing', '', 'foreign'],
  ['other JSON', '{"product":"batsign","kind":"exam"}', 'foreign'],
  ['a picture', 'GIF89a', 'foreign'],
  ['a file of the next version', sealedWrite({ ...FILE, version: 2 } as never), 'newer'],
  ['a version that is no number', sealedWrite({ ...FILE, version: 'x' } as never), 'unsound'],
  ['attempts that are none', sealedWrite({ ...FILE, attempts: [{}] } as never), 'unsound'],
])('%s is told as what it is', (_what, text, fault) => {
  expect(resultsFileRead(text)).toEqual({ fault });
});

test('whatever stands in a sealed file, reading it gives a file or a fault', () => {
  const known = JSON.parse(TEXT) as Record<string, unknown>;
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...Object.keys(known)), (value, field) => {
      const read = resultsFileRead(sealedWrite({ ...FILE, [field]: value } as never));
      expect(Object.keys(read)).toHaveLength(1);
    }),
  );
});

test('marks come back within a tenth of a millimetre, and as the same kinds', () => {
  const back = marks.map((mark, i) => markOfHanded(mark, MARKS[i]!.id));
  expect(back.map(({ kind }) => kind)).toEqual(MARKS.map(({ kind }) => kind));
  const line = MARKS.findIndex(({ kind }) => kind === 'beam');
  const [was, is] = [MARKS[line]!, back[line]!];
  if (was.kind !== 'beam' || is.kind !== 'beam') throw new Error('A beam is a beam.');
  expect(is.origin.x).toBeCloseTo(was.origin.x, 1);
  expect(is.origin.y).toBeCloseTo(was.origin.y, 1);
  expect(is.endDepthMm).toBeCloseTo(was.endDepthMm, 1);
});

test('of a straight stroke the corners between its ends are left out', () => {
  const points = Array.from({ length: 50 }, (_, i) => ({ x: i, y: 20 }));
  const handed = markHand({ id: 'a', kind: 'line', finding: 'a_line', points, widthMm: 1.26 });
  expect(handed).toEqual({ kind: 'line', finding: 'a_line', path: [0, 200, 490, 200], width: 13 });
});

test.each([
  ['a path of an odd number', [1, 2, 3]],
  ['no path', []],
  ['half a tenth', [0.5, 1]],
  ['a metre and more', [0, 10_001]],
  ['what is no number', [0, 'x']],
])('%s makes a file unsound', (_what, path) => {
  const mark = { kind: 'region', finding: 'rib', path } as unknown as HandedMark;
  const file = fileMake('A', [attemptMakeHanded({ answers: [answerMake({ kind: 'mark', marks: [mark] })] })]);
  expect(resultsFileRead(resultsFileWrite(file))).toEqual({ fault: 'unsound' });
});

const answers = Array.from({ length: 16 }, (_, i) =>
  answerMake({ stepId: `item-${i}/mark`, item: `consolidation.find/standard/with/${i + 1}`, level: 'hard' }),
);
const exam = attemptMakeHanded({ set: 'exam-1', form: 'abc', answers });

test('an exam fits into a code of plain letters, and comes back without marks and titles', () => {
  const code = resultCodeWrite(FILE, exam)!;
  expect(code).toMatch(/^[\x20-\x7e]+$/);
  const read = resultCodeRead(` ${code}\n`);
  if ('fault' in read) throw new Error(read.fault);
  expect(read.file.learner).toEqual(FILE.learner);
  expect(read.file.className).toBe('3B');
  const [attempt] = read.file.attempts;
  expect(attempt).toMatchObject({ id: exam.id, set: 'exam-1', form: 'abc', score: 80, atMs: exam.atMs });
  expect(attempt!.answers).toHaveLength(16);
  expect(attempt!.answers[4]).toEqual({
    ...answers[4],
    stepId: answers[4]!.item,
    title: '',
    kind: 'question',
  });
});

test('a code that lost its end, was changed, or is another text is told as that', () => {
  const code = resultCodeWrite(FILE, exam)!;
  expect(resultCodeRead(code.slice(0, -3))).toEqual({ fault: 'cut' });
  expect(resultCodeRead(code.replace(',80,', ',90,'))).toEqual({ fault: 'edited' });
  expect(resultCodeRead('https://example.org')).toEqual({ fault: 'foreign' });
});

test('an attempt of too many answers has no code', () => {
  const many = { ...exam, answers: Array.from({ length: 80 }, () => answers[0]!) };
  expect(resultCodeWrite(FILE, many)).toBeNull();
});
