import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COURSES } from '../../../../src/domain/scenario/course.ts';
import { courseTitle } from '../../../../src/ui/sentences/course-title.ts';
import { en } from '../../../../src/words/en/index.ts';
import { inSpanish } from '../../../support/spanish.ts';

const FOLDER = join(import.meta.dirname, '../../../../scenarios');

test('a course reads as words', () => {
  expect(courseTitle('own-machine')).toBe('Own machine');
  expect(courseTitle('sliding')).toBe('Sliding and M-mode');
  expect(courseTitle('lung-score')).toBe('Lung score');
});

test('every shipped course has a name of its own', () => {
  expect(Object.keys(en.courses)).toEqual([...COURSES]);
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) expect(COURSES).toContain(name);
});

describe('in Spanish', () => {
  inSpanish();

  test('too, and one without a name is called by its folder', () => {
    expect(courseTitle('sliding')).toBe('Deslizamiento y modo M');
    expect(courseTitle('lung-score')).toBe('Lung score');
  });
});
