// Checks who imports whom under src/ (`npm run boundaries`).
import { boundariesCheck } from './lib/boundaries.mjs';
import { ROOT } from './lib/root.mjs';

const { cruised, present, violations, unused } = await boundariesCheck(ROOT);
for (const violation of violations) console.error(violation);
if (cruised !== present) {
  console.error(`${cruised} modules were read, but src/ has ${present}: the check cannot be trusted.`);
}
for (const rule of unused) console.error(`The rule ${rule} is of a room that has no file.`);
console.log(`${cruised} modules, ${violations.length} violations`);
process.exitCode = violations.length > 0 || unused.length > 0 || cruised !== present || cruised === 0 ? 1 : 0;
