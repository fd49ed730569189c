import type { FilePrint } from '../../domain/frame/clip-used.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { clipGroups, clipNameIs, type KnownFile, sizeGroups } from '../../formats/files/clip-groups.ts';
import { fileRefusal } from '../../formats/files/file-refusal.ts';
import { timesEven, USUAL_GAP_MS } from '../../formats/files/image-series.ts';
import { InputError } from '../../formats/files/input-error.ts';
import {
  fileKind,
  KIND_BYTES,
  type PictureSize,
  pictureCountCheck,
} from '../../formats/files/picture-header.ts';
import type { Clip } from './clip.ts';
import type { ClipChoice, ClipOffer } from './clip-choice.ts';
import { type ClipName, clipNameOf } from './clip-name.ts';
import type { Opening } from './clip-opening.ts';
import { clipPreview } from './clip-preview.ts';
import { type FilePart, type FileParts, partsWhole } from './file-parts.ts';
import type { FilePictures, NamedBlob } from './file-pictures.ts';
import { filePrint } from './file-print.ts';
import { stillSizeRead } from './still-size.ts';

/** Files that lie together: in a zip, or as they were given. */
export interface Lot {
  readonly name: ClipName;
  /** Recognises them together. */
  print(): Promise<FilePrint>;
  parts(opening: Opening): Promise<FileParts>;
}

/** Readers of the files of one clip. */
export interface LotReaders {
  /** A video or DICOM file alone, or the pictures of a sequence in their order. */
  pictures(files: readonly NamedBlob[]): Promise<FilePictures>;
  /** Finds the sector. */
  look(pictures: FilePictures, name: ClipName, print: FilePrint, opening: Opening): Promise<Clip>;
}

/** A file of a lot, by its place in it. */
interface LotFile extends KnownFile {
  readonly at: number;
  readonly bytes: number;
}

type Group = readonly LotFile[];

/** The files of one clip, and what it is called: where they lie. */
interface Named {
  readonly name: ClipName;
  readonly group: Group;
}

/**
 * The only clip of a lot, or what it holds to choose from: nothing is unpacked that is no clip, and while they are looked
 * at never more than one clip is.
 * @throws InputError, AbortError
 */
export async function lotOpen(lot: Lot, readers: LotReaders, opening: Opening): Promise<Clip | ClipChoice> {
  const { parts, close } = await lot.parts(opening);
  try {
    const groups = await groupsFind(lot, parts, opening);
    const [only] = groups;
    if (only !== undefined && groups.length === 1) return await allOpen(only);
    const offers: ClipOffer[] = [];
    const offered: Named[] = [];
    const refused: { readonly name: ClipName; readonly error: InputError }[] = [];
    for (const [done, named] of groups.entries()) {
      opening.signal?.throwIfAborted();
      opening.onProgress?.({ step: 'looking', done, all: groups.length });
      try {
        offers.push(await offerMake(lot, named, parts, readers));
        offered.push(named);
      } catch (error) {
        // A fault of the zip itself is a fault of all of them.
        if (!(error instanceof InputError) || error.code === 'archive-refused') throw error;
        refused.push({ name: named.name, error });
      }
    }
    if (offers.length === 0) throw refused[0]!.error;
    if (offers.length === 1) return await allOpen(offered[0]!);
    return {
      kind: 'several',
      name: lot.name,
      clips: offers,
      // Reports and the like are no pictures, and nobody misses them.
      refused: refused
        .filter(({ error }) => error.code !== 'video-without-pictures')
        .map(({ name, error }) => ({ name, why: error.fact })),
    };
  } finally {
    close();
  }

  async function allOpen({ group }: Named): Promise<Clip> {
    const files = await partsWhole(partsOf(group, parts), opening);
    return readers.look(await readers.pictures(files), lot.name, await lot.print(), opening);
  }
}

/** Files whose beginnings are read at once. */
const AT_ONCE = 16;

