import type { MaskReport } from '../../../domain/grading/report.ts';
import { reportSchema } from '../../../domain/grading/report-schema.ts';
import { storedTake } from '../../../domain/stored/stored-read.ts';
import { jsonBytes, jsonOf } from './clip-file.ts';

/**
 * A file to which analysed images are added: for each a head of four little-endian words (MAGIC, image, bytes of its
 * report, bytes of its mask), the report as JSON and the mask's classes, deflated. What a crash left half-written
 * is the end of the file, and the next image is written over it.
 */
const HEAD_BYTES = 16;
/** Says that an entry begins, and in which format: `BSA1`. */
const MAGIC = 0x31415342;

/** Where in the file an image's mask lies. */
export interface LogEntry {
  readonly report: MaskReport;
  readonly maskFrom: number;
  readonly maskTo: number;
}

export interface AnalysisLog {
  /** By image; a later entry of an image replaces the one before. */
  readonly entries: ReadonlyMap<number, LogEntry>;
  /** Bytes that are whole: where the next entry belongs. */
  readonly end: number;
}

export const LOG_EMPTY: AnalysisLog = { entries: new Map(), end: 0 };

export function entryBytes(
  index: number,
  report: MaskReport,
  packedMask: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const json = jsonBytes(report);
  const bytes = new Uint8Array(HEAD_BYTES + json.length + packedMask.length);
  const head = new DataView(bytes.buffer);
  [MAGIC, index, json.length, packedMask.length].forEach((word, at) => {
    head.setUint32(4 * at, word, true);
  });
  bytes.set(json, HEAD_BYTES);
  bytes.set(packedMask, HEAD_BYTES + json.length);
  return bytes;
}

/** Reads entries from `log.end` on; `images` of them exist. It stops at the first that is not whole and sound. */
export function logRead(bytes: Uint8Array, images: number, log: AnalysisLog = LOG_EMPTY): AnalysisLog {
  const entries = new Map(log.entries);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = log.end;
  for (let at = 0; at + HEAD_BYTES <= bytes.length; ) {
    const word = (place: number): number => view.getUint32(at + 4 * place, true);
    const jsonTo = at + HEAD_BYTES + word(2);
    const next = jsonTo + word(3);
    if (word(0) !== MAGIC || word(1) >= images || next > bytes.length) break;
    const report = storedTake(reportSchema, jsonOf(bytes.subarray(at + HEAD_BYTES, jsonTo)));
    if (report === null) break;
    entries.set(word(1), { report, maskFrom: jsonTo + log.end, maskTo: next + log.end });
    end = log.end + next;
    at = next;
  }
  return { entries, end };
}
