import { type ReadonlySignal, signal } from '@preact/signals';
import { createActor } from 'xstate';
import { CodedError } from '../../domain/errors/coded-error.ts';
import {
  type FiguresSample,
  figuresMeasure,
  figuresSmooth,
  type LiveFigures,
  samplesTake,
} from '../../domain/grading/live-figures.ts';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import type { FrameSource, ProbeView } from '../../ports/frame-source.ts';
import type { MModeTrace } from '../../scanner/m-mode-trace.ts';
import type { Network } from '../network/network.ts';
import { sourceSessionCreate } from '../player/source-session.ts';
import { type Viewer, viewerCreate } from '../player/viewer.ts';
import { type ScanActor, scanMachineCreate } from './machine/scan.ts';
import type { ScanInput } from './machine/scan-context.ts';

/** Opens a patient; `onBroken` is told when the simulation breaks down later. */
export type PatientOpen = (
  request: PatientRequest,
  view: ProbeView,
  onBroken: (error: Error) => void,
) => Promise<FrameSource>;

/** The console of one visit: its machine, its screen, and what runs beside the image. */
export interface ScanConsole {
  readonly actor: ScanActor;
  readonly viewer: Viewer;
  readonly trace: ReadonlySignal<MModeTrace | null>;
  /** B-line score and counts of the network's labels, over the last second; null while it labels nothing. */
  readonly figures: ReadonlySignal<LiveFigures | null>;
  close(): void;
}

/** Figures are smoothed over a second: more than these in it change nothing that can be read. */
const FIGURES_EVERY_MS = 150;

export function scanConsoleCreate(network: Network, patientOpen: PatientOpen, input: ScanInput): ScanConsole {
  const viewer = viewerCreate(network, { isStillLabelled: true });
  const figures = signal<LiveFigures | null>(null);
  const session = sourceSessionCreate(
    viewer,
    () => new CodedError('patient_missing', { code: 'patientMissing' }),
  );
  let mLine: number | null = null;
  let samples: readonly FiguresSample[] = [];

  const machine = scanMachineCreate({
    async patientOpen({ request, view }, aborted) {
      session.close();
      const next = await patientOpen(request, view, (error) => {
        if (session.source() === next) actor.send({ type: 'image.broken', error });
      });
      if (aborted.aborted) {
        next.close();
        return;
      }
      session.take(next);
    },
    imagePlay() {
      session.traceClear();
      session.mModeSet(mLine);
      return session.play();
    },
    imageFreeze: ({ index }) => session.freeze(index),
    imagesHeld: session.held,
    viewSet: session.viewSet,
    mModeSet(lateral) {
      if (lateral === mLine) return;
      mLine = lateral;
      session.traceClear();
      session.mModeSet(lateral);
    },
    patientClose: session.close,
  });
  const actor = createActor(machine, { input });

  const labelledStop = viewer.labelled.subscribe((mask) => {
    const timeMs = viewer.shown.peek()?.frame.timeMs ?? 0;
    if (mask === null) {
      samples = [];
      figures.value = null;
      return;
    }
    const last = samples.at(-1);
    if (last !== undefined && timeMs > last.timeMs && timeMs - last.timeMs < FIGURES_EVERY_MS) return;
    samples = samplesTake(viewer.isLive.peek() ? samples : [], { ...figuresMeasure(mask), timeMs });
    figures.value = figuresSmooth(samples);
  });

  actor.start();
  return {
    actor,
    viewer,
    trace: session.trace,
    figures,
    close() {
      labelledStop();
      actor.stop();
    },
  };
}
