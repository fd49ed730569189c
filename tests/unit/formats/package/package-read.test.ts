import { describe, expect, test } from 'vitest';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import { packageFiles } from '../../../../src/domain/package/package-write.ts';
import { InputError } from '../../../../src/formats/files/input-error.ts';
import { type PackageRead, packageRead } from '../../../../src/formats/package/package-read.ts';
import { archiveRead } from '../../../../src/formats/zip/archive-read.ts';
import { mutated } from '../../../support/mutated.ts';
import {
  ABOUT,
  packageMake,
  SMALL_PARTS,
  SMALL_SCENARIO,
  textPart,
  zipOf,
} from '../../../support/package-make.ts';
import { repetitions } from '../../../support/repetitions.ts';

const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<PackageRead> =>
  packageRead(await archiveRead(new Blob([bytes])));

/** The code of the sentence with which a package is refused. */
async function refusal(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof CodedError) return error.fact;
    throw error;
  }
  return null;
}

test('a package is read as it was written, in each of its languages', async () => {
  const { manifest, texts, scenarios, clips } = await read(await packageMake());
  expect(manifest).toMatchObject(ABOUT);
  expect(Object.keys(texts)).toEqual(['scenarios/small.yaml', 'scenarios/small.es.yaml']);
  expect(scenarios.en![0]).toMatchObject({ id: '0123abcd.small', course: '0123abcd.tests', title: 'Small' });
  expect(scenarios.es![0]).toMatchObject({ id: '0123abcd.small', title: 'Pequeño' });
  expect(clips).toEqual([]);
});

test('a course says what it is for in the form that older games refuse as newer, all else in the one that they read', async () => {
  const formatOf = async (about: Partial<typeof ABOUT>): Promise<unknown> => {
    const archive = await archiveRead(new Blob([await packageMake(SMALL_PARTS, about)]));
    const at = archive.files.findIndex(({ path }) => path === 'manifest.json');
    return (JSON.parse(await (await archive.unpack(at)).text()) as { readonly format: unknown }).format;
  };
  const courses = [{ id: 'tests', title: { en: 'Tests' }, summary: { en: 'To be sure.' } }];
  expect(await formatOf({})).toBe(1);
  expect(await formatOf({ courses })).toBe(2);
  const { manifest } = await read(await packageMake(SMALL_PARTS, { courses }));
  expect(manifest.courses).toEqual(courses);
});

describe('refused by a sentence, and nothing of it taken', () => {
  const manifested = packageFiles(ABOUT, SMALL_PARTS);
  const [manifest, ...parts] = manifested;
  const json = JSON.parse(new TextDecoder().decode(manifest!.bytes)) as Record<string, unknown>;
  const withManifest = (change: object) =>
    zipOf([textPart('manifest.json', JSON.stringify({ ...json, ...change })), ...parts]);

  test.each<[string, () => Promise<Uint8Array<ArrayBuffer>>, object]>([
    ['without a manifest', () => zipOf(parts), { code: 'packageNone' }],
    [
      'a manifest that is no JSON',
      () => zipOf([textPart('manifest.json', '{'), ...parts]),
      { code: 'packageUnsound' },
    ],
    ['an unknown key in the manifest', () => withManifest({ script: 'x' }), { code: 'packageUnsound' }],
    ['of a newer version', () => withManifest({ format: 3, news: true }), { code: 'packageNewer' }],
    ['a title with no text', () => withManifest({ title: { en: '  ' } }), { code: 'packageUnsound' }],
    [
      'more than it may hold, as it states',
      () => withManifest({ files: [{ path: 'clips/x', bytes: 1e10, sha256: 'a'.repeat(64) }] }),
      { code: 'packageLarge', megabytes: 10_000, most: 2000 },
    ],
    [
      'a part missing',
      () => zipOf(manifested.slice(0, 2)),
      { code: 'packagePartMissing', path: 'scenarios/small.es.yaml' },
    ],
    [
      'a part of another size',
      () => zipOf([manifest!, textPart('scenarios/small.yaml', 'other'), parts[1]!]),
      { code: 'packagePartChanged', path: 'scenarios/small.yaml' },
    ],
    [
      'a part of the same size with other bytes',
      () =>
        zipOf([
          manifest!,
          textPart('scenarios/small.yaml', SMALL_SCENARIO.replace('Hello', 'Hallo')),
          parts[1]!,
        ]),
      { code: 'packagePartChanged', path: 'scenarios/small.yaml' },
    ],
    [
      'something that is not on the list',
      () => zipOf([...manifested, textPart('extra.js', 'alert(1)')]),
      { code: 'packagePartUnknown', path: 'extra.js' },
    ],
    [
      'a path that leads out',
      () => packageMake([...SMALL_PARTS, textPart('../scenarios/a.yaml', 'x')]),
      { code: 'packagePartUnknown', path: '../scenarios/a.yaml' },
    ],
    [
      'a name that no part has',
      () => packageMake([...SMALL_PARTS, textPart('scenarios/a/b.yaml', 'x')]),
      { code: 'packagePartUnknown', path: 'scenarios/a/b.yaml' },
    ],
    [
      'texts of no scenario',
      () => packageMake([SMALL_PARTS[0]!, textPart('scenarios/other.es.yaml', 'title: X')]),
      { code: 'packageTextsAlone', path: 'scenarios/other.es.yaml' },
    ],
  ])('%s', async (_, make, fact) => {
    expect(await refusal(await make())).toEqual(fact);
  });

  test.each<[string, string, RegExp]>([
    [
      'a scenario with an unknown key',
      SMALL_SCENARIO.replace('lesson: 1', 'lesson: 1\nonload: x'),
      /onload is not known/,
    ],
    [
      'a scenario that never ends',
      `${SMALL_SCENARIO}        next: [{ goto: briefing }]\n`,
      /never ends|without end|end/,
    ],
    [
      'aliases beyond a bound',
      `${SMALL_SCENARIO}x:\n  - &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n  - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n  - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n  - [*c, *c, *c, *c]\n`,
      /aliases too often/,
    ],
  ])('%s', async (_, text, sentence) => {
    const fact = await refusal(await packageMake([textPart('scenarios/small.yaml', text)]));
    expect(fact).toMatchObject({ code: 'packageScenario', path: 'scenarios/small.yaml' });
    expect((fact as { fault: string }).fault).toMatch(sentence);
  });
});

test('scripts in texts are texts', async () => {
  const text = SMALL_SCENARIO.replace('text: Hello.', 'text: "<script>alert(1)</script>"');
  const { scenarios } = await read(await packageMake([textPart('scenarios/small.yaml', text)]));
  expect(scenarios.en![0]!.steps[0]).toMatchObject({ text: '<script>alert(1)</script>' });
});

test('a damaged package is refused by a coded error, or is what it was', async () => {
  const original = await packageMake();
  const random = randomCreate(20261130, 1).next;
  for (let time = 0; time < repetitions(100, 5000); time++) {
    const bytes = mutated(original, random);
    try {
      const { texts } = await read(bytes);
      expect(texts['scenarios/small.yaml']).toBe(SMALL_SCENARIO);
    } catch (error) {
      if (error instanceof InputError || error instanceof CodedError) continue;
      throw error;
    }
  }
});
