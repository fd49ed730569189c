import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';

/**
 * Writes beside the built game which of its files go into a package for a course system, before the list of files that are
 * there without a network is made: who makes a package in the page needs all of them.
 * @param {{ readonly file: string, readonly has: (path: string) => boolean, readonly text: (game: {
 *   readonly files: readonly { readonly path: string, readonly bytes: number, readonly sha256: string }[],
 *   readonly packedBytes: number }) => string }} options `file`: what the list is called; `has`: whether a path goes in
 * @returns {import('vite').Plugin}
 */
export function courseGame({ file, has, text }) {
  let folder = '';
  return {
    name: 'batsign-course-game',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    closeBundle: {
      order: 'pre',
      sequential: true,
      async handler() {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const paths = entries
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(folder.length + 1)
              .replaceAll('\\', '/'),
          )
          .filter(has)
          .sort();
        const files = [];
        let packedBytes = 0;
        for (const path of paths) {
          const bytes = await readFile(join(folder, path));
          const packed = await promisify(deflateRaw)(bytes, { level: constants.Z_DEFAULT_COMPRESSION });
          packedBytes += packed.length;
          const sha256 = createHash('sha256').update(bytes).digest('hex');
          files.push({ path, bytes: bytes.length, sha256 });
        }
        await writeFile(join(folder, file), text({ files, packedBytes }));
      },
    },
  };
}
