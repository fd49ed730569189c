import type { FileKind, PictureSize } from './picture-header.ts';

/** A file by where it lies and what it is. */
export interface KnownFile {
  /** With folders, parted by slashes. */
  readonly path: string;
  readonly kind: FileKind | null;
}

/** Files that viewers, systems and reports bring along, whatever they begin with. */
const NO_CLIP = new Set([
  ...['exe', 'dll', 'ocx', 'msi', 'bat', 'cmd', 'com', 'cab', 'jar', 'class', 'so', 'dylib', 'swf', 'hta'],
  ...['js', 'css', 'html', 'htm', 'xml', 'xsl', 'xslt', 'json', 'svg', 'ico', 'ttf', 'woff', 'woff2'],
  ...['inf', 'ini', 'lnk', 'url', 'db', 'log', 'txt', 'csv', 'rtf', 'doc', 'docx', 'pdf', 'chm', 'hlp'],
]);

/** Where one of these lies a viewer lies, and pictures beside it or below are its buttons and logos. */
const OF_VIEWER = new Set([
  'exe',
  'dll',
  'ocx',
  'msi',
  'jar',
  'class',
  'swf',
  'hta',
  'js',
  'css',
  'html',
  'htm',
  'inf',
]);

/** The directory of a DICOM medium (PS3.10), also as some systems name it: `DICOMDIR;1`. */
const DICOM_DIRECTORY = /^dicomdir\b/i;

/** Whether a file may be a clip by its name: not what is known to come along with clips. */
export function clipNameIs(path: string): boolean {
  return !NO_CLIP.has(extensionOf(path)) && !DICOM_DIRECTORY.test(nameOf(path));
}

/**
 * Which files make one clip, of a folder or a medium with whatever lies on it: the pictures of a folder are one
 * together, each video, GIF and DICOM file is one by itself. Pictures of a viewer are clips only where nothing else is.
 * Clips and their files come in the order of their paths, numbers counted as people do.
 */
export function clipGroups<File extends KnownFile>(files: readonly File[]): readonly (readonly File[])[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const sorted = files.toSorted((a, b) => compare(a.path, b.path));
  const viewers = viewerFolders(sorted);
  const isOfViewer = ({ path }: File): boolean => viewers.some((isWithin) => isWithin(folderOf(path)));
  const groups = grouped(sorted.filter((file) => clipNameIs(file.path)));
  const own = groups.filter(([first]) => !(isPicture(first!) && isOfViewer(first!)));
  return own.length > 0 ? own : groups;
}

/**
 * The pictures of a clip by the size that they are shown at, in their order; the size that comes first is the first.
 * @param sizes of each file; null where it cannot be read, which stays with the first size that can
 */
export function sizeGroups<File>(
  files: readonly File[],
  sizes: readonly (PictureSize | null)[],
): readonly { readonly files: readonly File[]; readonly size: PictureSize | null }[] {
  const first = sizes.find((size) => size !== null) ?? null;
  const groups = new Map<string, { readonly files: File[]; readonly size: PictureSize | null }>();
  for (const [at, file] of files.entries()) {
    const size = sizes[at] ?? first;
    const key = `${size?.width} x ${size?.height}`;
    const group = groups.get(key) ?? { files: [], size };
    group.files.push(file);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function grouped<File extends KnownFile>(files: readonly File[]): readonly (readonly File[])[] {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const { kind, path } = file;
    if (kind === null || kind === 'pgm' || kind === 'zip') continue;
    const isStill = kind === 'png' || kind === 'jpeg';
    // A folder's own name ends with a slash, so that it is never a file's.
    const key = isStill ? `${folderOf(path)}/` : path;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

function isPicture({ kind }: KnownFile): boolean {
  return kind === 'png' || kind === 'jpeg' || kind === 'gif';
}

/** Folders that hold programs or pages, with all below; beside what starts a viewer from the top lie its folders alone. */
function viewerFolders(files: readonly KnownFile[]): readonly ((folder: string) => boolean)[] {
  const folders = new Set(
    files.filter(({ path }) => OF_VIEWER.has(extensionOf(path))).map(({ path }) => folderOf(path)),
  );
  return [...folders].map((viewer) => (folder) => {
    return folder === viewer || (viewer !== '' && folder.startsWith(`${viewer}/`));
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Without the slash at its end; empty for the top. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}
