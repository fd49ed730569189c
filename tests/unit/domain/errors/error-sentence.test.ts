import { afterEach, expect, test, vi } from 'vitest';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import { errorSentence } from '../../../../src/domain/errors/error-sentence.ts';
import { InputError } from '../../../../src/formats/files/input-error.ts';

const OTHERWISE = 'The file could not be opened: try again.';

afterEach(() => {
  vi.restoreAllMocks();
});

test('a coded error is said in its own words, and logged nowhere', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(errorSentence(new CodedError('full', 'Free some space.'), OTHERWISE)).toBe('Free some space.');
  expect(errorSentence(new InputError('file-empty', 'The file is empty.'), OTHERWISE)).toBe(
    'The file is empty.',
  );
  expect(logged).not.toHaveBeenCalled();
});

test.each([
  ['an error', new TypeError('x is undefined')],
  ['an error of the platform, whose code is a number', new DOMException('Aborted.', 'AbortError')],
  ['an error of Node, whose code is a string', Object.assign(new Error('open'), { code: 'ENOENT' })],
  ['what is no error', 'out of memory'],
  ['nothing', undefined],
])('%s is logged, and the sentence of the place is said', (_, thrown) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(errorSentence(thrown, OTHERWISE)).toBe(OTHERWISE);
  expect(logged.mock.calls).toEqual([[thrown]]);
});

test('coded errors have a name, a code, a sentence and a cause', () => {
  const cause = new Error('disk');
  const error = new InputError('file-damaged', 'The file is damaged.', { cause });
  expect(error).toMatchObject({ name: 'InputError', code: 'file-damaged', cause });
  expect(`${error}`).toBe('InputError: The file is damaged.');
  expect(error).toBeInstanceOf(CodedError);
  expect(error).toBeInstanceOf(Error);
});
