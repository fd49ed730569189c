import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { npmRun } from './tools.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, resolved?: string, optional?: boolean, link?: boolean }>} LockPackages */

/**
 * Whether what is installed is what the lock file asks for. Optional packages may be absent (they are for
 * other systems), but one that is there must be of the right version.
 * @param {LockPackages} wanted `packages` of package-lock.json
 * @param {LockPackages} installed `packages` of node_modules/.package-lock.json, which npm writes last
 */
export function lockIsMet(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const present = installed[path];
    if (!present) return optional === true;
    return present.version === version && (present.integrity ?? integrity) === integrity;
  });
}

/**
 * @param {string} path
 * @returns {LockPackages | null} null when the file is absent or broken
 */
function lockRead(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** Stops with a sentence on a Node that is too old for the tools. */
export function nodeVersionRequire() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (isEnough) return;
  console.error(
    `Batsign needs Node 20.19 or newer (of Node 22, 22.12 or newer), but this is ${process.versions.node}. Get one at https://nodejs.org.`,
  );
  process.exit(1);
}

/** Installs the dependencies that package-lock.json names, unless they are there already. */
export async function dependenciesEnsure() {
  const wanted = lockRead(join(ROOT, 'package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing or broken: get it back from the repository.');
  const installed = lockRead(join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed && lockIsMet(wanted, installed)) return;
  const isFirst = !existsSync(join(ROOT, 'node_modules'));
  console.log(
    isFirst ? 'Installing dependencies ...' : 'Dependencies have changed: installing them again ...',
  );
  const code = await npmRun(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}; its messages above say why.`);
}
