import { beforeAll, describe, expect, test } from 'vitest';
import { NETWORK_FILES } from '../../../../src/domain/adaptation/network-file.ts';
import type { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import { archiveRead } from '../../../../src/formats/zip/archive-read.ts';
import { archiveWrite, type FileToPack } from '../../../../src/formats/zip/archive-write.ts';
import type { ModelFiles } from '../../../../src/network/model-files.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { specificationShipped } from '../../../../src/network/network-shipped.ts';
import {
  networkArchiveFiles,
  networkArchiveRead,
  networkFileRead,
} from '../../../../src/pages/adapt/network-file.ts';
import { adaptedMake } from '../../../support/adapted-make.ts';
import { TINY } from '../../network/tuning/tiny-network.ts';

let model: ModelFiles;
const network = adaptedMake();

beforeAll(async () => {
  model = await modelRandom(specificationShipped(), 7);
});

const text = async (file: FileToPack): Promise<Record<string, unknown>> =>
  JSON.parse(await file.content.text()) as Record<string, unknown>;
const blobOf = (json: unknown): Blob => new Blob([JSON.stringify(json)]);

/** The file of the network, with some of its parts changed. */
async function fileOf(
  change: (files: readonly FileToPack[]) => readonly FileToPack[] | Promise<readonly FileToPack[]> = (
    files,
  ) => files,
  files: ModelFiles = model,
): Promise<Blob> {
  return archiveWrite(await change(networkArchiveFiles(network, files)));
}

const read = async (file: Blob) => networkArchiveRead(await archiveRead(file));

async function factOf(work: Promise<unknown>) {
  return work.then(
    () => expect.fail('it was taken'),
    (error: CodedError) => error.fact,
  );
}

/** With another content of one of the files. */
const with_ =
  (path: string, content: (file: FileToPack) => Promise<Blob> | Blob) =>
  async (files: readonly FileToPack[]) =>
    Promise.all(
      files.map(async (file) => (file.path === path ? { path, content: await content(file) } : file)),
    );

describe('the file of an adapted network', () => {
  test('gives it back as it was, and holds the three files of a model that commands read', async () => {
    const file = await fileOf();
    const taken = await read(file);
    expect(taken).toMatchObject({ name: network.name, facts: network.facts });
    expect(taken.files.weights).toEqual(model.weights);
    expect(taken.sha256).toBe((model.manifest as { sha256: string }).sha256);
    expect((await archiveRead(file)).files.map(({ path }) => path)).toEqual(Object.values(NETWORK_FILES));
  });

  test('is refused where it is no zip, or a zip of something else', async () => {
    expect(await factOf(networkFileRead(new Blob(['PK, but none'])))).toEqual({ code: 'adaptedFileNone' });
    const other = await archiveWrite([{ path: 'manifest.json', content: blobOf({}) }]);
    expect(await factOf(read(other))).toEqual({ code: 'adaptedFileNone' });
  });

  test('is refused where it is larger than any network', async () => {
    const large = new Blob([new Uint8Array(20_000_001)]);
    expect(await factOf(networkFileRead(large))).toEqual({
      ...{ code: 'adaptedFileLarge', megabytes: 21, most: 20 },
    });
  });

  test('is refused where a newer game made it', async () => {
    const newer = await fileOf(
      with_(NETWORK_FILES.about, async (file) => blobOf({ ...(await text(file)), format: 2, more: true })),
    );
    expect(await factOf(read(newer))).toEqual({ code: 'adaptedFileNewer' });
  });

  test('is refused where it tells no facts', async () => {
    const wrong = await fileOf(
      with_(NETWORK_FILES.about, async (file) => blobOf({ ...(await text(file)), facts: {} })),
    );
    expect(await factOf(read(wrong))).toMatchObject({ code: 'adaptedFileWrong' });
    const none = await fileOf(with_(NETWORK_FILES.about, () => new Blob(['{'])));
    expect(await factOf(read(none))).toMatchObject({ code: 'adaptedFileWrong' });
  });

  test.each([
    ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -2)],
    [
      'scratched',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, at) => (at === 500 ? byte ^ 1 : byte)),
    ],
  ])('is refused where its weights are %s', async (_, damage) => {
    const damaged = await fileOf(
      with_(NETWORK_FILES.weights, async ({ content }) => {
        const bytes = new Uint8Array(await content.arrayBuffer());
        return new Blob([damage(bytes)]);
      }),
    );
    expect(await factOf(read(damaged))).toEqual({
      ...{ code: 'adaptedFileDamaged', file: NETWORK_FILES.weights },
    });
  });

  test('is refused where its weights are missing, or are of a network of another shape', async () => {
    const missing = await fileOf((files) => files.filter(({ path }) => path !== NETWORK_FILES.weights));
    expect(await factOf(read(missing))).toMatchObject({ code: 'adaptedFileDamaged' });
    const tiny = await fileOf(undefined, await modelRandom(TINY, 1));
    expect((await factOf(read(tiny))).code).toMatch(/^model(Input|Tensors)Mismatch$/);
  });
});
