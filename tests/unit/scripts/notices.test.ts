import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMPILED_IN, COMPILED_OUT, noticesWrite, runtimePlaces } from '../../../scripts/lib/notices.mjs';
import { ROOT } from '../../../scripts/lib/root.mjs';

test('what runs in the browser is listed, what only builds or types is not', () => {
  const places = runtimePlaces({
    '': {},
    'node_modules/phaser': {},
    'node_modules/phaser/node_modules/eventemitter3': {},
    'node_modules/vite': { dev: true },
    'node_modules/fsevents': { optional: true },
    'node_modules/@types/long': {},
    'node_modules/@fontsource-variable/inter': { dev: true },
  });
  expect(places).toEqual([
    'node_modules/@fontsource-variable/inter',
    'node_modules/phaser',
    'node_modules/phaser/node_modules/eventemitter3',
  ]);
});

test('the notices in public/ are those of the packages installed (else: npm run notices)', () => {
  const stored = readFileSync(join(ROOT, 'public', 'third-party-notices.txt'), 'utf8');
  expect(stored).toBe(noticesWrite(ROOT));
  expect(stored).toContain('phaser ');
  expect(stored).toContain('SIL OPEN FONT LICENSE');
  expect(stored).toContain('Apache License');
});

test('every bundled package has a permissive licence, or one that asks no more than to name its source', () => {
  const stored = readFileSync(join(ROOT, 'public', 'third-party-notices.txt'), 'utf8');
  const licences = [...stored.matchAll(/^\S+ (?:\d\S*|in \S+ \S+) \((.+)\)$/gm)].map(
    ([, licence]) => licence,
  );
  expect(licences.length).toBeGreaterThan(10);
  const allowed = [
    'MIT',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'OFL-1.1',
    '0BSD',
    '(MIT AND Zlib)',
  ];
  expect(licences.filter((licence) => !allowed.includes(licence ?? ''))).toEqual(['MPL-2.0', 'MPL-2.0']);
  expect(stored.match(/\(MPL-2\.0\)\nIts source, unchanged here: https:\/\/\S+\n/g)).toHaveLength(2);
});

test('what is compiled into a package was looked into at the version that is installed', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  for (const { package: name, version } of COMPILED_IN) {
    expect(packages[`node_modules/${name}`].version, `look again what ${name} holds`).toBe(version);
  }
  expect(noticesWrite(ROOT)).toContain('XNNPACK in @tensorflow/tfjs-backend-wasm 4.22.0 (BSD-3-Clause)\n');
});

test('every runtime package that brings compiled code is one that was looked into', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const withWasm = runtimePlaces(packages).filter((place) =>
    readdirSync(join(ROOT, place), { recursive: true }).some((file) => String(file).endsWith('.wasm')),
  );
  const known = [...COMPILED_IN, ...COMPILED_OUT].map(({ package: name }) => `node_modules/${name}`);
  expect(withWasm).toEqual(known.toSorted());
});

test('of packages whose compiled code stays out nothing but the entry without it is imported', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'));
  for (const { package: name, entry } of COMPILED_OUT) {
    const imported = sources.flatMap((text) => [...text.matchAll(new RegExp(`'(${name}[^']*)'`, 'g'))]);
    expect(imported.length).toBeGreaterThan(0);
    for (const [, from] of imported) expect(from).toBe(entry);
  }
});
