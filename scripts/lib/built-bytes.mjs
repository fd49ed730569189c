import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ENCODED_ENDS } from './compressed-files.mjs';

/** What is fetched apart from any page, and is too heavy to grow unseen: the start of its file's name. */
const PARTS = ['phantom.worker', 'patient.worker', 'records.worker', 'segmenter.worker', 'scanner-phaser'];

/** Of a script: what it imports before it runs, scripts and styles. */
const IMPORTED = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;
/** Of the document: its own scripts and styles. */
const NAMED = /(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g;

/**
 * Bytes that must arrive before a page that was opened by its own link can be shown, by page and language: document,
 * styles, scripts and words, packed by gzip. Fonts, sounds and pictures are left out. Besides them, the parts that are
 * fetched apart.
 * @param {string} folder the built game
 * @param {readonly import('./pages-later.mjs').PageLater[]} pages
 * @returns {Record<string, number>}
 */
export function builtBytes(folder, pages) {
  const assets = readdirSync(join(folder, 'assets'));
  /** @param {string} name start of a file's name, before its hash */
  const asset = (name) => {
    const [only, another] = assets.filter(
      (file) => file.startsWith(`${name}-`) && /^[\w-]{8}\.js$/.test(file.slice(name.length + 1)),
    );
    if (only === undefined || another !== undefined) {
      throw new Error(`One file of assets/ should be called ${name}-HASH.js.`);
    }
    return `assets/${only}`;
  };
  /** @param {string} file */
  const bytes = (file) => {
    const packed = join(folder, file + ENCODED_ENDS.gzip);
    return statSync(existsSync(packed) ? packed : join(folder, file)).size;
  };
  /** @param {readonly string[]} files */
  const whole = (files) => {
    /** @type {Set<string>} */
    const found = new Set();
    /** @param {string} file */
    const take = (file) => {
      if (found.has(file)) return;
      found.add(file);
      if (!file.endsWith('.js')) return;
      const code = readFileSync(join(folder, file), 'utf8');
      for (const [, name = ''] of code.matchAll(IMPORTED)) take(`assets/${name}`);
    };
    for (const file of files) take(file);
    return [...found].reduce((sum, file) => sum + bytes(file), 0);
  };
  const document = readFileSync(join(folder, 'index.html'), 'utf8');
  const start = ['index.html', ...[...document.matchAll(NAMED)].map(([, file = '']) => file)];
  const languages = new Set(assets.flatMap((file) => /^words-([a-z]{2})-/.exec(file)?.[1] ?? []));
  const shown = [
    { file: '', bundles: [] },
    ...pages.filter(({ file }) => file.endsWith('-page.tsx')),
  ].flatMap(({ file, bundles }) =>
    [...languages].sort().map((language) => {
      // Those of the start in English are in the script that all pages begin with.
      const words = (language === 'en' ? bundles : ['start', ...bundles]).map((bundle) =>
        asset(`words-${language}-${bundle}`),
      );
      const name = basename(file, '.tsx');
      const page = name === '' ? [] : [asset(name)];
      return /** @type {const} */ ([
        `${name || 'home-page'} ${language}`,
        whole([...start, ...page, ...words]),
      ]);
    }),
  );
  return Object.fromEntries([...shown, ...PARTS.map((part) => [part, bytes(asset(part))])]);
}
