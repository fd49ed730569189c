import { CodedError } from '../../../domain/errors/coded-error.ts';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { CaptureCalibration } from '../../../domain/frame/capture-calibration.ts';
import type { Sector } from '../../../domain/geometry/sector.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { LiveState } from '../../../ports/frame-source.ts';
import { type Cine, type CineEvent, cineStep, cineTo } from '../../player/machine/cine.ts';
import type {
  CaptureDevice,
  CaptureLook,
  CaptureOpened,
  CaptureSize,
  CaptureWish,
  ClipWanted,
} from './capture-effects.ts';

/** On which side of the image the probe's marked side is seen; `unknown` leaves the image as it is. */
export type MarkedSide = 'left' | 'right' | 'unknown';

/** A fault that stops the device, with the fact that is told of it. */
export interface CaptureFault {
  readonly code: string;
  readonly fact: MessageFact;
}

/** `clip` is the id of the one that was kept. */
export type CaptureNotice =
  | { readonly kind: 'done'; readonly fact: MessageFact; readonly clip: string }
  | { readonly kind: 'failed'; readonly fact: MessageFact };

export interface CaptureContext {
  readonly wish: CaptureWish;
  readonly devices: readonly CaptureDevice[];
  /** The device that runs. */
  readonly label: string;
  readonly deviceId: string | null;
  readonly size: CaptureSize | null;
  readonly look: CaptureLook | null;
  /** The outline that is being set up. */
  readonly outline: Sector | null;
  readonly calibration: CaptureCalibration | null;
  readonly live: LiveState | null;
  /** The image that stands still, among those that are held; null while they run. */
  readonly cine: Cine | null;
  /** Share of the clip that is written, 0-1. */
  readonly keptShare: number;
  readonly fault: CaptureFault | null;
  /** A deed that was done or failed; the image goes on. */
  readonly notice: CaptureNotice | null;
}

export type CaptureEvent =
  /** Switches a device on; the browser may ask for permission. */
  | { readonly type: 'capture.begin' }
  | { readonly type: 'capture.stop' }
  | { readonly type: 'device.pick'; readonly deviceId: string }
  | { readonly type: 'size.pick'; readonly size: CaptureSize | null }
  /** The picture is the right one: look for the ultrasound image in it. */
  | { readonly type: 'picture.use' }
  | { readonly type: 'side.tell'; readonly side: MarkedSide }
  /** Back to choosing a device, or to setting up the one that runs. */
  | { readonly type: 'setup.again' }
  | { readonly type: 'image.freeze' }
  | CineEvent
  | { readonly type: 'image.play' }
  | ({ readonly type: 'clip.keep' } & ClipWanted)
  | { readonly type: 'clip.cancel' }
  | { readonly type: 'fault.retry' }
  | { readonly type: 'device.gone' }
  | { readonly type: 'live.changed'; readonly live: LiveState }
  | { readonly type: 'clip.progress'; readonly share: number };

export type CaptureChange = Partial<CaptureContext>;

export const GONE: CaptureFault = {
  code: 'lost',
  fact: { code: 'liveLost' },
};

export const CAPTURE_BEGUN: CaptureContext = {
  wish: { deviceId: null, size: null },
  devices: [],
  label: '',
  deviceId: null,
  size: null,
  look: null,
  outline: null,
  calibration: null,
  live: null,
  cine: null,
  keptShare: 0,
  fault: null,
  notice: null,
};

/** The calibration that was kept of a device; null where there is none of the size that its pictures have now. */
export function calibrationFitting({ size, calibration }: CaptureOpened): CaptureCalibration | null {
  const fits = calibration?.width === size.width && calibration.height === size.height;
  return fits ? calibration : null;
}

/** A device runs. */
export function deviceTake(opened: CaptureOpened, { wish }: Pick<CaptureContext, 'wish'>): CaptureChange {
  const { devices, label, deviceId, size } = opened;
  return {
    ...imagesNone(),
    wish: { ...wish, deviceId },
    devices,
    label,
    deviceId,
    size,
    calibration: calibrationFitting(opened),
    fault: null,
  };
}

/** The outline that was set up, with the answer about the probe's marked side. */
export function calibrationMake({ outline, size }: CaptureContext, side: MarkedSide): CaptureCalibration {
  if (outline === null || size === null) throw new Error('There is no outline.');
  return { ...size, sector: outline, isMirrored: side === 'right' };
}

export function imagesNone(): CaptureChange {
  return { live: null, cine: null, keptShare: 0 };
}

/** Faults after which no image of this device will come again. */
export function liveIsOver(live: LiveState | null): boolean {
  return live?.signal === 'lost' || live?.signal === 'resized';
}

export function faultOf(error: unknown, otherwise: MessageFact): CaptureFault {
  const code = error instanceof CodedError ? error.code : 'failed';
  return { code, fact: errorFact(error, otherwise) };
}

/** The image that an event asks for, within what is held; null for the one shown last. */
export function indexAsked({ cine }: CaptureContext, event: CaptureEvent): number | null {
  if (cine === null) return null;
  if (event.type === 'cine.step') return cineStep(cine, event.by).index;
  return event.type === 'cine.to' ? cineTo(cine, event.index).index : cine.index;
}

/** The same device once more, or any where that one is not there. */
export function wishAgain({ wish, fault }: CaptureContext): CaptureChange {
  const isGone = fault?.code === 'camera-size' || fault?.code === 'camera-none';
  return { wish: isGone ? CAPTURE_BEGUN.wish : wish };
}
