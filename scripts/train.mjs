// The trainer's commands: `npm run train`, `npm run train:export`, `npm run train:parity`, `npm run study`.
import { join } from 'node:path';
import { PYTHON_ENV, TORCH_HINT, torchPythonFind } from './lib/python.mjs';
import { ROOT } from './lib/root.mjs';
import { commandRun } from './lib/tools.mjs';

const TRAINING = join(ROOT, 'training');
/** @type {Readonly<Record<string, readonly string[]>>} */
const COMMANDS = {
  train: [join(TRAINING, 'train.py')],
  export: [join(TRAINING, 'export.py')],
  parity: [join(TRAINING, 'parity.py')],
  study: ['-m', 'study'],
};
const [command = '', ...args] = process.argv.slice(2);
const program = COMMANDS[command];
const python = torchPythonFind();
if (program === undefined) {
  console.error(`Say which of ${Object.keys(COMMANDS).join(', ')} to run.`);
  process.exitCode = 2;
} else if (python === null) {
  console.error(TORCH_HINT);
  process.exitCode = 2;
} else {
  process.exitCode = await commandRun(python, [...program, ...args], {
    env: { ...PYTHON_ENV, PYTHONPATH: TRAINING },
  });
}
