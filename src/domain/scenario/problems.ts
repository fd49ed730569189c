import type { core } from 'zod';
import { type ScenarioPath, schemaKeysAt, valueAt } from './schema-keys.ts';
import { wordSuggest } from './suggest.ts';

/** A problem at a place of the file, not yet a line and column. */
export interface PathProblem {
  readonly path: ScenarioPath;
  /** Points at this key under `path` and not at the value there. */
  readonly key?: string;
  readonly sentence: string;
}

const UNITS: Readonly<Record<string, string>> = {
  mm: 'millimetres',
  s: 'seconds',
  mhz: 'megahertz',
  min: 'minutes',
  deg: 'degrees',
};

/** How many millimetres, seconds, megahertz, minutes or degrees a unit holds that people write instead. */
const CONVERSIONS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  mm: { mm: 1, cm: 10, m: 1000 },
  s: { s: 1, sec: 1, seconds: 1, ms: 0.001, min: 60, minutes: 60 },
  mhz: { mhz: 1, khz: 0.001, hz: 0.000001 },
  min: { min: 1, minutes: 1, s: 1 / 60, h: 60 },
  deg: { deg: 1, degrees: 1, rad: 180 / Math.PI },
};

/** Turns what the schema refused into sentences that an instructor can act on. */
export function problemsFromIssues(issues: readonly core.$ZodIssue[], file: unknown): readonly PathProblem[] {
  const problems: PathProblem[] = [];
  const meant = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issuePath(issue);
    for (const key of issue.keys) {
      const known = schemaKeysAt(path, file);
      const suggestion = keySuggest(key, known);
      if (suggestion !== null) meant.add([...path, suggestion].join('/'));
      problems.push({ path, key, sentence: unknownKeySentence(key, suggestion, known) });
    }
  }
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') continue;
    const path = issuePath(issue);
    const isMissing = valueAt(path, file) === undefined;
    if (isMissing && meant.has(path.join('/'))) continue;
    const last = path.at(-1);
    if (isMissing && typeof last === 'string') {
      const value = `${last} is missing here: ${expectedSay(issue, last)}.`;
      problems.push({ path: path.slice(0, -1), sentence: value });
    } else {
      problems.push({ path, sentence: issueSentence(issue, path, valueAt(path, file)) });
    }
  }
  return problems;
}

function issuePath(issue: core.$ZodIssue): ScenarioPath {
  return issue.path.filter((part) => typeof part !== 'symbol');
}

/** A key of the same stem with another unit is what was meant before any key that merely looks alike. */
function keySuggest(key: string, known: readonly string[]): string | null {
  const stem = key.replace(/_[a-z]+$/i, '');
  const sameStem = known.find(
    (candidate) => unitOf(candidate) !== null && candidate.replace(/_[a-z]+$/, '') === stem,
  );
  const stemOnly = known.find((candidate) => unitOf(candidate) !== null && candidate.startsWith(`${key}_`));
  return sameStem ?? stemOnly ?? wordSuggest(key, known);
}

function unknownKeySentence(key: string, suggestion: string | null, known: readonly string[]): string {
  if (suggestion === null) {
    return `${key} is not known here. Known here: ${known.join(', ')}.`;
  }
  const unit = unitOf(suggestion);
  if (unit !== null && unit !== unitOf(key)) {
    return `${key} is not known here: this is given in ${UNITS[unit]}, write ${suggestion}.`;
  }
  return `${key} is not known here: did you mean ${suggestion}?`;
}

function issueSentence(issue: core.$ZodIssue, path: ScenarioPath, value: unknown): string {
  const key = keyOf(path);
  if (issue.code === 'custom') return issue.message;
  const unit = unitOf(key);
  if (unit !== null && typeof value === 'string') return unitSentence(key, unit, value);
  const options = optionsOf(issue);
  const near = typeof value === 'string' ? wordSuggest(value, options) : null;
  const tail = near === null ? '' : ` Did you mean ${near}?`;
  return `${key} cannot be ${valueShow(value)}: ${expectedSay(issue, key)}.${tail}`;
}

/** `3 cm` under a key in millimetres: say what it comes to. */
function unitSentence(key: string, unit: string, value: string): string {
  const parts = /^\s*(-?[\d.]+)\s*([a-z]+)\s*$/i.exec(value);
  const factor = CONVERSIONS[unit]?.[parts?.[2]?.toLowerCase() ?? ''];
  const amount = Number(parts?.[1]);
  const inUnit = factor === undefined ? Number.NaN : Number((amount * factor).toPrecision(6));
  const advice = Number.isFinite(inUnit)
    ? `write ${key}: ${inUnit}`
    : 'write the number alone, without a unit';
  return `${key} is a plain number of ${UNITS[unit]}, and cannot be ${valueShow(value)}: ${advice}.`;
}

/** The value that belongs there, as the end of a sentence. */
function expectedSay(issue: core.$ZodIssue, key: string): string {
  const options = optionsOf(issue);
  switch (issue.code) {
    case 'invalid_type':
      return typeSay(issue.expected, key);
    case 'too_small':
      return boundSay('at least', Number(issue.minimum), issue.origin);
    case 'too_big':
      return boundSay('at most', Number(issue.maximum), issue.origin);
    case 'invalid_format':
      if (issue.format === 'date') return 'write the day as year-month-day, such as 2026-11-30';
      if (issue.format === 'uuid') return 'write the id that the clip has in the clip library';
      return key === 'value'
        ? 'write letters and digits joined by single hyphens, such as three-or-more'
        : 'write lower-case letters and digits joined by single hyphens, such as count-the-b-lines';
    case 'invalid_union':
      if (key === 'sources') return 'write a list of ids such as [rib-shadow], or none';
      return issue.discriminator === undefined
        ? `write a number or one of ${options.join(', ')}`
        : `write one of ${options.join(', ')}`;
    case 'invalid_value':
      return options.length === 1 ? `write ${options[0]}` : `write one of ${options.join(', ')}`;
    default:
      return issue.message;
  }
}

function typeSay(expected: string, key: string): string {
  const unit = unitOf(key);
  switch (expected) {
    case 'number':
      return unit === null ? 'write a number' : `write a plain number of ${UNITS[unit]}`;
    case 'int':
      return 'write a whole number';
    case 'string':
      return 'write a text (in quotes if it looks like a number)';
    case 'boolean':
      return 'write true or false';
    case 'array':
      return 'write a list, each entry on a line of its own that begins with "- "';
    default:
      return 'write keys and values, indented under it';
  }
}

function boundSay(bound: string, limit: number, origin: string): string {
  if (origin === 'string') return limit === 1 ? 'write some text' : `write ${bound} ${limit} characters`;
  if (origin === 'array') return `give ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return `it must be ${bound} ${limit}`;
}

function optionsOf(issue: core.$ZodIssue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  const listed = (issue as { readonly options?: readonly unknown[] }).options;
  return listed?.map(String) ?? issue.errors.flat().flatMap(optionsOf);
}

function keyOf(path: ScenarioPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last === 'string') return last;
  const list = path.findLast((part) => typeof part === 'string');
  return `entry ${last + 1} of ${list ?? 'the list'}`;
}

/** The unit at the end of a key: `tolerance_mm` is in `mm`. */
function unitOf(key: string): string | null {
  const end = /_([a-z]+)$/.exec(key)?.[1];
  return end !== undefined && Object.hasOwn(UNITS, end) ? end : null;
}

function valueShow(value: unknown): string {
  if (typeof value === 'string') {
    return `"${value.length > 40 ? `${value.slice(0, 40)}...` : value}"`;
  }
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  return value === null ? 'empty' : String(value);
}
