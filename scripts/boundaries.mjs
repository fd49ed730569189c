// Checks who imports whom under src/ (`npm run boundaries`).
import { boundariesCheck } from './lib/boundaries.mjs';
import { ROOT } from './lib/root.mjs';

const { cruised, present, violations } = await boundariesCheck(ROOT);
for (const violation of violations) console.error(violation);
if (cruised !== present) {
  console.error(`${cruised} modules were read, but src/ has ${present}: the check cannot be trusted.`);
}
console.log(`${cruised} modules, ${violations.length} violations`);
process.exitCode = violations.length > 0 || cruised !== present || cruised === 0 ? 1 : 0;
