import { expect, test } from 'vitest';
import { commentsFileRead, commentsFileWrite } from '../../../../src/domain/class-results/comments-file.ts';
import { commentsTake } from '../../../../src/domain/class-results/comments-take.ts';
import { resultsFileRead } from '../../../../src/domain/class-results/results-file.ts';
import { attemptSchema } from '../../../../src/domain/learning/attempt.ts';
import { storedRead } from '../../../../src/domain/stored/stored-read.ts';
import { attemptMake } from '../../../fixtures/store/records.ts';

const attempt = attemptMake('one');
const stepId = attempt.steps[0]!.stepId;
const fileOf = (text: string, savedAtMs: number, by = 'T. Teacher') => {
  const comments = [
    { attemptId: 'one', stepId, text },
    { attemptId: 'gone', stepId, text: 'lost' },
  ];
  const read = commentsFileRead(commentsFileWrite({ learnerId: 'me', by, savedAtMs, comments }));
  if ('fault' in read) throw new Error(read.fault);
  return read.file;
};

test('comments stand beside their answers, are kept with the attempt, and newer ones of a teacher replace older ones', () => {
  const first = commentsTake([attempt, attemptMake('two')], fileOf('Look at the pleura.', 5));
  expect(first).toMatchObject({ taken: 1, missing: 1, changed: [{ id: 'one' }] });
  const [kept] = first.changed;
  expect(kept!.comments).toEqual([{ stepId, text: 'Look at the pleura.', by: 'T. Teacher', atMs: 5 }]);
  expect(storedRead(attemptSchema, kept, 'The attempt')).toEqual({ value: kept });
  const second = commentsTake(first.changed, fileOf('Better.', 9)).changed;
  expect(second[0]!.comments!.map(({ text }) => text)).toEqual(['Better.']);
  const other = commentsTake(second, fileOf('I agree.', 10, 'Another')).changed;
  expect(other[0]!.comments!.map(({ text }) => text)).toEqual(['Better.', 'I agree.']);
});

test('files of comments and of results are not taken for each other', () => {
  const text = commentsFileWrite({ learnerId: 'me', by: '', savedAtMs: 1, comments: [] });
  expect(resultsFileRead(text)).toEqual({ fault: 'foreign' });
  expect(commentsFileRead(text.slice(0, -9))).toEqual({ fault: 'cut' });
  expect(commentsFileRead(text.replace('"me"', '"you"'))).toEqual({ fault: 'edited' });
});
