import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { ScenarioPath } from '../scenario/schema-keys.ts';

/** Long lines are not broken: who edits a text by form finds it in one piece. */
const WRITING = { lineWidth: 0 } as const;

/** A change of one value; of `undefined` it is taken away. */
export interface DraftEdit {
  readonly path: ScenarioPath;
  readonly value: unknown;
  /** Whether it comes into a list at this place, before what stands there; it takes its place unless told. */
  readonly isInserted?: boolean;
}

/** The values of a draft's text; null where it is no YAML, or empty. */
export function draftValues(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return null;
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

/**
 * The text after some edits of its values, one after another; all that is not edited keeps its comments and its order.
 * A text that is no YAML stays as it is.
 */
export function draftEdit(text: string, edits: readonly DraftEdit[]): string {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return text;
  for (const { path, value, isInserted = false } of edits) {
    const list = isInserted ? document.getIn(path.slice(0, -1)) : null;
    if (isSeq(list)) list.items.splice(Number(path.at(-1)), 0, nodeOf(document, value));
    else if (value !== undefined) document.setIn(path, nodeOf(document, value));
    else if (document.hasIn(path)) document.deleteIn(path);
  }
  return document.toString(WRITING);
}

/** The text of a draft that begins with these values. */
export function draftText(values: object): string {
  const document = parseDocument('{}');
  document.contents = nodeOf(document, values) as typeof document.contents;
  return document.toString(WRITING);
}

function nodeOf(document: ReturnType<typeof parseDocument>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const node = document.createNode(value);
  // Points and marks stand in one line each: a key has hundreds of them.
  visit(node, {
    Seq(_, list) {
      if (
        list.items.length > 0 &&
        list.items.every((item) => isScalar(item) && typeof item.value === 'number')
      )
        list.flow = true;
    },
    Pair(_, { key, value: marks }) {
      if (!isScalar(key) || !isSeq(marks)) return;
      if (key.value !== 'marks' && key.value !== 'carried') return;
      for (const mark of marks.items) if (isMap(mark)) mark.flow = true;
    },
  });
  return node;
}
