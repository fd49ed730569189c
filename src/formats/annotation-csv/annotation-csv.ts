import Papa from 'papaparse';
import {
  type Annotation,
  type AnnotationRead,
  type ClipFacts,
  clipJoin,
  framesOf,
  labelsOf,
  type PxSize,
  type Shape,
  type ShapeForm,
  VERDICTS,
} from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import {
  annotationBytesCheck,
  annotationCount,
  annotationDamaged,
  annotationLimit,
  annotationSize,
  MOST_FRAMES,
  MOST_LETTERS,
  MOST_POINTS,
} from '../../domain/annotation/annotation-limits.ts';
import { maskOutline } from '../../domain/annotation/mask-runs.ts';
import { MAX_SIDE_PX } from '../../domain/frame/side-limit.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';
import { formulaPlain, formulaSafe } from './formula-safe.ts';

const FORMAT = 'CSV';

const COLUMNS = [
  'image',
  'shape',
  'kind',
  'label',
  'rater',
  'verdict',
  'track',
  'group',
  'breadth_px',
  'vertex',
  'x_px',
  'y_px',
  'image_width_px',
  'image_height_px',
] as const;
type Column = (typeof COLUMNS)[number];

/** Letters of a line. */
const MOST_LINE = 10_000;
const REACH_PX = 1e6;
const NUMBER_MOST = 1e9;

/** Whether a text begins as such a table does. */
export function isAnnotationCsv(text: string): boolean {
  const head = text
    .slice(0, 300)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)[0]!;
  return ['image', 'shape', 'kind', 'label', 'x_px', 'y_px'].every((column) =>
    head.split(/[,;\t]/).some((cell) => cell.replaceAll('"', '').trim() === column),
  );
}

/**
 * An annotation as comma-separated values (RFC 4180): one row for each vertex, images and shapes counted from 1. A box
 * has two vertices, at opposite corners; a mask becomes its outline. Texts that a spreadsheet might take for a formula
 * have an apostrophe before them.
 */
export function csvWrite({ frames, size }: Annotation): Uint8Array<ArrayBuffer> {
  const rows = frames.flatMap(({ index, shapes }) =>
    shapes.flatMap((shape, i) => {
      const { kind, points } = verticesOf(shape);
      const breadth = shape.kind === 'polyline' ? shape.breadthPx : null;
      const said = [index + 1, i + 1, kind, ...saidOf(shape), breadth ?? ''];
      return points.map(({ x, y }, vertex) => [...said, vertex + 1, x, y, size.width, size.height]);
    }),
  );
  const text = Papa.unparse({ fields: [...COLUMNS], data: rows }, { newline: '\r\n' });
  return new TextEncoder().encode(`${text}\r\n`);
}

function saidOf({ label, rater, status, track, group }: Shape): readonly (string | number)[] {
  return [formulaSafe(label), formulaSafe(rater ?? ''), status?.verdict ?? '', track ?? '', group ?? ''];
}

function verticesOf(shape: Shape): { readonly kind: string; readonly points: readonly PxPoint[] } {
  switch (shape.kind) {
    case 'polyline':
    case 'polygon':
      return { kind: shape.kind, points: shape.points };
    case 'box': {
      const { left, top, width, height } = shape;
      return {
        kind: 'box',
        points: [
          { x: left, y: top },
          { x: left + width, y: top + height },
        ],
      };
    }
    case 'mask':
      return { kind: 'polygon', points: maskOutline(shape) };
  }
}

type Row = (column: Column) => string;

/**
 * A table as `csvWrite` makes it; also with semicolons and decimal commas, as spreadsheets of many countries save it.
 * @throws AnnotationError `annotation-damaged`, `annotation-clip-needed`, `annotation-too-large`
 */
export function csvRead(text: string, clip: ClipFacts): AnnotationRead {
  annotationBytesCheck(text.length, FORMAT);
  const rows = rowsRead(text.replace(/^\uFEFF/, ''));
  const count = annotationCount();
  const shapes = new Map<
    string,
    { readonly first: Row; readonly line: number; readonly vertices: Vertex[] }
  >();
  let size: PxSize | null = null;
  for (const [i, row] of rows.entries()) {
    const line = i + 2;
    count.add('points', 1);
    size = sizeRead(row, line, size);
    const key = `${row('image')} ${row('shape')}`;
    const vertex = { number: wholeNumber(row('vertex'), line, 'vertex'), ...pointRead(row, line) };
    const known = shapes.get(key);
    if (known === undefined) shapes.set(key, { first: row, line, vertices: [vertex] });
    else known.vertices.push(vertex);
  }
  const drawn = [...shapes.values()].map(({ first, line, vertices }) => ({
    index: wholeNumber(first('image'), line, 'image', MOST_FRAMES) - 1,
    shape: shapeRead(first, line, vertices),
  }));
  const wrong = drawn.findIndex(({ index }) => index < 0);
  if (wrong >= 0) throw annotationDamaged(FORMAT, 'image');
  const frames = framesOf(drawn);
  const annotation = annotationLimit({
    clip: clipJoin({}, clip),
    size: annotationSize(size, clip.size, FORMAT),
    spacing: clip.spacing,
    sector: null,
    labels: labelsOf([], frames),
    tags: [],
    frames,
  });
  return { annotation, notes: [] };
}

