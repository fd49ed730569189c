import type { BrightnessKind } from '../../../domain/frame/brightness.ts';
import type { CaptureCalibration } from '../../../domain/frame/capture-calibration.ts';
import type { HeldImages, LiveState } from '../../../ports/frame-source.ts';
import type { SectorFound } from '../../../sector/sector-found.ts';

/** A camera or capture card as the system lists it. */
export interface CaptureDevice {
  readonly id: string;
  /** Empty before a camera was allowed. */
  readonly label: string;
}

export interface CaptureSize {
  readonly width: number;
  readonly height: number;
}

/** The device and size that are wanted; null takes whatever there is. */
export interface CaptureWish {
  readonly deviceId: string | null;
  readonly size: CaptureSize | null;
}

/** A device that runs. */
export interface CaptureOpened {
  readonly devices: readonly CaptureDevice[];
  readonly deviceId: string;
  readonly label: string;
  /** Of its pictures. */
  readonly size: CaptureSize;
  /** How its pictures were read the last time; null where it was never set up at this size. */
  readonly calibration: CaptureCalibration | null;
}

/** The ultrasound image found in its picture at first sight, in pixels of the whole picture. */
export interface CaptureLook extends CaptureSize {
  readonly found: SectorFound | null;
  /** Millimetres per pixel by the depth scale beside the image; null where none was read. */
  readonly ticksMmPerPx: number | null;
  readonly brightness: BrightnessKind;
}

/** A clip that is to be kept: of all images that are held, or of the one on the screen. */
export interface ClipWanted {
  readonly name: string;
  readonly of: 'held' | 'shown';
}

/** An image that stands still on the screen. */
export interface ImageFrozen {
  readonly index: number;
  readonly held: HeldImages;
}

/**
 * The effects that the capture machine needs. A promise that rejects with an error that has a `code` gives its
 * sentence to the person.
 */
export interface CaptureEffects {
  /** Starts a device, after closing the one before it. */
  deviceOpen(wish: CaptureWish, signal: AbortSignal): Promise<CaptureOpened>;
  /** Switches the device off and lets go of the images that are held. */
  deviceClose(): void;
  /** Tells when the device goes while it is being set up. */
  deviceWatch(onGone: () => void): () => void;
  pictureLook(signal: AbortSignal): Promise<CaptureLook>;
  /** Keeps it for the device that runs; rejects where nothing can be kept. */
  calibrationSave(calibration: CaptureCalibration): Promise<void>;
  /** Makes the device's images ready in this calibration; tells their state until it is ended. */
  imagesOpen(calibration: CaptureCalibration, onState: (state: LiveState) => void): () => void;
  /** Runs the images on the screen; the function returned stops them. */
  imagesPlay(): () => void;
  /** Stops on an image and shows it: on the last one shown where `index` is null. Gives the images that are held. */
  imageFreeze(index: number | null): Promise<ImageFrozen>;
  /** Keeps images as a clip; `onProgress` gets shares 0-1. Gives the clip's id, null on abort. */
  clipKeep(
    wanted: ClipWanted,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<string | null>;
}
