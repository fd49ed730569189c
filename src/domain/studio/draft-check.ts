import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { ScenarioError, type ScenarioProblem } from '../scenario/error.ts';
import { scenarioParse } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ScenarioPath } from '../scenario/schema-keys.ts';

/** How a draft stands with the schema. */
export interface DraftCheck {
  /** Null where it cannot be played. */
  readonly scenario: Scenario | null;
  /** In the order of the text; none where it can be played. */
  readonly problems: readonly ScenarioProblem[];
}

/** Checks a draft as any scenario is checked. */
export function draftCheck(text: string): DraftCheck {
  try {
    return { scenario: scenarioParse(text, 'draft.yaml'), problems: [] };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { scenario: null, problems: error.problems };
  }
}

/** The problems that lie in the value at a place of the text, or in its key; none where nothing stands there. */
export function draftProblemsAt(
  text: string,
  problems: readonly ScenarioProblem[],
  path: ScenarioPath,
): readonly ScenarioProblem[] {
  if (problems.length === 0) return [];
  const lines = new LineCounter();
  const range = rangeOf(parseDocument(text, { lineCounter: lines, prettyErrors: false }).contents, path);
  if (range === null) return [];
  return problems.filter(({ line, column }) => {
    const offset = (lines.lineStarts[line - 1] ?? 0) + column - 1;
    return offset >= range[0] && offset <= range[1];
  });
}

/** From the key to the end of the value, in characters of the text. */
function rangeOf(contents: unknown, path: ScenarioPath): readonly [number, number] | null {
  let node = contents;
  let range: readonly [number, number] | null = null;
  for (const part of path) {
    let key: unknown = null;
    if (isMap(node)) {
      const pair = node.items.find((one) => isScalar(one.key) && one.key.value === part);
      key = pair?.key ?? null;
      node = pair?.value ?? null;
    } else if (isSeq(node) && typeof part === 'number') node = node.items[part] ?? null;
    else return null;
    const from = isNode(key) ? key.range?.[0] : isNode(node) ? node.range?.[0] : undefined;
    const to = isNode(node) ? node.range?.[1] : isNode(key) ? key.range?.[1] : undefined;
    if (from === undefined || to === undefined) return null;
    range = [from, Math.max(from, to)];
  }
  return range;
}
