import { expect, test } from 'vitest';
import { packageContents } from '../../../../src/parts/packages/package-contents.ts';
import type { RecordsOpened } from '../../../../src/ports/records.ts';

const CLIP = '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11';
const texts = { 'scenarios/keyed.yaml': `source: { clip: { id: ${CLIP} } }` };

/** A library in which the clip has these files. */
const library = (names: readonly string[]) => async () =>
  ({
    clipFiles: async () => names.map((name) => ({ name, content: new Blob([name]) })),
  }) as unknown as RecordsOpened;

test('a clip goes along with its images and its name, and without what the network said of it', async () => {
  const names = ['analysis-7-abc.bin', 'clip.json', 'frames.bin', 'name.json'];
  const parts = await packageContents({ texts, clips: [CLIP] }, library(names));
  expect(parts.map(({ path }) => path)).toEqual([
    'scenarios/keyed.yaml',
    ...names.slice(1).map((name) => `clips/${CLIP}/${name}`),
  ]);
});

test.each([[[]], [['clip.json', 'name.json']]])(
  'a clip of which only %j is there is told with its scenario',
  async (names) => {
    await expect(packageContents({ texts, clips: [CLIP] }, library(names))).rejects.toMatchObject({
      fact: { code: 'packageClipGone', path: 'scenarios/keyed.yaml' },
    });
  },
);
