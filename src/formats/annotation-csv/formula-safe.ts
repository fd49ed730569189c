/** What a spreadsheet may take for the beginning of a formula, also behind blanks. */
const FORMULA = /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** A text that no spreadsheet takes for a formula: with an apostrophe before it where one might. */
export function formulaSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of before. */
export function formulaPlain(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
