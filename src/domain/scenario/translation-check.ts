import type { PathProblem } from './problems.ts';
import { type ScenarioPath, valueAt } from './schema-keys.ts';
import { wordSuggest } from './suggest.ts';
import type { TextPlace } from './text-place.ts';

/** The content of a place of a translation: a text, or the content of each of its names. */
type Wanted = string | Map<string | number, Wanted>;

/** Texts that are missing in a translation, have no counterpart in the scenario, or are no texts. */
export function translationProblems(file: unknown, places: readonly TextPlace[]): readonly PathProblem[] {
  return [...missing(file, places), ...superfluous(file, wantedOf(places), [])];
}

function missing(file: unknown, places: readonly TextPlace[]): readonly PathProblem[] {
  return places.flatMap(({ as, text, isOptional }): readonly PathProblem[] => {
    const found = valueAt(as, file);
    if (typeof found === 'string' && found.trim() !== '') return [];
    if (found === undefined) {
      if (isOptional) return [];
      return [
        { path: nearest(as, file), sentence: `${nameOf(as)} is missing here. It says: "${cut(text)}"` },
      ];
    }
    return [
      { path: as, sentence: `${nameOf(as)} is a text: write one, in quotes if it looks like a number.` },
    ];
  });
}

function superfluous(value: unknown, wanted: Wanted, path: ScenarioPath): readonly PathProblem[] {
  if (typeof value !== 'object' || value === null || typeof wanted === 'string') return [];
  return Object.entries(value).flatMap(([name, child]): readonly PathProblem[] => {
    const key = Array.isArray(value) ? Number(name) : name;
    const inside = wanted.get(key);
    if (inside !== undefined) return superfluous(child, inside, [...path, key]);
    if (typeof key === 'number') {
      const sentence = `The scenario has only ${wanted.size} here: remove what is too much.`;
      return [{ path: [...path, key], sentence }];
    }
    return [{ path, key, sentence: unknownSentence(key, wanted) }];
  });
}

function unknownSentence(key: string, wanted: ReadonlyMap<string | number, Wanted>): string {
  const known = [...wanted.keys()];
  if (typeof known[0] === 'number') {
    return `${key} is not in the scenario here: write a list, each entry on a line of its own that begins with "- ".`;
  }
  const near = wordSuggest(key, known.map(String));
  return near === null
    ? `${key} is not in the scenario here. In it are: ${known.join(', ')}.`
    : `${key} is not in the scenario here: did you mean ${near}?`;
}

function wantedOf(places: readonly TextPlace[]): Wanted {
  const root = new Map<string | number, Wanted>();
  for (const { as, text } of places) {
    let node = root;
    for (const part of as.slice(0, -1)) {
      const next = node.get(part);
      const inside = next instanceof Map ? next : new Map<string | number, Wanted>();
      node.set(part, inside);
      node = inside;
    }
    node.set(as.at(-1)!, text);
  }
  return root;
}

/** The innermost place around one that is written. */
function nearest(path: ScenarioPath, file: unknown): ScenarioPath {
  let end = path.length;
  while (end > 0 && valueAt(path.slice(0, end), file) === undefined) end -= 1;
  return path.slice(0, end);
}

/** `steps.mark.hints.2`, counted from 1. */
function nameOf(path: ScenarioPath): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
