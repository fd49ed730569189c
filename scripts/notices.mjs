// Writes the licences of everything that is bundled to public/, so that the built game carries them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesWrite } from './lib/notices.mjs';
import { ROOT } from './lib/root.mjs';

const folder = join(ROOT, 'public');
mkdirSync(folder, { recursive: true });
const text = noticesWrite(ROOT);
writeFileSync(join(folder, 'third-party-notices.txt'), text);
console.log(`public/third-party-notices.txt: ${text.length} characters`);
