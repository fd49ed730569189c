import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const MODULE = 'virtual:litert-script';
const SCRIPT = '@litertjs/core/wasm/litert_wasm_internal.js';
/** Where the published script gives its factory to whoever loads it otherwise. */
const TAIL = "if (typeof exports === 'object' && typeof module === 'object') {";

/**
 * Gives LiteRT's script as a module. LiteRT loads it by `importScripts`, which module workers do not have, and as text
 * it would have to be allowed by the page's policy.
 * @returns {import('vite').Plugin}
 */
export function litertScript() {
  return {
    name: 'batsign-litert-script',
    resolveId: (source) => (source === MODULE ? `\0${MODULE}` : null),
    load(id) {
      if (id !== `\0${MODULE}`) return null;
      const script = readFileSync(createRequire(import.meta.url).resolve(SCRIPT), 'utf8');
      const end = script.lastIndexOf(TAIL);
      if (end < 0)
        throw new Error(`${SCRIPT} is published in another shape: see whether this plugin is still needed.`);
      return { code: `${script.slice(0, end)}\nexport default ModuleFactory;\n`, map: null };
    },
  };
}
