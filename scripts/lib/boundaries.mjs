import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { ROOM_RULES } from './rooms.mjs';

/**
 * @typedef {object} BoundaryReport
 * @property {number} cruised modules of src/ that dependency-cruiser parsed
 * @property {number} present .ts and .tsx files under src/
 * @property {string[]} violations one line each: rule, importer, imported
 * @property {string[]} unused rules of rooms that have no file
 */

/**
 * Every .ts and .tsx file under `folder`, as paths relative to `root` with forward slashes.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesList(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Vite's other ways to name a module: a worker's or asset's URL, and a glob. */
const URL_IMPORT =
  /new URL\(\s*['"`](\.[^'"`]+)['"`]\s*,\s*import\.meta\.url|import\.meta\.glob(?:<[^>]*>)?\(\s*['"`](\.[^'"`]+)/g;

/** Rules that are there to catch what must not be: they look at no file while all is well. */
const KEPT_EMPTY = /-unnamed$/;

/**
 * Whether a rule looks at the imports of a file, and what of its path it caught.
 * @param {import('dependency-cruiser').IForbiddenRuleType} rule
 * @param {string} file
 */
function fromMatches({ from: { path = '', pathNot } }, file) {
  if (pathNot && new RegExp(String(pathNot)).test(file)) return null;
  return new RegExp(String(path)).exec(file);
}

/**
 * The rules that a path breaks by importing another: those of `ROOM_RULES` that look at nothing but paths.
 * @param {string} from
 * @param {string} to
 */
function pathRulesBroken(from, to) {
  return ROOM_RULES.filter((rule) => {
    const match = fromMatches(rule, from);
    if (match === null) return false;
    const target = /** @type {{ to: { path?: string, pathNot?: string } }} */ (rule).to;
    // That a path leads nowhere is not seen from the path.
    if ('couldNotResolve' in target) return false;
    if (target.path) return new RegExp(target.path).test(to);
    if (!target.pathNot) return false;
    return !new RegExp(target.pathNot.replaceAll('$1', match[1] ?? '')).test(to);
  });
}

/**
 * Imports by URL or glob, which dependency-cruiser does not see.
 * @param {string} root
 * @param {string[]} files
 */
function urlViolations(root, files) {
  return files.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    return [...text.matchAll(URL_IMPORT)].flatMap(([, url, glob]) => {
      const to = posix.join(posix.dirname(from), url ?? glob ?? '');
      return pathRulesBroken(from, to).map((rule) => violationSay(rule, from, to));
    });
  });
}

/**
 * @param {{ name?: string | undefined, comment?: string | undefined }} rule
 * @param {string} from
 * @param {string} to
 */
function violationSay({ name, comment }, from, to) {
  return `${name}: ${from} -> ${to} (${comment})`;
}

/**
 * Cruises `root`/src against the rules of the rooms. The count of modules is compared with the files on disk,
 * since a cruise that cannot parse TypeScript finds no modules and so no violations.
 * @param {string} root a folder with src/ and, for its packages, node_modules/
 * @returns {Promise<BoundaryReport>}
 */
export async function boundariesCheck(root) {
  if (!existsSync(join(root, 'src'))) throw new Error(`There is no src/ in ${root}.`);
  const present = sourcesList(root, 'src');
  const { output } = await cruise(
    ['src'],
    {
      baseDir: root,
      ruleSet: { forbidden: ROOM_RULES },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: '(^|/)node_modules/' },
      combinedDependencies: true,
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['browser', 'import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  );
  if (typeof output === 'string')
    throw new Error('dependency-cruiser gave text where a result was asked for.');
  const cruised = output.modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source)).length;
  const violations = output.summary.violations.map(({ rule, from, to }) =>
    violationSay(ROOM_RULES.find(({ name }) => name === rule.name) ?? rule, from, to),
  );
  return {
    cruised,
    present: present.length,
    violations: [...violations, ...urlViolations(root, present)],
    unused: ROOM_RULES.filter(
      (rule) =>
        !KEPT_EMPTY.test(rule.name ?? '') && !present.some((file) => fromMatches(rule, file) !== null),
    ).map(({ name }) => name ?? ''),
  };
}
