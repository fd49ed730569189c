import { type FilePrint, filePrintBytes, PRINT_BYTES } from '../../domain/frame/clip-used.ts';

/** What the file is known again by: one hash of how it begins and how long it is. */
export async function filePrint(file: Blob): Promise<FilePrint> {
  const head = await sha256(await file.slice(0, PRINT_BYTES).arrayBuffer());
  const digest = await sha256(filePrintBytes(head, file.size));
  return { sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

async function sha256(bytes: BufferSource): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
