import { createRequire } from 'node:module';

const MODULE = /tfjs-backend-wasm[\\/]dist[\\/]backend_wasm\.js/;
const PUBLISHED = '../wasm-out/tfjs-backend-wasm-threaded-simd';

/** Scripts that tfjs makes of text, and the files that stand there instead. */
const REPLACED = [
  {
    start: "const response = wasmWorkerContents.replace(/\\n/g, '\\\\n');",
    end: 'return URL.createObjectURL(blob);',
    script: 'worker',
    code: (/** @type {string} */ url) => `return ${url};`,
  },
  {
    start: 'factoryConfig.mainScriptUrlOrBlob = new Blob(',
    end: "{ type: 'text/javascript' });",
    script: 'factory',
    code: (/** @type {string} */ url) => `factoryConfig.mainScriptUrlOrBlob = ${url};`,
  },
];

/**
 * Gives the threads of tfjs-backend-wasm 4.22 their scripts as files of the build. tfjs makes them of text instead, out
 * of its own factory by `toString` and as blobs: in a minified build that text names variables which the thread does
 * not have, so that every thread dies while the main thread waits for it, and blobs would have to be allowed as scripts
 * by the page's policy.
 * @returns {import('vite').Plugin}
 */
export function tfjsThreads() {
  return {
    name: 'batsign-tfjs-threads',
    apply: 'build',
    transform(code, id) {
      if (!MODULE.test(id)) return null;
      const require = createRequire(id.split('?')[0] ?? id);
      /** @type {Record<string, string>} */
      const sources = {
        worker: require(`${PUBLISHED}.worker.js`).wasmWorkerContents.replace(/\n/g, '\\n'),
        factory: `var WasmBackendModuleThreadedSimd = ${require(`${PUBLISHED}.js`)};`,
      };
      let changed = code;
      for (const { start, end, script, code: replacement } of REPLACED) {
        const from = changed.indexOf(start);
        const to = changed.indexOf(end, from) + end.length;
        if (from < 0 || to < end.length) {
          throw new Error(
            `${id} no longer makes its threads of text: see whether this plugin is still needed.`,
          );
        }
        const reference = this.emitFile({
          type: 'asset',
          name: `tfjs-thread-${script}.js`,
          source: sources[script] ?? '',
        });
        changed =
          changed.slice(0, from) +
          replacement(`import.meta.ROLLUP_FILE_URL_${reference}`) +
          changed.slice(to);
      }
      return { code: changed, map: null };
    },
  };
}
