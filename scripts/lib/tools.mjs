import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './root.mjs';

/**
 * The JavaScript file behind a package's command, so that it runs under this very Node on every system (an
 * npm command is a shell script on Linux and a .cmd file on Windows).
 * @param {string} packageName
 * @param {string} [command] where the package has several
 */
export function toolPath(packageName, command) {
  const manifestPath = join(ROOT, 'node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[command ?? packageName];
  if (!file) throw new Error(`${packageName} has no command ${command ?? packageName}.`);
  return join(dirname(manifestPath), file);
}

/**
 * Runs a command with this process's output and no input; resolves to its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean, name?: string }} [options] `name`: what each line of its
 *   output begins with, so that those of several commands at once can be told apart
 * @returns {Promise<number>}
 */
export function commandRun(command, args, { env = {}, shell = false, name } = {}) {
  return new Promise((resolve) => {
    const output = name === undefined ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      shell,
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => console.log(`[${name}] ${line}`));
    }
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code, signal) => {
      if (signal) console.error(`${command} was ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a Node script or an installed package's command under this Node.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @param {string} [name] as for `commandRun`
 */
export function nodeRun(script, args, env = {}, name = undefined) {
  return commandRun(process.execPath, [script, ...args], { env, ...(name === undefined ? {} : { name }) });
}

/**
 * Runs npm: the one that started this process if any, else the one on the PATH.
 * @param {readonly string[]} args
 */
export function npmRun(args) {
  const npm = process.env.npm_execpath;
  if (npm && /npm-cli\.c?js$/.test(npm)) return nodeRun(npm, args);
  return commandRun('npm', args, { shell: process.platform === 'win32' });
}
