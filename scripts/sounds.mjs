// Makes the sounds of the game anew from their recipe (`npm run sounds`).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/root.mjs';
import { soundFiles } from './lib/sound-synth.mjs';

const folder = join(ROOT, 'assets', 'sounds');
mkdirSync(folder, { recursive: true });
let total = 0;
for (const [name, wav] of soundFiles()) {
  writeFileSync(join(folder, name), wav);
  console.log(`${name} ${wav.length} bytes`);
  total += wav.length;
}
console.log(`${total} bytes in all`);
