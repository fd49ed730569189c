import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { ScenarioError, type ScenarioProblem } from './error.ts';
import type { PathProblem } from './problems.ts';
import type { ScenarioPath } from './schema-keys.ts';

/** Enough for shared steps; few enough that a file of nested aliases cannot swell without end. */
const ALIASES_MAX = 100;

/** More than these in one file help nobody. */
const YAML_PROBLEMS_MAX = 10;
/** The parser's message, in the words of the JavaScript engine, for a file that is nested without end. */
const STACK_FULL = 'Maximum call stack';

/** An author's file, and how to say where in it something is wrong. */
export interface YamlFile {
  readonly file: unknown;
  /** The error for problems at places of the file, each with its line and column, in the order of the file. */
  readonly errorAt: (problems: readonly PathProblem[]) => ScenarioError;
  /** The line of a place, from 1. */
  readonly lineAt: (path: ScenarioPath) => number;
}

export interface YamlLimits {
  /** The kind of file, such as `scenario`. */
  readonly noun: string;
  /** How it begins, as a sentence without its full stop. */
  readonly beginsWith: string;
  /** Characters; anything longer is no such file. */
  readonly lengthMax: number;
}

/**
 * Reads a YAML file that people write.
 *
 * @param text YAML 1.2
 * @param fileName as it shall stand in errors
 * @throws ScenarioError where it is no YAML, is empty or is far too long
 */
export function yamlRead(text: string, fileName: string, limits: YamlLimits): YamlFile {
  const lines = new LineCounter();
  const fail = (problems: readonly ScenarioProblem[]) => new ScenarioError(fileName, problems);
  if (text.length > limits.lengthMax) {
    const sentence = `This file is too long to be a ${limits.noun} (over ${limits.lengthMax / 1000} kB).`;
    throw fail([{ line: 1, column: 1, sentence }]);
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) throw fail(yamlProblems(document.errors, lines, limits.noun));
  if (document.contents === null) {
    throw fail([{ line: 1, column: 1, sentence: `This file is empty: ${limits.beginsWith}.` }]);
  }

  let file: unknown;
  try {
    file = document.toJS({ maxAliasCount: ALIASES_MAX });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fail([
      { line: 1, column: 1, sentence: `This file repeats itself by aliases too often (${reason}).` },
    ]);
  }

  const offsetAt = (problem: Pick<PathProblem, 'path' | 'key'>): number =>
    offsetFind(document.contents, problem, (node) => nodeResolve(document, node));
  return {
    file,
    errorAt: (problems) =>
      fail(
        problemsOnce(
          problems.map((problem) => ({
            ...position(lines, offsetAt(problem)),
            sentence: problem.sentence,
          })),
        ).sort((a, b) => a.line - b.line || a.column - b.column),
      ),
    lineAt: (path) => position(lines, offsetAt({ path })).line,
  };
}

/** Where the text is no YAML: most of what comes late follows from what came first. */
function yamlProblems(
  errors: readonly YAMLError[],
  lines: LineCounter,
  noun: string,
): readonly ScenarioProblem[] {
  const deep = errors.find(({ message }) => message.startsWith(STACK_FULL));
  if (deep !== undefined) {
    const sentence = `This file is nested too deeply to be a ${noun}: look for brackets or dashes that are too many.`;
    return [{ ...position(lines, deep.pos[0]), sentence }];
  }
  return problemsOnce(
    errors.slice(0, YAML_PROBLEMS_MAX).map((error) => ({
      ...position(lines, error.pos[0]),
      sentence: yamlSentence(error.code, error.message, noun),
    })),
  );
}

/** A fault that an alias repeats is told once. */
function problemsOnce(problems: readonly ScenarioProblem[]): ScenarioProblem[] {
  const byName = new Map(
    problems.map((problem) => [`${problem.line}:${problem.column} ${problem.sentence}`, problem]),
  );
  return [...byName.values()];
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function nodeResolve(document: ReturnType<typeof parseDocument>, node: unknown): Node | null {
  if (!isNode(node)) return null;
  return isAlias(node) ? (node.resolve(document) ?? null) : node;
}

/** Where in the text a problem lies: its key or value, or the innermost place around it that is written. */
function offsetFind(
  contents: Node | null,
  problem: Pick<PathProblem, 'path' | 'key'>,
  resolve: (node: unknown) => Node | null,
): number {
  let node = resolve(contents);
  let offset = node?.range?.[0] ?? 0;
  const path: ScenarioPath = problem.key === undefined ? problem.path : [...problem.path, problem.key];
  for (const [at, part] of path.entries()) {
    const pointsAtKey = problem.key !== undefined && at === path.length - 1;
    let child: unknown = null;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
      child = pointsAtKey ? pair?.key : pair?.value;
      if (!isNode(child) && isNode(pair?.key)) return pair.key.range?.[0] ?? offset;
    } else if (isSeq(node) && typeof part === 'number') {
      child = node.items[part];
    }
    if (!isNode(child)) return offset;
    offset = child.range?.[0] ?? offset;
    node = resolve(child);
  }
  return offset;
}

function yamlSentence(code: string, message: string, noun: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key stands here twice: keep one of them.';
    case 'TAB_AS_INDENT':
      return 'A tab indents this line: use spaces.';
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return `This is not well-formed YAML (${message.split('\n')[0]}): check indentation, colons and quotes.`;
    case 'MULTIPLE_DOCS':
      return `A file holds one ${noun}: remove the line "---" and what follows it.`;
    default:
      return `This is not well-formed YAML: ${message.split('\n')[0]}.`;
  }
}
