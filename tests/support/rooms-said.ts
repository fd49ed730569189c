import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { en } from '../../src/words/en/index.ts';

/** Which rooms' words modules say, by their text. */

export const SRC = join(import.meta.dirname, '../../src');

/** What comes with a module: no types alone. */
const STATIC = /^(?:import|export)\s(?!type\b)(?:[^'"`;]*?\sfrom\s)?\s*'(\.[^']+)'/gm;
const LATER = /\b(?:import|new URL)\(\s*'(\.[^']+)'\s*[,)]/g;
/** A text that may be a key, whole or with pieces that are filled in. */
const TEXT = /['`]([a-zA-Z]+\.(?:[\w.-]|\$\{[^}`]*\})+)['`]/g;

interface Module {
  readonly imports: readonly string[];
  readonly later: readonly string[];
  readonly rooms: readonly string[];
}

const keys = keysOf(en);
const known = new Map<string, Module>();

/**
 * Modules that come with a module, now or later, itself among them.
 *
 * @param isFollowed whether what is imported later is looked at too
 */
export function modulesWith(file: string, isFollowed: (path: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { imports, later } = moduleRead(path);
    for (const next of [...imports, ...later.filter(isFollowed)]) follow(next);
  };
  follow(file);
  return found;
}

/** The rooms that modules have words of, in the order of the alphabet. */
export function roomsSaid(modules: Iterable<string>): readonly string[] {
  return [...new Set([...modules].flatMap((file) => moduleRead(file).rooms))].sort();
}

function moduleRead(file: string): Module {
  const before = known.get(file);
  if (before !== undefined) return before;
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const paths = (pattern: RegExp) =>
    [...code.matchAll(pattern)]
      .map(([, path]) => resolve(dirname(file), path!))
      .filter((path) => /\.tsx?$/.test(path) && existsSync(path));
  const texts = [...code.matchAll(TEXT)].map(([, text]) => text!);
  const module = {
    imports: paths(STATIC),
    later: paths(LATER),
    // Machines say nothing: names of their events and states only look like keys.
    rooms: file.includes('/machine/') ? [] : texts.filter(isKey).map((text) => text.split('.')[0]!),
  };
  known.set(file, module);
  return module;
}

function isKey(text: string): boolean {
  const pattern = new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]*')}$`);
  return keys.some((key) => pattern.test(key));
}

function keysOf(words: object, before = ''): readonly string[] {
  return Object.entries(words).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [before + name.replace(/_(one|other)$/, '')]
      : keysOf(text, `${before}${name}.`),
  );
}
