import ts from 'typescript';

/** A text in code that a person would read. */
export interface FoundText {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** What is filled in at run time. */
const FILLED = '…';

/** Two words with a blank between them. */
const WORDS = /\p{L}\S*\s+\S*\p{L}/u;
/** A word beside what is filled in. */
const WORD_BESIDE = /…\s+\p{L}{2,}(?![\w(])|(?<![\w-])\p{L}{2,}[:,]?\s+…/u;
const LETTER = /\p{L}/u;
/** The way of a drawn line, a media query or a list of selectors. */
const CODE = /^M ?-?[\d….]|^\([\w-]+: [\w-]+\)$|^\.[\w-]+[ ,]/;

/** Attributes that are read or heard. */
const READ_ATTRIBUTES: readonly string[] = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'];
/** Attributes that nobody reads. */
const UNREAD_ATTRIBUTES: readonly string[] = [
  'aria-keyshortcuts',
  'class',
  'd',
  'faceClass',
  'keys',
  'rel',
  'style',
  'transform',
  'viewBox',
];

/** What only developers read. */
const ERRORS: readonly string[] = ['Error', 'TypeError', 'RangeError'];
/** Names of selectors, media queries and drawing styles are given to these. */
const CODE_CALLS: readonly string[] = [
  'querySelector',
  'querySelectorAll',
  'closest',
  'matches',
  'matchMedia',
];

/** Every text of a file that a person would read, in the order of the file. */
export function sentencesFind(fileName: string, code: string): readonly FoundText[] {
  const kind = fileName.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true, kind);
  const found: FoundText[] = [];
  const visit = (node: ts.Node): void => {
    if (isUnread(node)) return;
    const text = textOf(node);
    if (text !== null && isRead(node, text)) {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A text as people would read it; null where a node is none. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) {
    return node.text.replaceAll(/\s+/g, ' ').trim();
  }
  if (!ts.isTemplateExpression(node)) return null;
  const parts = [node.head.text, ...node.templateSpans.flatMap(({ literal }) => [FILLED, literal.text])];
  return parts.join('').replaceAll(/\s+/g, ' ').trim();
}

function isRead(node: ts.Node, text: string): boolean {
  if (ts.isJsxText(node)) return LETTER.test(text);
  const attribute = attributeOf(node);
  if (attribute !== null && READ_ATTRIBUTES.includes(attribute)) return LETTER.test(text);
  return !CODE.test(text) && (WORDS.test(text) || WORD_BESIDE.test(text));
}

/** The attribute whose value a text is, straight or in braces; null for none. */
function attributeOf(node: ts.Node): string | null {
  const around = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
  return ts.isJsxAttribute(around) ? around.name.getText() : null;
}

/** Whether nothing in a part of the code is for people at the screen. */
function isUnread(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isJsxAttribute(node)) return UNREAD_ATTRIBUTES.includes(node.name.getText());
  if (ts.isNewExpression(node)) return ERRORS.includes(node.expression.getText());
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return CODE_CALLS.includes(expression.getText());
  return expression.expression.getText() === 'console' || CODE_CALLS.includes(expression.name.text);
}
