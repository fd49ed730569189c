import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** A file that is to lie in an archive. */
export interface FileToPack {
  /** With folders, parted by slashes. */
  readonly path: string;
  readonly content: Blob;
}

/** `stored`: files as they are. `packed`: deflated, with sizes before each file, as even readers of a stream take it. */
export type ArchiveForm = 'stored' | 'packed';

/** The earliest date that a zip can hold: when it was made is nobody's business. */
const NO_DATE = new Date(1980, 0, 1);

configure({ useWebWorkers: false });

/** A zip of files, larger than 4 GB where they are. `onBytes` is told how much went in since it was told last. */
export async function archiveWrite(
  files: readonly FileToPack[],
  form: ArchiveForm = 'stored',
  onBytes: (bytes: number) => void = () => {},
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), {
    level: form === 'stored' ? 0 : 9,
    ...(form === 'packed' && { dataDescriptor: false }),
    lastModDate: NO_DATE,
    extendedTimestamp: false,
    keepOrder: true,
  });
  for (const { path, content } of files) {
    let before = 0;
    await writer.add(path, new BlobReader(content), {
      async onprogress(done) {
        onBytes(done - before);
        before = done;
      },
    });
  }
  return writer.close();
}
