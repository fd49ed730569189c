import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { courseTitle } from '../../../../src/ui/sentences/course-title.ts';
import { en } from '../../../../src/words/en/index.ts';
import { inSpanish } from '../../../support/spanish.ts';

const FOLDER = join(import.meta.dirname, '../../../../scenarios');

test('a course reads as words', () => {
  expect(courseTitle('own-machine')).toBe('Own machine');
  expect(courseTitle('basics')).toBe('Basics');
  expect(courseTitle('lung-score')).toBe('Lung score');
});

test('every shipped course has a name of its own', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(en.courses).sort());
});

describe('in Spanish', () => {
  inSpanish();

  test('too, and one without a name is called by its folder', () => {
    expect(courseTitle('basics')).toBe('Fundamentos');
    expect(courseTitle('lung-score')).toBe('Lung score');
  });
});
