import { afterEach, expect, test, vi } from 'vitest';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import { errorFact } from '../../../../src/domain/errors/error-fact.ts';
import { InputError } from '../../../../src/formats/files/input-error.ts';

const OTHERWISE = { code: 'pictureNotRead' } as const;

afterEach(() => {
  vi.restoreAllMocks();
});

test('a coded error tells its own fact, and is logged nowhere', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const fact = { code: 'codecUnsupported', codec: 'hvc1' } as const;
  expect(errorFact(new CodedError('full', { code: 'storeFull' }), OTHERWISE)).toEqual({ code: 'storeFull' });
  expect(errorFact(new InputError('codec-unsupported', fact), OTHERWISE)).toEqual(fact);
  expect(logged).not.toHaveBeenCalled();
});

test.each([
  ['an error', new TypeError('x is undefined')],
  ['an error of the platform, whose code is a number', new DOMException('Aborted.', 'AbortError')],
  ['an error of Node, whose code is a string', Object.assign(new Error('open'), { code: 'ENOENT' })],
  ['what is no error', 'out of memory'],
  ['nothing', undefined],
])('%s is logged, and the fact of the place is told', (_, thrown) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(errorFact(thrown, OTHERWISE)).toBe(OTHERWISE);
  expect(logged.mock.calls).toEqual([[thrown]]);
});

test('coded errors have a name, a code, a fact and a cause; in the console the fact stands as it is', () => {
  const cause = new Error('disk');
  const error = new InputError('file-damaged', { code: 'pictureDamaged', kind: 'PNG' }, { cause });
  expect(error).toMatchObject({ name: 'InputError', code: 'file-damaged', cause });
  expect(`${error}`).toBe('InputError: {"code":"pictureDamaged","kind":"PNG"}');
  expect(`${new CodedError('plain', { code: 'english', text: 'Written by hand.' })}`).toBe(
    'CodedError: Written by hand.',
  );
  expect(error).toBeInstanceOf(CodedError);
  expect(error).toBeInstanceOf(Error);
});
