import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError } from '../../cli/shared/command.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';

/** Experts' labels of one recording; null where they gave none. */
export interface ClipLabels {
  /** 0 normal to 3 white lung or consolidated. */
  readonly severity: number | null;
  readonly aLines: boolean | null;
  readonly bLines: boolean | null;
  /** Whether experts call the lung normal: severity 0, or a regular finding. */
  readonly isNormal: boolean;
  /** False where the recording shows no lung at all. */
  readonly lung: boolean;
}

/** One recording that an index names. */
export interface ClipEntry {
  /** As the index has it, relative to its folder. */
  readonly file: string;
  readonly path: string;
  /** The folder of `file`, `.` for none. */
  readonly folder: string;
  readonly kind: 'video' | 'frame';
  /** The probe as the index states it. */
  readonly probe: 'convex' | 'linear' | null;
  /** Recordings of one patient are not independent: the patient where known, else the file. */
  readonly cluster: string;
  readonly labels: ClipLabels;
  /** Length of a scan line in mm, where the index knows it. */
  readonly depthMm: number | null;
  /** Path of a mask by hand in the picture's raster, and which finding its values stand for. */
  readonly mask: { readonly path: string; readonly values: ReadonlyMap<number, MarkableFinding> } | null;
}

export interface ClipIndex {
  readonly entries: readonly ClipEntry[];
  /** The entries that cannot be understood. */
  readonly problems: readonly ClipProblem[];
}

/** A recording without figures. */
export interface ClipProblem {
  /** As the index has it; null where it names none. */
  readonly file: string | null;
  /** One sentence that names the file in question. */
  readonly why: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the `index.json` of a folder of recordings; of a folder without one, those entries of the index above it
 * that lie in the folder.
 * @throws CommandError `clip-index` when there is no index or it is no list.
 */
export function clipIndexRead(folder: string): ClipIndex {
  const own = join(resolve(folder), 'index.json');
  const above = join(dirname(resolve(folder)), 'index.json');
  const path = !existsSync(own) && existsSync(above) ? above : own;
  const below = path === own ? '' : `${basename(resolve(folder))}/`;
  const entries: ClipEntry[] = [];
  const problems: ClipProblem[] = [];
  for (const [place, item] of listRead(path).entries()) {
    const entry = entryRead(item, dirname(path));
    if (typeof entry === 'string') {
      const { file } = (item ?? {}) as Json;
      problems.push({
        file: typeof file === 'string' ? file : null,
        why: `${path}: entry ${place} ${entry}`,
      });
    } else if (entry.file.startsWith(below)) entries.push(entry);
  }
  return { entries, problems };
}

function listRead(path: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new CommandError(
      'clip-index',
      `${path} cannot be read; name a folder of recordings with an index.json.`,
    );
  }
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new CommandError('clip-index', `${path} is no JSON: ${(error as Error).message}.`);
  }
  if (!Array.isArray(list)) throw new CommandError('clip-index', `${path} is no list of recordings.`);
  return list;
}

/** An entry, or what is wrong with it. */
function entryRead(item: unknown, root: string): ClipEntry | string {
  if (typeof item !== 'object' || item === null) return 'is no object.';
  const { file, kind, probe, patient, labels, mask, mask_values: values, depth_mm: depth } = item as Json;
  if (typeof file !== 'string' || file === '') return 'names no file.';
  if (kind !== 'video' && kind !== 'frame')
    return `(${file}) has a kind that is neither "video" nor "frame".`;
  const folder = file.includes('/') ? dirname(file) : '.';
  const known = typeof patient === 'number' || typeof patient === 'string';
  return {
    file,
    path: join(root, file),
    folder,
    kind,
    probe: probe === 'convex' || probe === 'linear' ? probe : null,
    cluster: known ? `${folder} ${patient}` : file,
    labels: labelsRead((labels ?? {}) as Json),
    // 1e999 is JSON for infinity.
    depthMm: typeof depth === 'number' && depth > 0 && Number.isFinite(depth) ? depth : null,
    mask:
      typeof mask === 'string'
        ? { path: join(root, mask), values: valuesRead((values ?? {}) as Json) }
        : null,
  };
}

/**
 * The labels that may be counted. `false` is an answer where the whole sheet was filled in, which the severity shows.
 * Elsewhere `false` often means that nobody entered anything, so only `true` counts, and "no B-lines" of a normal lung.
 */
function labelsRead({ severity, a_lines: aLines, b_lines: bLines, lung, diagnosis }: Json): ClipLabels {
  const isWhole = typeof severity === 'number' && Number.isFinite(severity);
  const answer = (value: unknown, isFalseMeant: boolean): boolean | null =>
    value === true ? true : value === false && isFalseMeant ? false : null;
  return {
    severity: isWhole ? severity : null,
    aLines: answer(aLines, isWhole),
    bLines: answer(bLines, isWhole || diagnosis === 'regular'),
    isNormal: (isWhole && severity === 0) || diagnosis === 'regular',
    lung: lung !== false,
  };
}

function valuesRead(values: Json): ReadonlyMap<number, MarkableFinding> {
  const known = new Map<number, MarkableFinding>();
  for (const [value, name] of Object.entries(values)) {
    const finding = MARKABLE_FINDINGS.find((candidate) => candidate === name);
    if (finding !== undefined) known.set(Number(value), finding);
  }
  return known;
}
