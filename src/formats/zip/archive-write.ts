import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** A file that is to lie in an archive. */
export interface FileToPack {
  /** With folders, parted by slashes. */
  readonly path: string;
  readonly content: Blob;
}

/** The earliest date that a zip can hold: when it was made is nobody's business. */
const NO_DATE = new Date(1980, 0, 1);

configure({ useWebWorkers: false });

/**
 * A zip of files as they are, not packed once more, larger than 4 GB where they are. `onBytes` is told how much went in
 * since it was told last.
 */
export async function archiveWrite(
  files: readonly FileToPack[],
  onBytes: (bytes: number) => void = () => {},
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), {
    level: 0,
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
