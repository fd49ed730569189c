// The trainer's commands: `npm run train`, `npm run train:export`, `npm run train:parity`.
import { join } from 'node:path';
import { PYTHON_ENV, TORCH_HINT, torchPythonFind } from './lib/python.mjs';
import { ROOT } from './lib/root.mjs';
import { commandRun } from './lib/tools.mjs';

const COMMANDS = ['train', 'export', 'parity'];
const [command = '', ...args] = process.argv.slice(2);
const python = torchPythonFind();
if (!COMMANDS.includes(command)) {
  console.error(`Say which of ${COMMANDS.join(', ')} to run.`);
  process.exitCode = 2;
} else if (python === null) {
  console.error(TORCH_HINT);
  process.exitCode = 2;
} else {
  process.exitCode = await commandRun(python, [join(ROOT, 'training', `${command}.py`), ...args], {
    env: PYTHON_ENV,
  });
}
