import { type ReadonlySignal, signal } from '@preact/signals';
import { phantomSource } from '../../adapters/phantom-worker/client/phantom-source.ts';
import { revivedSource } from '../../adapters/phantom-worker/client/revived-source.ts';
import type { ClipUsed } from '../../domain/frame/clip-used.ts';
import type { ScenarioSource } from '../../domain/scenario/scenario.ts';
import type { FrameSource, ProbeView } from '../../ports/frame-source.ts';
import type { Records } from '../../ports/records.ts';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';
import type { CaptureService } from '../capture/capture-service.ts';
import {
  type ClipAnswer,
  type ClipSetup,
  type ClipWanted,
  clipSetupCreate,
  type FileNames,
} from './clip-setup.ts';
import { patientRevived, revivedTell } from './patient-revived.ts';
import { storedClipOpen } from './stored-clip.ts';

export interface SourceOpened {
  readonly source: FrameSource;
  /** Recognises a learner's own file; null for every other source. */
  readonly clip: ClipUsed | null;
}

/** Facts of an image before it is opened. */
export interface SourceWanted extends ClipWanted {
  /** Where the probe is to stand, of a patient who is scanned by hand. */
  readonly view: ProbeView;
}

/** Opens an image's source; `onBroken` is told when it breaks down later. */
export type SourceOpen = (
  source: ScenarioSource,
  wanted: SourceWanted,
  aborted: AbortSignal,
  onBroken: () => void,
) => Promise<SourceOpened>;

export interface Sources {
  readonly open: SourceOpen;
  /** Set while the learner is asked for a file. */
  readonly clipSetup: ReadonlySignal<ClipSetup | null>;
  /** Forgets what files that were opened are called. */
  namesForget(): void;
}

export function sourcesCreate(records: () => Promise<Records>, capture: CaptureService): Sources {
  const clipSetup = signal<ClipSetup | null>(null);
  const names: FileNames = new Map();

  const clipAsk = (wanted: ClipWanted, aborted: AbortSignal): Promise<ClipAnswer> =>
    new Promise((resolve, reject) => {
      const setup = clipSetupCreate(wanted, names, (given) => {
        clipSetup.value = null;
        resolve(given);
      });
      clipSetup.value = setup;
      aborted.addEventListener('abort', () => {
        setup.close();
        if (clipSetup.peek() === setup) clipSetup.value = null;
        reject(new Error('No file was opened.'));
      });
    });

  return {
    clipSetup,
    namesForget: () => names.clear(),
    async open(source, wanted, aborted, onBroken) {
      if (source.kind === 'clip') return clipAsk(wanted, aborted);
      if (source.kind === 'camera') {
        if (wanted.isWorkedOn) noticeShow('info', say('opening.machineOnce'));
        return { source: await capture.lend(aborted), clip: null };
      }
      if (source.kind === 'stored') {
        const stored = await storedClipOpen(await records(), source.clipId, (error) => {
          onBroken();
          noticeError(error, say('opening.brokeOffAndOpens'));
        });
        return { source: stored.source, clip: null };
      }
      const onError = (error: Error): void => {
        onBroken();
        noticeError(error, say('opening.patientStopped'));
      };
      if (source.kind === 'patient') {
        const { request } = source;
        return { source: patientRevived(request, wanted.view, onError), clip: null };
      }
      const phantom = revivedSource({
        open: ({ index }, onBroke) => phantomSource(source.request, { startIndex: index, onError: onBroke }),
        onError,
        onRevived: revivedTell,
      });
      return { source: phantom, clip: null };
    },
  };
}
