import { afterEach, expect, test, vi } from 'vitest';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import { errorSentence } from '../../../../src/ui/sentences/error-sentence.ts';

const OTHERWISE = 'The file could not be opened: try again.';

afterEach(() => {
  vi.restoreAllMocks();
});

test('a coded error is said by its fact, and logged nowhere', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const error = new CodedError('file-too-large', { code: 'fileTooLarge', megabytes: 812, most: 500 });
  expect(errorSentence(error, OTHERWISE)).toBe(
    'The file has 812 MB, and at most 500 MB are read; cut the clip shorter.',
  );
  expect(logged).not.toHaveBeenCalled();
});

test('any other error is logged, and the sentence of the place is said', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const thrown = new TypeError('x is undefined');
  expect(errorSentence(thrown, OTHERWISE)).toBe(OTHERWISE);
  expect(logged.mock.calls).toEqual([[thrown]]);
});
