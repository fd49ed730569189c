import { expect, test } from 'vitest';
import {
  installedPackageSchema,
  listedIn,
  packageCourse,
  packageInstalled,
  packagesMerge,
} from '../../../../src/domain/package/installed-package.ts';
import { nearbyNames } from '../../../../src/domain/package/nearby-list.ts';
import { packagePartPath, packagePartRead } from '../../../../src/domain/package/package-part.ts';
import { packageNameOf, packageNameRead } from '../../../../src/domain/package/package-scenario-id.ts';
import { packageScenariosCheck } from '../../../../src/domain/package/package-scenarios.ts';
import { storedTake } from '../../../../src/domain/stored/stored-read.ts';
import { ABOUT, SMALL_SCENARIO, SMALL_SPANISH } from '../../../support/package-make.ts';

function installed(texts: Readonly<Record<string, string>>, clips: readonly string[] = []) {
  const manifest = { ...ABOUT, files: [] };
  const scenarios = packageScenariosCheck(ABOUT, texts);
  return packageInstalled({ manifest, texts, scenarios, clips }, clips, 1000);
}

const SMALL = { 'scenarios/small.yaml': SMALL_SCENARIO, 'scenarios/small.es.yaml': SMALL_SPANISH };
const OTHER = {
  'scenarios/other.yaml': SMALL_SCENARIO.replace('id: small', 'id: other').replace(
    'title: Small',
    'title: Other',
  ),
};

test('what is kept of a package is read back as it was', () => {
  const kept = installed(SMALL, ['c1']);
  expect(storedTake(installedPackageSchema, structuredClone(kept))).toEqual(kept);
  expect(storedTake(installedPackageSchema, { ...kept, clips: 'all' })).toBeNull();
});

test('scenarios are listed in the language that is asked for, else in the one they were written in', () => {
  const kept = installed(SMALL);
  expect(listedIn(kept, 'es').map(({ title }) => title)).toEqual(['Pequeño']);
  expect(listedIn(kept, 'fr').map(({ title }) => title)).toEqual(['Small']);
  expect(packageCourse(kept, '0123abcd.tests')?.title.es).toBe('Pruebas');
  expect(packageCourse(kept, 'tests')).toBeNull();
});

test('merged, the newer scenarios stand and the older ones that it has not; so do clips', () => {
  const newer = installed({ 'scenarios/small.yaml': SMALL_SCENARIO.replace('Hello', 'Good day') }, ['c2']);
  const merged = packagesMerge(installed({ ...SMALL, ...OTHER }, ['c1']), newer);
  // The older translation spoke of another text: it goes with its scenario.
  expect(Object.keys(merged.texts).sort()).toEqual(['scenarios/other.yaml', 'scenarios/small.yaml']);
  expect(merged.texts['scenarios/small.yaml']).toContain('Good day');
  expect(listedIn(merged, 'en').map(({ title }) => title)).toEqual(['Small', 'Other']);
  expect(merged.clips).toEqual(['c2', 'c1']);
});

test.each([
  'scenarios/a-b_c.yaml',
  'scenarios/a.es.yaml',
  'clips/0123abcd-0000-4000-8000-000000000001/frames.bin',
  'keys/a/one/12.png',
])('%s is a part, and its path is made of it again', (path) => {
  expect(packagePartPath(packagePartRead(path)!)).toBe(path);
});

test.each([
  '',
  'scenarios/../a.yaml',
  '/scenarios/a.yaml',
  'scenarios\\a.yaml',
  'Scenarios/a.yaml',
  'scenarios/a.YAML',
  'scenarios/a.es.es.yaml',
  'scenarios/a.yaml\n',
  'clips/0123abcd-0000-4000-8000-000000000001/analysis.bin',
  'clips/..%2f/clip.json',
  'keys/a/one/01.png',
  `scenarios/${'a'.repeat(300)}.yaml`,
])('%j is none', (path) => {
  expect(packagePartRead(path)).toBeNull();
});

test('names of packages are told from shipped ones', () => {
  expect(packageNameOf(ABOUT.id, 'small')).toBe('0123abcd.small');
  expect(packageNameRead('0123abcd.small')).toEqual({ digits: '0123abcd', name: 'small' });
  expect(packageNameRead('count-the-b-lines')).toBeNull();
});

test('a list of packages beside the game names files of its own folder alone, each once', () => {
  const packages = [
    'a.batsign',
    'a.batsign',
    '../b.batsign',
    'c/d.batsign',
    'e.zip',
    '.batsign',
    'f g.batsign',
  ];
  expect(nearbyNames({ packages })).toEqual(['a.batsign']);
  expect(nearbyNames(['a.batsign'])).toEqual([]);
});
