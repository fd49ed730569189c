import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The newest time of change under a path in ms since 1970; a folder's own time counts, since it is what
 * changes when a file is removed. 0 where there is nothing.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    found.mtimeMs,
  );
}

/**
 * Whether any source has changed since `product` was made, or it was never made.
 * @param {string} product a file
 * @param {readonly string[]} sources files and folders
 */
export function isStale(product, sources) {
  const made = statSync(product, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined || sources.some((source) => newestChange(source) > made);
}
