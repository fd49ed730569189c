import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { CHROMIUM_ARGS, chromiumFind } from './scripts/lib/chromium.mjs';

const chromium = chromiumFind();

/**
 * Prepared before the first test: a package that Vite meets in the middle of a run reloads the page and
 * breaks the test that is running.
 */
const browserPackages = [
  // It has no entry of its own, only parts.
  ...Object.keys(manifest.dependencies).map((name) => (name === '@noble/hashes' ? `${name}/sha2.js` : name)),
  'fast-check',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'preact/jsx-runtime',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Vitest leaves one core free, which on two cores leaves one.
          maxWorkers: '100%',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
          environment: 'node',
        },
      },
      {
        extends: './vite.config.ts',
        // Recorded clips beside the repository, where they are, for import tests.
        server: { fs: { allow: ['.', '../shared/lus'] } },
        optimizeDeps: { include: browserPackages },
        test: {
          name: 'browser',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['tests/browser/**/*.test.ts', 'tests/browser/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: CHROMIUM_ARGS,
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
