import { hexOf, sha256Parts } from '../../domain/digest/sha256.ts';

/** Hashed at once; between two of them the page can answer. */
const SLICE_BYTES = 1 << 20;

/** SHA-256 of a file, in lower-case hexadecimal. */
export async function blobSha256(content: Blob): Promise<string> {
  const hash = sha256Parts();
  for (let from = 0; from < content.size; from += SLICE_BYTES) {
    hash.add(new Uint8Array(await content.slice(from, from + SLICE_BYTES).arrayBuffer()));
  }
  return hexOf(hash.end());
}
