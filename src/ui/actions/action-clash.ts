import type { Action, Actions, KeyCombination } from './action.ts';

type AnyAction = Action<never, unknown>;

/** Two actions of a page that one press could mean. */
export interface Clash {
  readonly names: readonly [string, string];
  readonly key: string;
}

/**
 * Presses that mean two things in one mode.
 *
 * @param tables of everything that hears the keyboard on a page at once, by a name each
 */
export function actionsClash(tables: Readonly<Record<string, Actions<never, unknown>>>): readonly Clash[] {
  const all = Object.entries(tables).flatMap(([table, actions]) =>
    Object.entries(actions).map(([name, action]) => ({ name: `${table}.${name}`, action })),
  );
  return all.flatMap(({ name, action }, i) =>
    all.slice(i + 1).flatMap((other) => {
      const key = modesMeet(action, other.action) ? sharedKey(action, other.action) : null;
      return key === null ? [] : [{ names: [name, other.name], key }];
    }),
  );
}

function modesMeet({ modes }: AnyAction, { modes: others }: AnyAction): boolean {
  if (modes === undefined || others === undefined) return true;
  return modes.some((mode) => others.includes(mode));
}

function sharedKey(one: AnyAction, other: AnyAction): string | null {
  const shared = combinations(one).find((a) => combinations(other).some((b) => combinationsMeet(a, b)));
  return shared?.key ?? null;
}

const combinations = ({ keys, also }: AnyAction): readonly KeyCombination[] =>
  also === undefined ? keys : [...keys, ...also];

function combinationsMeet(a: KeyCombination, b: KeyCombination): boolean {
  if (a.key !== b.key || (a.ctrl ?? false) !== (b.ctrl ?? false)) return false;
  return a.shift === undefined || b.shift === undefined || a.shift === b.shift;
}
