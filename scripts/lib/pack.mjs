import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { ENCODED_ENDS } from './compressed-files.mjs';
import { MIME } from './mime-types.mjs';
import { responseHeaders } from './response-headers.mjs';
import { ROOT } from './root.mjs';

/** In which everything lies once it is unpacked. */
const TOP = 'batsign';
const STARTERS = join(ROOT, 'scripts', 'pack');
/** The same files give the same bytes: a zip knows no earlier day. */
const CHANGED = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN = (0o100644 << 16) >>> 0;
const EXECUTABLE = (0o100755 << 16) >>> 0;

/**
 * One zip with the built game and what starts it on a computer without a network: a script for Windows and one for Mac and
 * Linux, each with a small server of that system's own language.
 * @param {string} built the folder of the built game
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function gamePack(built) {
  /** @type {import('fflate').Zippable} */
  const files = {};
  /** @param {string} path @param {Uint8Array | string} what */
  const add = (path, what, attrs = PLAIN) => {
    const bytes = typeof what === 'string' ? new TextEncoder().encode(what) : what;
    files[`${TOP}/${path}`] = [bytes, { os: UNIX, attrs, mtime: CHANGED }];
  };
  for (const name of readdirSync(STARTERS).sort()) {
    add(name, readFileSync(join(STARTERS, name)), name.endsWith('.command') ? EXECUTABLE : PLAIN);
  }
  add('LICENSE.txt', readFileSync(join(ROOT, 'LICENSE')));
  // Files of newer builds lie under the same address: each is asked for whether it is still the newest.
  add('headers.txt', lines({ ...responseHeaders([]), 'Cache-Control': 'no-cache' }, ': '));
  add('types.txt', lines(MIME, ' '));
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || Object.values(ENCODED_ENDS).some((end) => entry.name.endsWith(end))) continue;
    const path = join(entry.parentPath, entry.name);
    add(`game/${path.slice(built.length + 1).replaceAll('\\', '/')}`, readFileSync(path));
  }
  return zipSync(files, { level: 9 });
}

/**
 * @param {Readonly<Record<string, string>>} entries
 * @param {string} by
 */
const lines = (entries, by) =>
  Object.entries(entries)
    .map(([name, value]) => `${name}${by}${value}\n`)
    .join('');
