import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boundsCardWrite } from '../../../../src/lab/bounds/card.ts';
import { boundsFigures } from '../../../../src/lab/bounds/figures.ts';

const CARD = readFileSync(new URL('../../../../models/README.md', import.meta.url), 'utf8');
const figures = boundsFigures(
  { set: 'v2', exams: 7, realisations: 3, weightsSha256: 'abcdef0123456789' },
  new Map(),
  [],
);

test('the model card gets the tables between its marks, once, and keeps the rest; without marks it stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'batsign-card-'));
  const path = join(folder, 'README.md');
  try {
    writeFileSync(path, CARD);
    boundsCardWrite(folder, figures);
    boundsCardWrite(folder, figures);
    const written = readFileSync(path, 'utf8');
    expect(
      written.match(/weights abcdef012345, by `npm run evaluate:bounds -- --set v2 --exams 7`/g),
    ).toHaveLength(1);
    expect(written.split('<!-- end of bounds -->')[1]).toBe(CARD.split('<!-- end of bounds -->')[1]);
    expect(written.split('<!-- bounds:')[0]).toBe(CARD.split('<!-- bounds:')[0]);
    writeFileSync(path, 'no marks');
    expect(() => boundsCardWrite(folder, figures)).toThrow(/has lost the lines/);
    expect(readFileSync(path, 'utf8')).toBe('no marks');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
