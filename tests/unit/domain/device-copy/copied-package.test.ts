import { expect, test, vi } from 'vitest';
import { type CopiedPackage, copiedPackageWrite } from '../../../../src/domain/device-copy/copied-package.ts';
import { copiedPackageRead } from '../../../../src/domain/device-copy/copied-package-read.ts';
import { installed, PACKAGE_TEXTS } from '../../../support/device-copies.ts';

const CLIP = '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11';
const KEPT = installed({}, [CLIP]);
const COPIED = JSON.parse(JSON.stringify(copiedPackageWrite(KEPT))) as CopiedPackage;

test('a package comes back as it was, with its lists made of its texts anew', () => {
  expect(copiedPackageRead(COPIED)).toEqual(KEPT);
  expect(JSON.stringify(COPIED)).not.toContain('"listed"');
  const withOthers = { ...COPIED, clipsBrought: [CLIP, CLIP.replace('0b', '1b')] };
  expect(copiedPackageRead(withOthers)?.clipsBrought).toEqual([CLIP]);
});

/** A package whose texts are these, sound in all else. */
const written = (texts: Readonly<Record<string, string>>) => copiedPackageWrite({ ...KEPT, texts });

test.each<[string, unknown]>([
  ['is no package', { packages: 1 }],
  [
    'has a text that was changed',
    { ...COPIED, texts: { ...COPIED.texts, 'scenarios/small.yaml': 'id: other' } },
  ],
  [
    'has a text of the same length that was changed',
    {
      ...COPIED,
      texts: {
        ...COPIED.texts,
        'scenarios/small.yaml': PACKAGE_TEXTS['scenarios/small.yaml'].replace('Hello', 'Hallo'),
      },
    },
  ],
  ['lacks a text', { ...COPIED, texts: { 'scenarios/small.yaml': PACKAGE_TEXTS['scenarios/small.yaml'] } }],
  [
    'has a text that is not listed',
    { ...COPIED, texts: { ...COPIED.texts, 'scenarios/more.yaml': 'id: more' } },
  ],
  ['has a scenario that cannot be played', written({ 'scenarios/small.yaml': 'id: small' })],
  ['has texts of no scenario', written({ 'scenarios/small.es.yaml': 'title: Nada' })],
  [
    'has a path that leads elsewhere',
    written({ '../scenarios/small.yaml': PACKAGE_TEXTS['scenarios/small.yaml'] }),
  ],
  ['has a picture among its texts', written({ ...PACKAGE_TEXTS, 'keys/small/one/1.png': 'x' })],
  ['has a text larger than any', written({ 'scenarios/small.yaml': `${'#'.repeat(600_000)}\n` })],
  ['is of a newer game', { ...COPIED, manifest: COPIED.manifest.replace('"format": 1', '"format": 9') }],
  ['names clips by no id', { ...COPIED, clips: ['../clip'] }],
])('a package that %s is left out', (_, given) => {
  const warned = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(copiedPackageRead(given)).toBeNull();
  warned.mockRestore();
});
