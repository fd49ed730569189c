import { type ReadonlySignal, signal } from '@preact/signals';
import { imageDrawsCreate } from '../../adapters/phantom-worker/client/image-draws.ts';
import { phantomSource } from '../../adapters/phantom-worker/client/phantom-source.ts';
import { revivedSource } from '../../adapters/phantom-worker/client/revived-source.ts';
import type { ClipRecord } from '../../domain/clip/clip-record.ts';
import type { ClipUsed } from '../../domain/frame/clip-used.ts';
import type { MeasuredDifficulty } from '../../domain/learning/measured-difficulty.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import type { ScenarioSource } from '../../domain/scenario/scenario.ts';
import type { FrameSource, ProbeView } from '../../ports/frame-source.ts';
import type { Records } from '../../ports/records.ts';
import type { PatientDrawn } from '../../ports/scenario-effects.ts';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';
import type { CaptureService } from '../capture/capture-service.ts';
import { type ClipSetup, type ClipWanted, clipSetupCreate, type FileNames } from './clip-setup.ts';
import { patientRevived, revivedTell } from './patient-revived.ts';
import { storedClipOpen } from './stored-clip.ts';

export interface SourceOpened {
  readonly source: FrameSource;
  /** Recognises a learner's own file; null for every other source. */
  readonly clip: ClipUsed | null;
  /** How hard its image is, where it was drawn as an item. */
  readonly measured: MeasuredDifficulty | null;
  /** The patient who was drawn as an item; left out where none was. */
  readonly patient?: PatientDrawn;
  /** The exam that was drawn for it; absent where nothing had to be. */
  readonly drawn?: PhantomRequest;
  /** Of a clip that is kept. */
  readonly record?: ClipRecord;
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

type PhantomOfScenario = Extract<ScenarioSource, { kind: 'phantom' }>;
type PatientOfScenario = Extract<ScenarioSource, { kind: 'patient' }>;

export interface Sources {
  readonly open: SourceOpen;
  /** Looks for the exam or patient of an image that will be opened soon. */
  ahead(source: ScenarioSource): void;
  /** Set while the learner is asked for a file. */
  readonly clipSetup: ReadonlySignal<ClipSetup | null>;
  /** Forgets what files that were opened are called. */
  namesForget(): void;
}

export function sourcesCreate(
  records: () => Promise<Records>,
  capture: () => Promise<CaptureService>,
): Sources {
  const clipSetup = signal<ClipSetup | null>(null);
  const names: FileNames = new Map();

  const draws = imageDrawsCreate();
  const drawn = async (source: PhantomOfScenario, when: 'now' | 'ahead') =>
    source.draw === undefined
      ? { request: source.request, measured: null }
      : draws.draw({ kind: 'exam', request: source.request, draw: source.draw }, when);
  const patientDrawn = async (source: PatientOfScenario, when: 'now' | 'ahead') =>
    source.draw === undefined
      ? null
      : draws.draw({ kind: 'patient', seed: source.request.seed, wanted: source.draw }, when);

  const clipAsk = (wanted: ClipWanted, aborted: AbortSignal): Promise<SourceOpened> =>
    new Promise((resolve, reject) => {
      const setup = clipSetupCreate(wanted, names, (given) => {
        clipSetup.value = null;
        resolve({ ...given, measured: null });
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
    ahead(source) {
      // Whatever goes wrong is told when the image is opened.
      if (source.kind === 'phantom') drawn(source, 'ahead').catch(() => {});
      if (source.kind === 'patient') patientDrawn(source, 'ahead').catch(() => {});
    },
    async open(source, wanted, aborted, onBroken) {
      if (source.kind === 'clip') return clipAsk(wanted, aborted);
      if (source.kind === 'camera') {
        if (wanted.isWorkedOn) noticeShow('info', say('opening.machineOnce'));
        const scanner = await capture();
        aborted.throwIfAborted();
        return { source: await scanner.lend(aborted), clip: null, measured: null };
      }
      if (source.kind === 'stored') {
        const stored = await storedClipOpen(await records(), source.clipId, (error) => {
          onBroken();
          noticeError(error, say('opening.brokeOffAndOpens'));
        });
        return { source: stored.source, clip: null, measured: null, record: stored.record };
      }
      const onError = (error: Error): void => {
        onBroken();
        noticeError(error, say('opening.patientStopped'));
      };
      if (source.kind === 'patient') {
        const patient = await patientDrawn(source, 'now');
        if (patient === null) {
          const { request } = source;
          return { source: patientRevived(request, wanted.view, onError), clip: null, measured: null };
        }
        const { request, view, measured } = patient;
        const opened = patientRevived(request, view, onError);
        return { source: opened, clip: null, measured, patient: { request, view } };
      }
      const { request, measured } = await drawn(source, 'now');
      const phantom = revivedSource({
        open: ({ index }, onBroke) => phantomSource(request, { startIndex: index, onError: onBroke }),
        onError,
        onRevived: revivedTell,
      });
      return { source: phantom, clip: null, measured, drawn: request };
    },
  };
}
