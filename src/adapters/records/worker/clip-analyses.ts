import { MASK_SIZE } from '../../../domain/frame/resample.ts';
import { sectorFit } from '../../../domain/geometry/sector.ts';
import { maskObey } from '../../../domain/grading/key/anatomy-read.ts';
import { type MaskReport, maskReport, REPORT_VERSION } from '../../../domain/grading/report.ts';
import type { ClipAnalysis, ClipRecord, LabelledImage } from '../../../ports/records.ts';
import { clipMissing, RecordsError } from '../shared/records-error.ts';
import { type AnalysisLog, entryBytes, LOG_EMPTY, logRead } from './analysis-log.ts';
import { CLIP_FILE } from './clip-file.ts';
import { deflate, inflate } from './deflate.ts';
import type { Drive } from './drive.ts';

/**
 * Networks' analyses of clips, one file in each clip's folder, named after the way of measuring and the network's
 * weights.
 */
export interface ClipAnalyses {
  read(clip: ClipRecord): Promise<ClipAnalysis | null>;
  add(
    clip: ClipRecord,
    weightsSha256: string,
    images: readonly LabelledImage[],
  ): Promise<readonly MaskReport[]>;
  mask(clip: ClipRecord, index: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

const LOG_NAME = new RegExp(`^analysis-${REPORT_VERSION}-([0-9a-f]{64})\\.bin$`);
/** Of this or any other way of measuring. */
const LOG_NAME_ANY = /^analysis-.*\.bin$/;
const MASK_PIXELS = MASK_SIZE * MASK_SIZE;

/** Whether a file is what a network made of a clip, in this way of measuring. */
export function analysisFileIs(name: string): boolean {
  return LOG_NAME.test(name);
}

interface Known {
  readonly sha256: string;
  readonly log: AnalysisLog;
}

export function clipAnalyses(drive: Drive): ClipAnalyses {
  /** Logs that were read, by clip; another tab may have added to them since. */
  const known = new Map<string, Known>();

  const logOf = async (clip: ClipRecord): Promise<Known | null> => {
    const names = await drive.files(clip.id);
    const sha256 = names.map((name) => LOG_NAME.exec(name)?.[1]).find((found) => found !== undefined);
    if (sha256 === undefined) return null;
    const size = (await drive.size(clip.id, logName(sha256))) ?? 0;
    const before = known.get(clip.id);
    const isKnown = before?.sha256 === sha256 && before.log.end <= size;
    const log = isKnown ? before.log : LOG_EMPTY;
    const added = (await drive.read(clip.id, logName(sha256), log.end)) ?? new Uint8Array(0);
    const now = { sha256, log: logRead(added, clip.timesMs.length, log) };
    known.set(clip.id, now);
    return now;
  };

  return {
    async read(clip) {
      const found = await logOf(clip);
      if (found === null) return null;
      const { sha256, log } = found;
      const reports = clip.timesMs.map((_, index) => log.entries.get(index)?.report ?? null);
      return { weightsSha256: sha256, reports };
    },
    async add(clip, weightsSha256, images) {
      const sector = sectorFit(clip.sector, MASK_SIZE);
      const reports: MaskReport[] = [];
      const entries: Uint8Array<ArrayBuffer>[] = [];
      for (const { index, classes, confidence, facts } of images) {
        if (classes.length !== MASK_PIXELS || clip.timesMs[index] === undefined) {
          throw new RecordsError('clip_unsound', { code: 'analysisUnfit' });
        }
        const labels = { width: MASK_SIZE, height: MASK_SIZE, classes, sector };
        const report = maskReport(labels, confidence, facts);
        reports.push(report);
        entries.push(entryBytes(index, report, await deflate(maskObey(labels).classes.slice())));
      }
      const names = await drive.files(clip.id);
      // Opening a file would make the folder of a clip anew that was deleted meanwhile.
      if (!names.includes(CLIP_FILE)) throw clipMissing();
      for (const name of names) {
        const isOther = LOG_NAME_ANY.test(name) && name !== logName(weightsSha256);
        if (isOther) await drive.fileRemove(clip.id, name);
      }
      const { log } = (await logOf(clip)) ?? { log: LOG_EMPTY };
      const file = await drive.open(clip.id, logName(weightsSha256));
      try {
        let at = log.end;
        await file.truncate(at);
        for (const bytes of entries) {
          await file.write(bytes, at);
          at += bytes.length;
        }
      } finally {
        await file.close();
      }
      await logOf(clip);
      return reports;
    },
    async mask(clip, index) {
      const before = known.get(clip.id) ?? null;
      const found = before?.log.entries.has(index) ? before : await logOf(clip);
      const entry = found?.log.entries.get(index);
      if (found === null || entry === undefined) return null;
      const packed = await drive.read(clip.id, logName(found.sha256), entry.maskFrom, entry.maskTo);
      const classes = packed === null ? null : await inflate(packed, MASK_PIXELS).catch(() => null);
      return classes?.length === MASK_PIXELS ? classes : null;
    },
  };
}

function logName(sha256: string): string {
  return `analysis-${REPORT_VERSION}-${sha256}.bin`;
}
