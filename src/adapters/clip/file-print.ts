import { type FilePrint, PRINT_BYTES } from '../../domain/frame/clip-used.ts';

/** What the file is known again by: its name, its size and the hash of its beginning. */
export async function filePrint(file: Blob, name: string): Promise<FilePrint> {
  const head = await file.slice(0, PRINT_BYTES).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', head));
  const headSha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name, sizeBytes: file.size, headSha256 };
}
