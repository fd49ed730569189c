import type { MeasuredDifficulty } from '../../domain/learning/measured-difficulty.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import type { ScenarioSource } from '../../domain/scenario/scenario.ts';
import type { ProbeView, SourceFrame } from '../../ports/frame-source.ts';
import type { PatientDrawn } from '../../ports/scenario-effects.ts';
import { imageDraw } from '../../simulator/exam/item/item-draw.ts';
import {
  type Phantom,
  type PhantomOpen,
  phantomBands,
  phantomFrame,
  phantomOpen,
} from '../../simulator/exam/phantom.ts';
import { patientItemDraw } from '../../simulator/patient/item/patient-item-draw.ts';
import { livePatientFrame, livePatientOpen } from '../../simulator/patient/live-patient.ts';

/** Side of the images, px, and the time between those of a patient, ms: as the game has them. */
const SIZE_PX = 512;
const PERIOD_MS = 32;

/** A patient's and an exam's images are a megabyte each; those of one play are asked for again by the next player. */
const SHOTS_KEPT = 24;

/** Exams take long to open: those that are not drawn anew are the same for every seed, those that are drawn are measured first. */
const PHANTOMS_KEPT = 6;

/** An image of a scenario as the simulator makes it; the same for all who play with one seed. */
export interface SimulatedImage {
  readonly isScanned: boolean;
  /** How hard it is, where it was drawn as an item. */
  readonly measured: MeasuredDifficulty | null;
  /** The exam that it comes from; null for a patient. */
  readonly request: PhantomRequest | null;
  /** The patient who was drawn as an item; null for any other, and for an exam. */
  readonly patient: PatientDrawn | null;
  /** Image `index` with its truth, as seen with `view`, which only a patient heeds. */
  shot(index: number, view: ProbeView): SourceFrame;
}

/**
 * Opens the source of an image. A learner's own clip or machine is stood in for by an exam.
 *
 * @param seed of the exam that stands in
 * @param phantomOf gives an exam that nothing else uses meanwhile
 * @throws CodedError `no_item` where no exam is as it is to be drawn
 */
export function simulatedImageOpen(
  source: ScenarioSource,
  seed: number,
  phantomOf: PhantomOpen,
): SimulatedImage {
  if (source.kind === 'patient') {
    const drawn = source.draw === undefined ? null : patientItemDraw(source.draw, source.request.seed);
    const patient = livePatientOpen(drawn?.request ?? source.request);
    return {
      isScanned: true,
      measured: drawn?.measured ?? null,
      request: null,
      patient: drawn,
      shot: remembered((index, view) => {
        const shot = { ...view, timeMs: index * PERIOD_MS };
        return { ...livePatientFrame(patient, shot, SIZE_PX), index, view };
      }),
    };
  }
  const { request, measured } = exam(source, seed, phantomOf);
  const phantom = phantomOf(request);
  return {
    isScanned: false,
    measured,
    request,
    patient: null,
    shot: remembered((index) => {
      const { frame, truth } = phantomFrame(phantom, index, SIZE_PX);
      return { frame, truth: { ...truth, bands: phantomBands(phantom, index, SIZE_PX) }, index };
    }),
  };
}

function exam(
  source: Exclude<ScenarioSource, { kind: 'patient' }>,
  seed: number,
  phantomOf: PhantomOpen,
): Pick<SimulatedImage, 'measured'> & { readonly request: PhantomRequest } {
  if (source.kind !== 'phantom') return { request: { seed, split: 'game' }, measured: null };
  if (source.draw === undefined) return { request: source.request, measured: null };
  return imageDraw(source.request, source.draw, undefined, undefined, phantomOf);
}

/** Keeps the last shots, so that who asks for one again gets the very same. */
function remembered(make: SimulatedImage['shot']): SimulatedImage['shot'] {
  const known = new Map<string, SourceFrame>();
  return (index, view) => latestOf(known, JSON.stringify([index, view]), SHOTS_KEPT, () => make(index, view));
}

/** Opens exams, and keeps the last ones open. */
export function phantomsKeep(): PhantomOpen {
  const known = new Map<string, Phantom>();
  return (request) => latestOf(known, JSON.stringify(request), PHANTOMS_KEPT, () => phantomOpen(request));
}

/** What is known by a name, or is made; of all that are known so many stay, those asked for last. */
function latestOf<Made>(known: Map<string, Made>, name: string, kept: number, make: () => Made): Made {
  const made = known.get(name) ?? make();
  known.delete(name);
  known.set(name, made);
  const oldest = known.keys().next().value;
  if (known.size > kept && oldest !== undefined) known.delete(oldest);
  return made;
}
