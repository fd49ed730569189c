import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { CHROMIUM_ARGS, chromiumFind } from './scripts/lib/chromium.mjs';
import { modulesKept } from './scripts/lib/modules-kept.mjs';

const chromium = chromiumFind();

/** The path imported of a package, where it is not its own entry. */
const PART_OF: Readonly<Record<string, string>> = {
  // It has no entry of its own, only parts.
  '@noble/hashes': '@noble/hashes/sha2.js',
  // Its own entry carries workers.
  '@zip.js/zip.js': '@zip.js/zip.js/lib/zip-core-native.js',
};

/**
 * Prepared before the first test: a package that Vite meets in the middle of a run reloads the page and
 * breaks the test that is running.
 */
const browserPackages = [
  ...Object.keys(manifest.dependencies).map((name) => PART_OF[name] ?? name),
  'fast-check',
  'zod/mini',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'preact/jsx-runtime',
];

/** How long a test waits for a condition: the cores are shared with a browser's tests, so this is no speed. */
const PATIENCE_MS = 30_000;

/** WebGPU by software, for `npm run test:long` alone: with it Chromium reads video frames several times slower. */
const WEBGPU_ARGS = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Vitest leaves one core free, which on two cores leaves one.
          maxWorkers: '100%',
          // A process for each file would load the same modules anew, which takes as long as the tests.
          isolate: false,
          setupFiles: ['tests/support/file-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: PATIENCE_MS } },
          include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
          environment: 'node',
        },
      },
      {
        extends: './vite.config.ts',
        plugins: [modulesKept],
        // Recorded clips beside the repository, where they are, for import tests.
        server: { fs: { allow: ['.', '../shared/lus'] } },
        optimizeDeps: { include: browserPackages },
        // A page has no environment to read it from (tests/support/repetitions.ts).
        define: { 'process.env.BATSIGN_LONG': JSON.stringify(process.env.BATSIGN_LONG) ?? 'undefined' },
        test: {
          name: 'browser',
          setupFiles: ['tests/support/words-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: PATIENCE_MS } },
          include: ['tests/browser/**/*.test.ts', 'tests/browser/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args:
                  process.env.BATSIGN_LONG === undefined ? CHROMIUM_ARGS : [...CHROMIUM_ARGS, ...WEBGPU_ARGS],
                ...(chromium === null ? {} : { executablePath: chromium }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
