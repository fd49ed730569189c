import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Facts of the machine that a search needs; given by tests, read from the process otherwise.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 * @property {(path: string) => boolean} exists
 */

/** @returns {Machine} */
function machineRead() {
  return { platform: process.platform, env: process.env, home: homedir(), exists: existsSync };
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Chromium without windows and cameras: it needs a fifth less of the processor. */
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];

const MAC_NAMES = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const WINDOWS_TAILS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Where a Chromium, Chrome or Edge may lie on this machine, best first.
 * @param {Machine} machine
 * @returns {string[]}
 */
function chromiumCandidates(machine) {
  const { platform, env, home } = machine;
  if (platform === 'darwin') {
    return ['/Applications', `${home}/Applications`].flatMap((folder) =>
      MAC_NAMES.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? WINDOWS_TAILS.map((tail) => `${root}\\${tail}`) : []));
  }
  return linuxCandidates(LINUX_NAMES, machine);
}

/**
 * @param {readonly string[]} names
 * @param {Machine} machine
 */
function linuxCandidates(names, { env }) {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const searched = [...new Set([...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  return names.flatMap((name) => searched.map((folder) => join(folder, name)));
}

/**
 * The path of an installed Chromium that has no windows, or null. Where BATSIGN_CHROMIUM names a browser there is none:
 * it wins.
 * @param {Machine} [machine]
 * @returns {string | null}
 */
export function shellFind(machine = machineRead()) {
  if (machine.env.BATSIGN_CHROMIUM || machine.platform !== 'linux') return null;
  return linuxCandidates(SHELL_NAMES, machine).find((path) => machine.exists(path)) ?? null;
}

/**
 * The browser of end-to-end tests that need no camera: a Chromium without windows, or the one that `chromiumFind`
 * finds.
 * @param {Machine} [machine]
 * @returns {string | null}
 */
export function testChromiumFind(machine = machineRead()) {
  return shellFind(machine) ?? chromiumFind(machine);
}

/**
 * The path of an installed Chromium, Chrome or Edge, or null. `BATSIGN_CHROMIUM` names one and wins; a name
 * that leads nowhere is an error rather than a reason to take another.
 * @param {Machine} [machine]
 * @returns {string | null}
 */
export function chromiumFind(machine = machineRead()) {
  const asked = machine.env.BATSIGN_CHROMIUM;
  if (asked) {
    if (machine.exists(asked)) return asked;
    throw new Error(`BATSIGN_CHROMIUM says ${asked}, but there is no such file. Correct it or unset it.`);
  }
  return chromiumCandidates(machine).find((path) => machine.exists(path)) ?? null;
}

/** Flags that headless Chromium needs to run in a container, draw WebGL without a GPU, and keep off the network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--no-first-run',
];
