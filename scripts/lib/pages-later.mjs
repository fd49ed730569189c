import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { ROOT } from './root.mjs';

/** A page that is fetched later, or a part of one, as the code names it: `pageLater(() => import(…), (module) => …, […])`. */
const PAGE =
  /(?:page|part)Later\(\s*\(\) => import\('([^']+)'\),\s*\(module\) => module\.\w+,\s*\[([^\]]*)\],\s*(?:\(\) => null,\s*)?\)/g;

/**
 * @typedef {object} PageLater
 * @property {string} file its module
 * @property {readonly string[]} bundles its bundles of words, besides the start's
 */

/**
 * Every page and part of one that is fetched when it is first shown, read from the code.
 * @returns {PageLater[]}
 */
export function pagesLater() {
  const src = join(ROOT, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('ui/'))
    .flatMap((file) => {
      const code = readFileSync(join(src, file), 'utf8');
      const found = [...code.matchAll(PAGE)].map(([, path = '', bundles = '']) => ({
        file: resolve(dirname(join(src, file)), path),
        bundles: [...bundles.matchAll(/'(\w+)'/g)].map(([, bundle = '']) => bundle),
      }));
      if (found.length !== code.split(/(?:page|part)Later\(/).length - 1) {
        throw new Error(`src/${file} names a page in another way than scripts/lib/pages-later.mjs reads.`);
      }
      return found;
    });
}
