import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs a package of Debian (or kin of it) where that may be done without asking: as root. Elsewhere, and
 * where it fails, nothing happens: look for what it should bring. All its output goes to stderr.
 * @param {string} name of the package
 * @param {string} shown what the user knows it by
 */
export function aptInstall(name, shown) {
  const isUsable = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!isUsable) return;
  console.error(`Installing Debian's ${shown} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', name],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
  }
}
