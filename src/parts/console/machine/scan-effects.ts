import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import type { HeldImages, ProbeView, SourceFrame } from '../../../ports/frame-source.ts';

/**
 * What the console asks of the world. A promise that rejects leads to the state `failed`, where the error's message
 * is shown as it is: a sentence that says what to do.
 */
export interface ScanEffects {
  /** Makes a patient ready, after closing the one before. */
  patientOpen(
    input: { readonly request: PatientRequest; readonly view: ProbeView },
    signal: AbortSignal,
  ): Promise<void>;
  /** Runs the patient's images on the screen; what it returns stops that. */
  imagePlay(): () => void;
  /** Stops on the image that ran last, or on one that is still held; shows and gives it, with its truth. */
  imageFreeze(input: { readonly index: number | null }): Promise<SourceFrame>;
  imagesHeld(): Promise<HeldImages>;
  /** Where the next image is cut, and how it looks. */
  viewSet(view: ProbeView): void;
  /** Scan line of the M-mode that runs beside the image, -1 to 1; null stops it. */
  mModeSet(lateral: number | null): void;
  /** Closes the patient; called once, when the console is left. */
  patientClose(): void;
}
