import { sha256Hex } from '../../domain/digest/sha256.ts';
import { type FilePrint, PRINT_BYTES } from '../../domain/frame/clip-used.ts';

/** What the file is known again by: its name, its size and the hash of its beginning. */
export async function filePrint(file: Blob, name: string): Promise<FilePrint> {
  const head = new Uint8Array(await file.slice(0, PRINT_BYTES).arrayBuffer());
  return { name, sizeBytes: file.size, headSha256: sha256Hex(head) };
}