async function groupsFind(
  { name }: Lot,
  parts: readonly FilePart[],
  { signal, onProgress }: Opening,
): Promise<readonly Named[]> {
  const known: LotFile[] = [];
  let refusal: MessageFact | null = null;
  const fileOf = async ({ path, bytes, head }: FilePart, at: number): Promise<LotFile> => {
    if (!clipNameIs(path)) return { at, path, bytes, kind: null };
    const first = await head(KIND_BYTES);
    refusal ??= fileRefusal(first, path);
    return { at, path, bytes, kind: fileKind(first) };
  };
  for (let from = 0; from < parts.length; from += AT_ONCE) {
    signal?.throwIfAborted();
    if (parts.length > AT_ONCE) onProgress?.({ step: 'sorting', done: from, all: parts.length });
    const some = parts.slice(from, from + AT_ONCE);
    known.push(...(await Promise.all(some.map((part, i) => fileOf(part, from + i)))));
  }
  const groups = clipGroups(known);
  for (const group of groups) pictureCountCheck(group.length);
  if (groups.length > 0) {
    const named: Named[] = [];
    for (const group of groups) named.push(...(await groupSplit(group, parts, signal)));
    return named;
  }
  throw new InputError('file-unknown', refusal ?? clipMissingIn(name));
}

function clipMissingIn({ name, others }: ClipName): MessageFact {
  return others === 0
    ? { code: 'filesWithoutClip', name }
    : { code: 'filesWithoutClipSeveral', name, others };
}

/** Looks at one clip; of a sequence at its first picture alone. */
async function offerMake(
  lot: Lot,
  { name, group }: Named,
  parts: readonly FilePart[],
  readers: LotReaders,
): Promise<ClipOffer> {
  const first = await readers.pictures(await partsWhole(partsOf(group.slice(0, 1), parts), {}));
  const preview = await clipPreview(first);
  return {
    name,
    bytes: group.reduce((sum, { bytes }) => sum + bytes, 0),
    timesMs: group.length === 1 ? first.timesMs : timesEven(group.length, USUAL_GAP_MS),
    ...preview,
    async open(opening = {}) {
      const { parts: again, close } = await lot.parts(opening);
      try {
        const files = await partsWhole(partsOf(group, again), opening);
        const print = await filePrint(files.length === 1 ? files[0]! : new Blob([...files]));
        return await readers.look(await readers.pictures(files), name, print, opening);
      } finally {
        close();
      }
    },
  };
}

function partsOf(group: Group, parts: readonly FilePart[]): readonly FilePart[] {
  return group.map(({ at }) => parts[at]!);
}

/** Pictures of one folder that are shown at several sizes are as many clips. */
async function groupSplit(
  group: Group,
  parts: readonly FilePart[],
  signal: AbortSignal | undefined,
): Promise<readonly Named[]> {
  if (group.length === 1) return [{ name: groupName(group), group }];
  const sizes: (PictureSize | null)[] = [];
  for (let from = 0; from < group.length; from += AT_ONCE) {
    signal?.throwIfAborted();
    const some = partsOf(group.slice(from, from + AT_ONCE), parts);
    sizes.push(...(await Promise.all(some.map(sizeOf))));
  }
  const split = sizeGroups(group, sizes);
  if (split.length === 1) return [{ name: groupName(group), group }];
  return split.map(({ files, size }) => ({ name: sizeName(files, size), group: files }));
}

/** Null of a header that is damaged: opening the clip says so. */
async function sizeOf(part: FilePart): Promise<PictureSize | null> {
  try {
    return await stillSizeRead((bytes) => part.head(bytes));
  } catch (error) {
    if (error instanceof InputError && error.code === 'file-damaged') return null;
    throw error;
  }
}

/** Of pictures that others of another size lie beside. */
function sizeName(files: Group, size: PictureSize | null): ClipName {
  const name = groupName(files);
  if (files.length === 1) return name;
  return name.name === files[0]!.path ? { ...name, others: files.length - 1 } : { ...name, size };
}

/** Where a clip lies; pictures are told by their folder. */
function groupName(group: Group): ClipName {
  const { path } = group[0]!;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return clipNameOf(group.length === 1 || folder === '' ? path : folder);
}