function rowsRead(text: string): readonly Row[] {
  lineLengthsCheck(text);
  const { data, errors, meta } = Papa.parse<readonly string[]>(text, {
    skipEmptyLines: true,
    preview: MOST_POINTS + 2,
  });
  const [head, ...lines] = data;
  const [fault] = errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (fault !== undefined) throw annotationDamaged(FORMAT, rowName((fault.row ?? 0) + 1));
  const places = new Map(
    COLUMNS.map((column) => [column, head?.findIndex((cell) => cell.trim() === column) ?? -1]),
  );
  const needed: readonly Column[] = ['image', 'shape', 'kind', 'label', 'vertex', 'x_px', 'y_px'];
  const missing = needed.find((column) => places.get(column)! < 0);
  if (missing !== undefined) throw annotationDamaged(FORMAT, missing);
  const hasCommas = meta.delimiter === ';';
  return lines.map((cells, i) => {
    if (cells.length !== head!.length) throw annotationDamaged(FORMAT, rowName(i + 2));
    return (column) => {
      const cell = cells[places.get(column)!] ?? '';
      return hasCommas && /^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell;
    };
  });
}

/** Refuses a line that is longer than any of these columns can be, before it is taken apart. */
function lineLengthsCheck(text: string): void {
  let line = 1;
  for (let from = 0; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to - from > MOST_LINE) throw annotationDamaged(FORMAT, rowName(line));
    from = to + 1;
  }
}

/** As a spreadsheet counts. */
function rowName(line: number): string {
  return `[${line}]`;
}

interface Vertex extends PxPoint {
  readonly number: number;
}

function pointRead(row: Row, line: number): PxPoint {
  return { x: decimal(row('x_px'), line, 'x_px'), y: decimal(row('y_px'), line, 'y_px') };
}

function sizeRead(row: Row, line: number, before: PxSize | null): PxSize | null {
  const [width, height] = [row('image_width_px'), row('image_height_px')];
  if (width === '' || height === '') return before;
  const size = {
    width: wholeNumber(width, line, 'image_width_px', MAX_SIDE_PX),
    height: wholeNumber(height, line, 'image_height_px', MAX_SIDE_PX),
  };
  if (size.width === 0 || size.height === 0) throw annotationDamaged(FORMAT, rowName(line));
  if (before !== null && (before.width !== size.width || before.height !== size.height)) {
    throw new AnnotationError('annotation-damaged', { code: 'annotationSizesDiffer', format: FORMAT });
  }
  return size;
}

function shapeRead(row: Row, line: number, vertices: readonly Vertex[]): Shape {
  const points = vertices.toSorted((a, b) => a.number - b.number).map(({ x, y }): PxPoint => ({ x, y }));
  const label = nameOf(row('label'));
  if (label === null) throw annotationDamaged(FORMAT, `${rowName(line)}.label`);
  const verdict = row('verdict');
  const known = VERDICTS.find((each) => each === verdict);
  if (verdict !== '' && known === undefined) throw annotationDamaged(FORMAT, `${rowName(line)}.verdict`);
  return {
    label,
    rater: nameOf(row('rater')),
    status: known === undefined ? null : { verdict: known, adjudicator: null, timestamp: null },
    track: numberOrNull(row('track'), line, 'track'),
    group: numberOrNull(row('group'), line, 'group'),
    ...formRead(row, line, points),
  } as Shape;
}

function formRead(row: Row, line: number, points: readonly PxPoint[]): ShapeForm {
  const kind = row('kind');
  const breadth = row('breadth_px');
  if (kind === 'polyline' && points.length >= 2) {
    return {
      kind,
      points,
      breadthPx: breadth === '' ? null : Math.abs(decimal(breadth, line, 'breadth_px')),
    };
  }
  if (kind === 'polygon' && points.length >= 3) return { kind, points };
  const [a, b] = points;
  if (kind !== 'box' || points.length !== 2) throw annotationDamaged(FORMAT, `${rowName(line)}.kind`);
  const [left, top] = [Math.min(a!.x, b!.x), Math.min(a!.y, b!.y)];
  return { kind, left, top, width: Math.abs(a!.x - b!.x), height: Math.abs(a!.y - b!.y) };
}

function nameOf(cell: string): string | null {
  return formulaPlain(cell).slice(0, MOST_LETTERS) || null;
}

function numberOrNull(cell: string, line: number, column: Column): number | null {
  return cell === '' ? null : wholeNumber(cell, line, column);
}

function wholeNumber(cell: string, line: number, column: Column, most: number = NUMBER_MOST): number {
  const value = /^\d{1,10}$/.test(cell) ? Number(cell) : Number.NaN;
  if (value <= most) return value;
  throw annotationDamaged(FORMAT, `${rowName(line)}.${column}`);
}

function decimal(cell: string, line: number, column: Column): number {
  const value = /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(cell) ? Number(cell) : Number.NaN;
  if (Math.abs(value) <= REACH_PX) return value;
  throw annotationDamaged(FORMAT, `${rowName(line)}.${column}`);
}
