import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../../src/domain/medicine/term.ts';
import { medicineParse } from '../../../../src/domain/scenario/medicine-parse.ts';

/** Every text of the game's own pages that uses a medical term rests on a statement, or is known to state nothing. */

const ROOT = join(import.meta.dirname, '../../../..');
const REGISTER = 'docs/medicine.yaml';
const medicine = medicineParse(readFileSync(join(ROOT, REGISTER), 'utf8'), REGISTER);

/** Where people are spoken to. */
const FOLDERS = ['src/parts', 'src/pages', 'src/ui', 'src/shell', 'src/scanner', 'src/domain/grading'];

/** Shorter ones are names and labels. */
const WORDS_MIN = 4;

/** A text in the code as people read it, with `…` for what is filled in; null where a node is none. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) {
    return node.text.replace(/\s+/g, ' ').trim();
  }
  if (!ts.isTemplateExpression(node)) return null;
  const parts = [node.head.text, ...node.templateSpans.flatMap(({ literal }) => ['…', literal.text])];
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function textsOf(file: string, code: string): readonly string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind));
  return found;
}

const SAID = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => textsOf(file, readFileSync(join(ROOT, folder, file), 'utf8'))),
);

describe('the texts of the game itself', () => {
  const known = [...[...medicine.statements.values()].flatMap(({ game }) => game), ...medicine.instructions];

  test(`each that uses a medical term is known to ${REGISTER}, under a statement or under instructions`, () => {
    const medical = SAID.filter((text) => text.split(' ').length >= WORDS_MIN && termsOf(text).length > 0);
    expect(medical.length).toBeGreaterThan(30);
    expect(medical.filter((text) => !known.includes(text))).toEqual([]);
  });

  test(`each that ${REGISTER} knows is still said, and stands there once`, () => {
    expect(known.filter((text) => !SAID.includes(text))).toEqual([]);
    expect(known.filter((text, i) => known.indexOf(text) < i)).toEqual([]);
  });
});
