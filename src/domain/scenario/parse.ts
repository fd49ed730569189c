import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ScenarioError, type ScenarioProblem } from './error.ts';
import { type PathProblem, problemsFromIssues } from './problems.ts';
import { scenarioResolve } from './resolve.ts';
import type { Scenario } from './scenario.ts';
import { scenarioFileSchema } from './schema.ts';
import type { ScenarioPath } from './schema-keys.ts';

/** A scenario is a few kilobytes; anything near this is not one. */
const LENGTH_MAX = 500_000;

/** Enough for shared steps; few enough that a file of nested aliases cannot swell without end. */
const ALIASES_MAX = 100;

/**
 * Reads a scenario file.
 *
 * @param text YAML 1.2
 * @param fileName as it shall stand in errors
 * @throws ScenarioError with every problem found, each with its line, column and a sentence
 */
export function scenarioParse(text: string, fileName: string): Scenario {
  const lines = new LineCounter();
  const fail = (problems: readonly ScenarioProblem[]) => new ScenarioError(fileName, problems);
  if (text.length > LENGTH_MAX) {
    throw fail([{ line: 1, column: 1, sentence: 'This file is too long to be a scenario (over 500 kB).' }]);
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw fail(
      document.errors.map((error) => ({
        ...position(lines, error.pos[0]),
        sentence: yamlSentence(error.code, error.message),
      })),
    );
  }
  if (document.contents === null) {
    throw fail([{ line: 1, column: 1, sentence: 'This file is empty: a scenario begins with its id.' }]);
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

  const locate = (problem: PathProblem): ScenarioProblem => ({
    ...position(
      lines,
      offsetFind(document.contents, problem, (node) => nodeResolve(document, node)),
    ),
    sentence: problem.sentence,
  });
  const report = (problems: readonly PathProblem[]) =>
    fail(problemsOnce(problems.map(locate)).sort((a, b) => a.line - b.line || a.column - b.column));

  const parsed = scenarioFileSchema.safeParse(file);
  if (!parsed.success) throw report(problemsFromIssues(parsed.error.issues, file));
  const resolved = scenarioResolve(parsed.data);
  if (!('scenario' in resolved)) throw report(resolved.problems);
  return resolved.scenario;
}

/** What an alias repeats is wrong once. */
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
  problem: PathProblem,
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

function yamlSentence(code: string, message: string): string {
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
      return 'A file holds one scenario: remove the line "---" and what follows it.';
    default:
      return `This is not well-formed YAML: ${message.split('\n')[0]}.`;
  }
}
