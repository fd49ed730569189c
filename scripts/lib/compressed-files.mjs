import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a compressed file beside the plain one is named, by its content coding, best first. */
export const ENCODED_ENDS = { br: '.br', gzip: '.gz' };

/** One step under the greatest: half the time of a build for a hundredth more bytes. */
const BROTLI_QUALITY = 10;

/** Kinds of files that are compressed already. */
const DENSE = /\.(br|gz|jpe?g|mp[34]|png|webm|webp|woff2)$/i;
/** A compressed file that is not smaller than this share of the plain one is not worth its place. */
const WORTHWHILE_SHARE = 0.95;

/** @type {Readonly<Record<keyof typeof ENCODED_ENDS, (bytes: Buffer) => Promise<Buffer>>>} */
const ENCODERS = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * Writes a `.br` and a `.gz` beside every file in a folder and below that gets smaller by it, so that a server need
 * not compress anything itself.
 * @param {string} folder
 */
export async function compressedWrite(folder) {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      if (DENSE.test(name) || !(await stat(file)).isFile()) return;
      const bytes = await readFile(file);
      for (const encoding of /** @type {const} */ (['br', 'gzip'])) {
        const encoded = await ENCODERS[encoding](bytes);
        if (encoded.length > WORTHWHILE_SHARE * bytes.length) continue;
        await writeFile(file + ENCODED_ENDS[encoding], encoded);
      }
    }),
  );
}

/**
 * Compresses the built game.
 * @returns {import('vite').Plugin}
 */
export function compressedFiles() {
  let folder = '';
  return {
    name: 'batsign-compressed-files',
    apply: 'build',
    enforce: 'post',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    closeBundle: { order: 'post', sequential: true, handler: () => compressedWrite(folder) },
  };
}
