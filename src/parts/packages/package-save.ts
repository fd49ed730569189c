import type { PackageWhole } from '../../domain/package/package-whole.ts';
import { packageFiles } from '../../domain/package/package-write.ts';
import type { RecordsOpened } from '../../ports/records.ts';
import { fileStem } from '../../ui/file-stem.ts';
import { partLoad } from '../../ui/part-load.ts';
import { packageContents } from './package-contents.ts';

/** A package as a file to hand out, with its clips, and its keys as pictures for other programs. Rejects where one of them is gone. */
export async function packageSave(
  whole: PackageWhole,
  records: () => Promise<RecordsOpened>,
  signal: AbortSignal,
): Promise<Blob> {
  const { archivePack } = await partLoad(() => import('../../adapters/archive/client/archive-pack.ts'));
  const { texts: _texts, clips: _clips, ...about } = whole;
  const { keyPictures } = await partLoad(() => import('../../formats/package/key-pictures.ts'));
  const parts = [...(await packageContents(whole, records)), ...keyPictures(whole.texts)];
  const files = packageFiles(about, parts).map(({ path, bytes }) => ({ path, content: new Blob([bytes]) }));
  return archivePack(files, { signal });
}

/** Of a package's file. */
export function packageFileName(title: string): string {
  return `${fileStem(title, 'package')}.batsign`;
}
