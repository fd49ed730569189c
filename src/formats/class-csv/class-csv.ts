import Papa from 'papaparse';
import { formulaSafe } from '../annotation-csv/formula-safe.ts';

/** How the spreadsheets of a language write: with decimal commas, columns are parted by semicolons. */
export interface CsvForm {
  readonly decimal: '.' | ',';
}

/** Null where nothing is known. */
export type Cell = string | number | null;

/**
 * A table as comma-separated values (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows the letters. Texts that a
 * spreadsheet might take for a formula have an apostrophe before them; numbers are numbers.
 */
export function classCsv(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  { decimal }: CsvForm,
): string {
  const written = rows.map((row) => row.map((cell) => cellWrite(cell, decimal)));
  const form = { newline: '\r\n', delimiter: decimal === ',' ? ';' : ',' };
  return `\uFEFF${Papa.unparse({ fields: head.map(formulaSafe), data: written }, form)}\r\n`;
}

function cellWrite(cell: Cell, decimal: CsvForm['decimal']): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? `${cell}`.replace('.', decimal) : formulaSafe(cell);
}
