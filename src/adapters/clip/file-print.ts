import { sha256Hex, sha256Parts } from '../../domain/digest/sha256.ts';
import { type FilePrint, filePrintBytes, PRINT_BYTES } from '../../domain/frame/clip-used.ts';

/** So much is hashed at once, a few milliseconds of the page's time; it goes on to other things before the next. */
const PART_BYTES = 1 << 16;

/** Recognises the file: one hash of how it begins and how long it is. */
export async function filePrint(file: Blob): Promise<FilePrint> {
  const head = sha256Parts();
  const end = Math.min(PRINT_BYTES, file.size);
  for (let from = 0; from < end; from += PART_BYTES) {
    head.add(new Uint8Array(await file.slice(from, Math.min(end, from + PART_BYTES)).arrayBuffer()));
  }
  return { sha256: sha256Hex(filePrintBytes(head.end(), file.size)) };
}
