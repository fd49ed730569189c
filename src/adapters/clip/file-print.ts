import { sha256Bytes, sha256Hex } from '../../domain/digest/sha256.ts';
import { type FilePrint, filePrintBytes, PRINT_BYTES } from '../../domain/frame/clip-used.ts';

/** What the file is known again by: one hash of how it begins and how long it is. */
export async function filePrint(file: Blob): Promise<FilePrint> {
  const head = new Uint8Array(await file.slice(0, PRINT_BYTES).arrayBuffer());
  return { sha256: sha256Hex(filePrintBytes(sha256Bytes(head), file.size)) };
}
