import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';

/** Where decoded images and found sectors are remembered. */
const CACHE_FOLDER = join(ROOT, '.cache', 'clips');

/**
 * The value remembered under a name; null where nothing is, or nothing that `read` can use: what a stopped or older run
 * left behind is made anew.
 */
export function cacheRead<Value>(name: string, read: (bytes: Buffer) => Value | null): Value | null {
  try {
    return read(readFileSync(join(CACHE_FOLDER, name)));
  } catch {
    return null;
  }
}

/** Written aside first: a run that is stopped leaves no half file behind. */
export function cacheWrite(name: string, content: Uint8Array | string): void {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const path = join(CACHE_FOLDER, name);
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}
