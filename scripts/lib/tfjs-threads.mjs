import { createRequire } from 'node:module';

const MODULE = /tfjs-backend-wasm[\\/]dist[\\/]backend_wasm\.js/;
const FACTORY = '../wasm-out/tfjs-backend-wasm-threaded-simd.js';
const STRINGIFIED = 'wasmFactoryThreadedSimd.toString()';

/**
 * Keeps the threads of tfjs-backend-wasm 4.22 alive in a minified build. tfjs starts its thread workers from its
 * own factory turned to text; the minifier shortens `typeof _scriptDir !== "undefined" && _scriptDir` to the
 * renamed variable alone, which does not exist in the worker, and every thread dies of a ReferenceError while
 * the main thread waits for it. So the text is taken from the package as it was published.
 * @returns {import('vite').Plugin}
 */
export function tfjsThreads() {
  return {
    name: 'batsign-tfjs-threads',
    apply: 'build',
    transform(code, id) {
      if (!MODULE.test(id)) return null;
      if (!code.includes(STRINGIFIED)) {
        throw new Error(
          `${id} no longer turns its factory to text: see whether this plugin is still needed.`,
        );
      }
      const factory = createRequire(id.split('?')[0] ?? id)(FACTORY);
      return { code: code.replace(STRINGIFIED, () => JSON.stringify(String(factory))), map: null };
    },
  };
}
