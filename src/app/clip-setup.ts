import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../adapters/clip/clip-open.ts';
import { type ClipUsed, filePrintEquals } from '../domain/frame/clip-used.ts';
import type { PxPoint } from '../domain/geometry/point.ts';
import type { Sector } from '../domain/geometry/sector.ts';
import { type SectorClicks, sectorFromClicks } from '../domain/geometry/sector-clicks.ts';
import { ASSUMED_DEPTH_MM, sectorWithDepth } from '../domain/geometry/sector-scale.ts';
import type { FrameSource } from '../ports/frame-source.ts';
import { noticeError } from './notices.ts';

/** What a file waits for, or was given for, before a reload. */
export interface ClipWanted {
  /** What was opened the last time: the same file is used at once, in the same outline. */
  readonly clip: ClipUsed | null;
  /** Whether work waits for that file, which is lost with another one. */
  readonly isWorkedOn: boolean;
}

/** A file that runs, and what it is known again by. */
export interface ClipAnswer {
  readonly source: FrameSource;
  readonly clip: ClipUsed;
}

/** Choosing the learner's own file, and where in it the ultrasound image lies. */
export interface ClipSetup {
  readonly wanted: ClipWanted;
  /** Whether the opened file is another one than work waits for: then `anew` or another `fileOpen` goes on. */
  readonly isOther: ReadonlySignal<boolean>;
  /** The opened file; null while one is to be chosen. */
  readonly clip: ReadonlySignal<Clip | null>;
  readonly isOpening: ReadonlySignal<boolean>;
  /** Why the last file, or the last three clicks, cannot be used: one sentence. */
  readonly problem: ReadonlySignal<string | null>;
  /** Whether the sector is set by three clicks instead of found. */
  readonly isByHand: ReadonlySignal<boolean>;
  readonly probe: ReadonlySignal<Sector['kind']>;
  readonly depthMm: ReadonlySignal<number>;
  /** In pixels of the whole picture. */
  readonly clicks: ReadonlySignal<readonly PxPoint[]>;
  /** In pixels of the whole picture; null while it is not known. */
  readonly sector: ReadonlySignal<Sector | null>;
  fileOpen(file: File): Promise<void>;
  /** Back to choosing a file. */
  fileDrop(): void;
  /** Takes the other file, though that drops the work. */
  anew(): void;
  handSet(isByHand: boolean): void;
  probeSet(probe: Sector['kind']): void;
  depthSet(depthMm: number): void;
  click(point: PxPoint): void;
  clicksClear(): void;
  /** Takes the sector and lets the clip run. */
  use(): void;
  /** Lets go of the file, also of one that is still being opened. */
  close(): void;
}

const CLICKS_PROBLEM =
  'These three points make no ultrasound image: click the upper corner, then further down the same side, then the bottom middle.';

const DEPTH_MM = { min: 20, max: 300 } as const;

export function clipSetupCreate(wanted: ClipWanted, answer: (given: ClipAnswer) => void): ClipSetup {
  const clip = signal<Clip | null>(null);
  const isOther = signal(false);
  const isOpening = signal(false);
  const problem = signal<string | null>(null);
  const isByHand = signal(false);
  const probe = signal<Sector['kind']>('convex');
  const depthMm = signal<number>(ASSUMED_DEPTH_MM.convex);
  const clicks = signal<readonly PxPoint[]>([]);
  const sector = computed(() => {
    const found = clip.value?.found ?? null;
    if (!isByHand.value) return found === null ? null : sectorWithDepth(found.sector, depthMm.value);
    const [first, second, third] = clicks.value;
    if (first === undefined || second === undefined || third === undefined) return null;
    const three: SectorClicks = [first, second, third];
    return sectorFromClicks(three, probe.value, { depthMm: depthMm.value });
  });

  let isClosed = false;

  const letGo = (): void => {
    clip.value?.close();
    clip.value = null;
    isOther.value = false;
  };

  const run = (opened: Clip, within: Sector): void => {
    const source = opened.source(within, (error) =>
      noticeError(error, 'The clip broke off while playing. Open the file again.'),
    );
    const { file } = opened;
    opened.close();
    letGo();
    answer({ source, clip: { file, sector: within } });
  };

  return {
    wanted,
    clip,
    isOther,
    isOpening,
    problem,
    isByHand,
    probe,
    depthMm,
    clicks,
    sector,
    async fileOpen(file) {
      if (isOpening.value) return;
      isOpening.value = true;
      problem.value = null;
      try {
        const { clipOpen } = await import('../adapters/clip/clip-open.ts');
        const opened = await clipOpen(file, file.name);
        if (isClosed) {
          opened.close();
          return;
        }
        const { clip: before, isWorkedOn } = wanted;
        if (before !== null && filePrintEquals(before.file, opened.file)) {
          run(opened, before.sector);
          return;
        }
        letGo();
        clip.value = opened;
        isOther.value = before !== null && isWorkedOn;
        clicks.value = [];
        isByHand.value = opened.found === null;
        probe.value = opened.found?.sector.kind ?? 'convex';
        depthMm.value = opened.found?.sector.depthMm ?? ASSUMED_DEPTH_MM[probe.value];
      } catch (error) {
        const isForPeople = error instanceof Error && 'code' in error;
        if (!isForPeople) console.error(error);
        problem.value = isForPeople
          ? error.message
          : `${file.name} cannot be read here; choose another file, or export it as MP4 or PNG.`;
      } finally {
        isOpening.value = false;
      }
    },
    fileDrop() {
      problem.value = null;
      letGo();
    },
    anew() {
      isOther.value = false;
    },
    handSet(byHand) {
      isByHand.value = byHand;
      clicks.value = [];
      problem.value = null;
    },
    probeSet(kind) {
      probe.value = kind;
      depthMm.value = ASSUMED_DEPTH_MM[kind];
      clicks.value = [];
      problem.value = null;
    },
    depthSet(mm) {
      if (mm >= DEPTH_MM.min && mm <= DEPTH_MM.max) depthMm.value = mm;
    },
    click(point) {
      if (clicks.value.length >= 3) return;
      clicks.value = [...clicks.value, point];
      problem.value = clicks.value.length === 3 && sector.value === null ? CLICKS_PROBLEM : null;
    },
    clicksClear() {
      clicks.value = [];
      problem.value = null;
    },
    use() {
      if (clip.value !== null && sector.value !== null) run(clip.value, sector.value);
    },
    close() {
      isClosed = true;
      letGo();
    },
  };
}
