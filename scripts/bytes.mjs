// What must arrive before a page of the built game can be shown, in bytes, and how much it may be at most:
//   npm run bytes                  compares dist/ with scripts/bytes-budget.json, and fails where that is exceeded
//   npm run bytes -- --accept      takes what was measured, and a little more, as the budget from now on
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtBytes } from './lib/built-bytes.mjs';
import { pagesLater } from './lib/pages-later.mjs';
import { ROOT } from './lib/root.mjs';

const BUDGET = join(ROOT, 'scripts', 'bytes-budget.json');
/** By how much a page may grow before somebody has to say that it may. */
const ROOM = 1.03;

const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });
const measured = builtBytes(join(ROOT, 'dist'), pagesLater());
if (values.accept) {
  const budget = Object.entries(measured).map(([name, bytes]) => [name, Math.round(bytes * ROOM)]);
  writeFileSync(BUDGET, `${JSON.stringify(Object.fromEntries(budget), null, 2)}\n`);
}

/** @type {Record<string, number>} */
const budget = JSON.parse(readFileSync(BUDGET, 'utf8'));
for (const [name, bytes] of Object.entries(measured)) {
  const most = budget[name];
  const says = most === undefined ? 'has no budget' : bytes > most ? `more than ${most}` : `at most ${most}`;
  console.log(`${name.padEnd(20)} ${String(bytes).padStart(7)}  ${says}`);
  if (most === undefined || bytes > most) process.exitCode = 1;
}
for (const name of Object.keys(budget)) {
  if (name in measured) continue;
  console.log(`${name.padEnd(20)}          is not in the game any more`);
  process.exitCode = 1;
}
if (process.exitCode === 1) {
  console.log('Move what need not be there from the start, or say that it may be: npm run bytes -- --accept');
}
