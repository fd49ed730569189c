// Draws the game's icon in the sizes that an installed game needs, to public/icons/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumFind } from './lib/chromium.mjs';
import { ROOT } from './lib/root.mjs';

/** Systems cut a maskable icon to a shape of theirs: it fills its square, and what it shows is in the middle. */
const MASKABLE_SHARE = 0.72;
const GROUND = '#0f1720';

const ICONS = [
  { name: 'icon-192', size: 192, isMaskable: false },
  { name: 'icon-512', size: 512, isMaskable: false },
  { name: 'icon-maskable-512', size: 512, isMaskable: true },
];

const svg = readFileSync(join(ROOT, 'src/ui/style/icon.svg'), 'utf8');
const folder = join(ROOT, 'public/icons');
mkdirSync(folder, { recursive: true });
const executablePath = chromiumFind();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath === null ? {} : { executablePath }),
});
for (const { name, size, isMaskable } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = isMaskable ? MASKABLE_SHARE * size : size;
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:${size}px;background:${isMaskable ? GROUND : 'transparent'}}svg{width:${side}px}</style>${svg}`,
  );
  const file = join(folder, `${name}.png`);
  writeFileSync(file, await page.screenshot({ omitBackground: true }));
  console.log(file);
  await page.close();
}
await browser.close();
