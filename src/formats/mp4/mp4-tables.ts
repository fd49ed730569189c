import type { ByteWindow } from '../files/byte-window.ts';
import { type Mp4Box, mp4Boxes, mp4BoxFind } from './mp4-boxes.ts';

const ENTRY_BYTES = 12;
/** Samples that a chunk may state too many: the last one need not be full. */
const SLACK = 4096;
/** Entries that are read at once. */
const PIECE = 4096;

/**
 * Whether no chunk of a track states far more samples than the track has (ISO/IEC 14496-12, 8.7.4): Mediabunny 1.61 counts
 * through all that are stated, a thousand million where a byte is damaged.
 */
export async function chunksAreSound(bytes: ByteWindow, moov: Mp4Box): Promise<boolean> {
  for await (const box of mp4Boxes(bytes, moov.bodyAt, Math.min(moov.endAt, bytes.size))) {
    if (box.type === 'trak' && !(await trackIsSound(bytes, box))) return false;
  }
  return true;
}

async function trackIsSound(bytes: ByteWindow, trak: Mp4Box): Promise<boolean> {
  let within: Mp4Box | null = trak;
  for (const type of ['mdia', 'minf', 'stbl']) {
    within = await mp4BoxFind(bytes, type, within);
    // Whoever needs a missing box says so.
    if (within === null) return true;
  }
  const sizes = (await mp4BoxFind(bytes, 'stsz', within)) ?? (await mp4BoxFind(bytes, 'stz2', within));
  const chunks = await mp4BoxFind(bytes, 'stsc', within);
  if (sizes === null || chunks === null) return true;
  const samples = await wordRead(bytes, sizes.bodyAt + 8);
  const end = Math.min(
    chunks.endAt,
    bytes.size,
    chunks.bodyAt + 8 + ENTRY_BYTES * (await wordRead(bytes, chunks.bodyAt + 4)),
  );
  for (let at = chunks.bodyAt + 8; at + ENTRY_BYTES <= end; at += ENTRY_BYTES * PIECE) {
    const piece = await bytes.read(at, Math.min(end - at, ENTRY_BYTES * PIECE));
    const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
    for (let entry = 0; entry + ENTRY_BYTES <= piece.length; entry += ENTRY_BYTES) {
      if (view.getUint32(entry + 4) > samples + SLACK) return false;
    }
  }
  return true;
}

/** Four bytes, big-endian; 0 beyond the end. */
async function wordRead(bytes: ByteWindow, at: number): Promise<number> {
  const word = await bytes.read(at, 4);
  return word.length < 4 ? 0 : new DataView(word.buffer, word.byteOffset, 4).getUint32(0);
}
