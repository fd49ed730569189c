import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { compressedFiles } from './scripts/lib/compressed-files.mjs';
import { contentPolicy } from './scripts/lib/content-policy.mjs';
import { courseGame } from './scripts/lib/course-game.mjs';
import { litertScript } from './scripts/lib/litert-script.mjs';
import { offlineGame } from './scripts/lib/offline-game.mjs';
import { tfjsThreads } from './scripts/lib/tfjs-threads.mjs';
import { COURSE_GAME_FILE, courseGameHas, courseGameText } from './src/domain/course-system/course-game.ts';
import type { Medicine } from './src/domain/medicine/medicine.ts';
import { scenarioListed } from './src/domain/scenario/listed-scenario.ts';
import { medicineParse } from './src/domain/scenario/medicine-parse.ts';
import { scenarioParse } from './src/domain/scenario/parse.ts';
import type { Scenario } from './src/domain/scenario/scenario.ts';
import { scenarioTranslated } from './src/domain/scenario/translation.ts';
import { translationName } from './src/domain/scenario/translation-name.ts';
import { shell as english } from './src/words/en/shell.ts';
import { shell as spanish } from './src/words/es/shell.ts';

/** Cross-origin isolation, without which tfjs on wasm has one thread. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const SCENARIOS = fileURLToPath(new URL('scenarios', import.meta.url));
/** Of modules that are made of all scenarios of a language: `virtual:scenario-list/es`. */
const LIST = 'virtual:scenario-list/';
/** By whose word texts say what they say of medicine. */
const REGISTER = fileURLToPath(new URL('docs/medicine.yaml', import.meta.url));

/**
 * Checks scenarios when the game is built and hands them over as data: a faulty one fails the build with its line
 * and column, and the page carries neither a YAML parser nor a schema. A file of texts in another language becomes the
 * whole scenario in that language. Of the register of medicine it carries the works, and which each statement rests on.
 */
const scenarios: Plugin = {
  name: 'batsign-scenarios',
  resolveId(source) {
    return source.startsWith(LIST) ? `\0${source}` : null;
  },
  load(id) {
    if (!id.startsWith(`\0${LIST}`)) return null;
    const files = listFiles(id.slice(LIST.length + 1));
    for (const file of files) this.addWatchFile(file);
    this.addWatchFile(REGISTER);
    return `export default ${JSON.stringify(files.map(listed))};`;
  },
  transform(code, id) {
    if (!id.endsWith('.yaml')) return null;
    this.addWatchFile(REGISTER);
    const medicine = medicineParse(readFileSync(REGISTER, 'utf8'), 'docs/medicine.yaml');
    const of = translationName(id);
    if (of !== null) this.addWatchFile(of.original);
    return { code: `export default ${JSON.stringify(yamlValue(id, code, medicine))};`, map: null };
  },
};

/** The scenarios of a language that has files of its own; English files have no language in their names. */
function listFiles(language: string): readonly string[] {
  return readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => join(SCENARIOS, path))
    .filter((path) => (translationName(path)?.language ?? 'en') === language);
}

function listed(path: string): unknown {
  const medicine = medicineParse(readFileSync(REGISTER, 'utf8'), 'docs/medicine.yaml');
  return scenarioListed(yamlValue(path, readFileSync(path, 'utf8'), medicine) as Scenario);
}

function yamlValue(id: string, code: string, medicine: Medicine): unknown {
  if (basename(id) === basename(REGISTER)) return worksRegister(medicine);
  const of = translationName(id);
  if (of === null) return scenarioParse(code, basename(id), medicine);
  const original = { text: readFileSync(of.original, 'utf8'), name: basename(of.original) };
  return scenarioTranslated(original, { text: code, name: basename(id) }, medicine);
}

/** The works, and which of them each statement rests on. */
function worksRegister({ works, statements }: Medicine) {
  const ids = [...statements].map(([id, statement]) => [id, statement.works.map((work) => work.id)]);
  return { works, statements: Object.fromEntries(ids) };
}

/** Bundles of words are named by their language too. */
function chunkName(module: string | null): string {
  const [, language, bundle] = /\/words\/(\w+)\/bundles\/(\w+)\.ts$/.exec(module ?? '') ?? [];
  return bundle === undefined ? '[name]' : `words-${language}-${bundle}`;
}

/** What packages for course systems are made of, by the command and in the page. */
const courseGameFiles = () => {
  const files = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' });
  const shipped = new Set(
    files.filter((path) => path.endsWith('.yaml')).map((path) => basename(path, '.yaml')),
  );
  const has = (path: string): boolean => courseGameHas(path, shipped);
  return courseGame({ file: COURSE_GAME_FILE, has, text: courseGameText });
};

export default defineConfig({
  base: './',
  plugins: [
    scenarios,
    litertScript(),
    contentPolicy(),
    courseGameFiles(),
    offlineGame(english.description, { es: spanish.description }),
    compressedFiles(),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { headers: isolation },
  preview: { headers: isolation },
  worker: { format: 'es', plugins: () => [litertScript(), tfjsThreads()] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // jsPDF asks for these when it is given HTML or SVG, which it never is here.
      external: ['canvg', 'dompurify', 'html2canvas'],
      // How long plugins took is no warning to whoever starts the game on a slow machine.
      checks: { pluginTimings: false },
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${chunkName(facadeModuleId)}-[hash].js`,
        // What every page waits for is one file: cut into shares of what others take of it too, it packs worse.
        codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
      },
    },
  },
});
