import { describe, expect, test } from 'vitest';
import { textHash } from '../../../../src/cli/words/text-hash.ts';
import { textProblems } from '../../../../src/cli/words/text-problems.ts';
import { wordTexts } from '../../../../src/cli/words/word-texts.ts';

const ENGLISH = wordTexts({
  plain: 'Freeze the image.',
  named: 'Press <key>V</key> on {{name}}, {{mm, number(maximumFractionDigits: 1)}} mm deep.',
  clips: {
    added_one: '{{count, number}} clip of {{name}}',
    added_other: '{{count, number}} clips of {{name}}',
  },
});

const SPANISH = {
  plain: 'Congela la imagen.',
  named: 'A {{mm, number(maximumFractionDigits: 1)}} mm, pulsa <key>V</key> sobre {{name}}.',
  'clips.added_one': 'Un clip de {{name}}',
  'clips.added_other': '{{count, number}} clips de {{name}}',
};

const ACCEPTED = Object.fromEntries([...ENGLISH].map(([key, text]) => [key, textHash(text)]));

/** The faults of Spanish with these texts, `fault key` each; a text that is undefined is taken away. */
function faults(
  change: Readonly<Record<string, string | undefined>>,
  accepted: Readonly<Record<string, string>> = ACCEPTED,
  language = 'es',
): readonly string[] {
  const texts = Object.entries({ ...SPANISH, ...change }).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, text] as const],
  );
  return textProblems(ENGLISH, new Map(texts), accepted, language).map(({ fault, key }) => `${fault} ${key}`);
}

describe('a language', () => {
  test('that says the same has nothing wrong, in whatever order it says it', () => {
    expect(faults({})).toEqual([]);
  });

  test('may leave the number out of one form, and have a form for millions', () => {
    expect(faults({ 'clips.added_many': '{{count, number}} de clips de {{name}}' })).toEqual([]);
  });

  test('lacks a text, or a plural form', () => {
    expect(faults({ plain: undefined })).toEqual(['missing plain']);
    expect(faults({ 'clips.added_other': undefined })).toEqual(['missing clips.added_other']);
    expect(faults({}, ACCEPTED, 'pl')).toEqual(['missing clips.added_many', 'missing clips.added_few']);
  });

  test('has a text that English has not', () => {
    expect(faults({ plane: 'Congela.' })).toEqual(['superfluous plane']);
    expect(faults({ 'clips.added_few': '{{count}} clips de {{name}}' })).toEqual([
      'superfluous clips.added_few',
    ]);
    expect(faults({}, { ...ACCEPTED, gone: '00000000' })).toEqual(['superfluous gone']);
  });

  test('has other parameters or marks', () => {
    expect(faults({ named: 'A {{mm, number}} mm, pulsa <key>V</key> sobre {{nombre}}.' })).toEqual([
      'parameters named',
    ]);
    expect(faults({ named: 'A {{mm, number}} mm, pulsa V sobre {{name}}.' })).toEqual(['parameters named']);
    expect(faults({ 'clips.added_one': 'Un clip' })).toEqual(['parameters clips.added_one']);
  });

  test('translates what English no longer says, or was never looked over', () => {
    expect(faults({}, { ...ACCEPTED, plain: textHash('Freeze.') })).toEqual(['stale plain']);
    const { plain: _, ...rest } = ACCEPTED;
    expect(faults({}, rest)).toEqual(['stale plain']);
  });
});

test('a text is the same whatever its line breaks', () => {
  expect(textHash('Freeze the\n  image.')).toBe(textHash('Freeze the image.'));
  expect(textHash('Freeze the image!')).not.toBe(textHash('Freeze the image.'));
});
