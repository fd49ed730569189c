import type { PackageManifest } from '../../src/domain/package/package-manifest.ts';
import { type PackageContent, packageFiles } from '../../src/domain/package/package-write.ts';
import { archiveWrite } from '../../src/formats/zip/archive-write.ts';

/** A scenario that can be played, of one phantom image. */
export const SMALL_SCENARIO = `id: small
title: Small
summary: A small one.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: briefing
    text: Hello.
  - step: rounds
    images:
      - id: one
        source: { phantom: { seed: 1, pattern: a_lines, depth_mm: 80 } }
    steps:
      - step: freeze
        text: Stop.
      - step: mark
        text: Mark.
        findings:
          - { finding: rib, tolerance_mm: 3 }
      - step: feedback
        text: So it was.
`;

export const SMALL_SPANISH = `title: Pequeño
summary: Uno pequeño.
steps:
  briefing:
    text: Hola.
  rounds:
    freeze:
      text: Para.
    mark:
      text: Marca.
    feedback:
      text: Así era.
`;

export const ABOUT: Omit<PackageManifest, 'files'> = {
  id: '0123abcd-0000-4000-8000-000000000001',
  revision: 1,
  title: { en: 'Small package' },
  language: 'en',
  author: 'A. Teacher',
  licence: 'CC-BY-4.0',
  madeOn: '2026-11-30',
  courses: [{ id: 'tests', title: { en: 'Tests', es: 'Pruebas' } }],
};

export const textPart = (path: string, text: string): PackageContent => ({
  path,
  bytes: new TextEncoder().encode(text),
});

export const SMALL_PARTS: readonly PackageContent[] = [
  textPart('scenarios/small.yaml', SMALL_SCENARIO),
  textPart('scenarios/small.es.yaml', SMALL_SPANISH),
];

/** A zip of files as they are given, sound or not. */
export async function zipOf(files: readonly PackageContent[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await archiveWrite(files.map(({ path, bytes }) => ({ path, content: new Blob([bytes]) })));
  return new Uint8Array(await zip.arrayBuffer());
}

/** The bytes of a package. */
export function packageMake(
  parts: readonly PackageContent[] = SMALL_PARTS,
  about: Partial<typeof ABOUT> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return zipOf(packageFiles({ ...ABOUT, ...about }, parts));
}
