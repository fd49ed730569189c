import { join } from 'node:path';
import { format } from 'node:util';
import { ROOT } from '../../scripts/lib/root.mjs';

/** How a command ended: its exit code, and all that it wrote. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let runs = 0;

/**
 * Runs a program of `src/cli/` or `src/lab/`, as the command would, within this process: starting a Node for each call
 * takes seconds. Processes that the program itself starts are real ones.
 * @param program its file, from the repository's root
 */
export async function commandRun(program: string, args: readonly string[]): Promise<Ended> {
  const path = join(ROOT, program);
  const { argv, execArgv, exitCode } = process;
  const { log, error } = console;
  const written = { out: '', err: '' };
  process.argv = [process.execPath, path, ...args];
  // A process that it forks reads TypeScript, as it does itself.
  process.execArgv = ['--import', 'tsx'];
  process.exitCode = undefined;
  console.log = (...said) => {
    written.out += `${format(...said)}\n`;
  };
  console.error = (...said) => {
    written.err += `${format(...said)}\n`;
  };
  try {
    runs += 1;
    // Another address makes the program run again; what it imports is kept.
    await import(`${path}?run=${runs}`);
    return { code: Number(process.exitCode ?? 0), ...written };
  } finally {
    Object.assign(process, { argv, execArgv, exitCode });
    Object.assign(console, { log, error });
  }
}
