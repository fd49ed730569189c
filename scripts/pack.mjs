// One zip for a computer without a network: npm run pack -- [--out FILE.zip]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gameEnsure } from './lib/game-ensure.mjs';
import { gamePack } from './lib/pack.mjs';
import { ROOT } from './lib/root.mjs';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = resolve(values.out ?? join(ROOT, '.cache', 'batsign.zip'));
await gameEnsure();
const bytes = gamePack(join(ROOT, 'dist'));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, bytes);
console.log(`${out}: ${(bytes.length / 1e6).toFixed(1)} MB. Unpack it, then open read-me.txt.`);
