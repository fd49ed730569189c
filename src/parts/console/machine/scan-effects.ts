import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import type { HeldImages, ProbeView, SourceFrame } from '../../../ports/frame-source.ts';

/**
 * The effects that the console needs. A promise that rejects leads to the state `failed`, where the fact of a CodedError
 * is shown.
 */
export interface ScanEffects {
  /** Makes a patient ready, after closing the one before. */
  patientOpen(
    input: { readonly request: PatientRequest; readonly view: ProbeView },
    signal: AbortSignal,
  ): Promise<void>;
  /** Runs the patient's images on the screen; the function returned stops them. */
  imagePlay(): () => void;
  /** Stops on the image that ran last, or on one that is still held; shows and gives it, with its truth. */
  imageFreeze(input: { readonly index: number | null }): Promise<SourceFrame>;
  imagesHeld(): Promise<HeldImages>;
  /** Sets the plane of the next image, and the scanner's controls for it. */
  viewSet(view: ProbeView): void;
  /** Scan line of the M-mode that runs beside the image, -1 to 1; null stops it. */
  mModeSet(lateral: number | null): void;
  /** Closes the patient; called once, when the console is left. */
  patientClose(): void;
}
