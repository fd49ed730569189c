import type { CaptureCalibration } from '../../../domain/frame/capture-calibration.ts';
import { CameraError } from '../shared/camera-error.ts';
import { type CameraWish, cameraKey, cameraStream } from './camera-devices.ts';
import { type CameraSource, cameraSource } from './camera-source.ts';
import { type PictureLook, pictureLook } from './picture-look.ts';

/** A device that gives pictures gives its first within this time, ms. */
const FIRST_PICTURE_MS = 8000;

/** A device that runs. Whole pictures are seen by the person at the page alone; only its sources' frames leave. */
export interface Camera {
  readonly deviceId: string;
  /** As the system calls it. */
  readonly label: string;
  /** Pixels of its pictures. */
  readonly width: number;
  readonly height: number;
  /** The key of its calibration; tells nothing of the device. */
  readonly key: string;
  /** Shows the whole picture, moving, in a video element of the page. */
  previewRun(video: HTMLVideoElement): void;
  /** Draws the whole picture of this moment. */
  previewPaint(canvas: HTMLCanvasElement): void;
  /** Finds the ultrasound image, and says how light it is. */
  look(signal: { readonly aborted: boolean }): Promise<PictureLook>;
  /** The images within a calibration. Sources stay until they are closed, also when the device is. */
  source(calibration: CaptureCalibration): CameraSource;
  /** Tells when the device goes by itself; what it returns ends it. */
  onEnded(listener: () => void): () => void;
  /** Switches the device off. */
  close(): void;
}

/**
 * Starts a device; the browser asks for permission where it has to.
 * @throws CameraError
 */
export async function cameraOpen(wish: CameraWish): Promise<Camera> {
  const stream = await cameraStream(wish);
  const [track] = stream.getVideoTracks();
  const close = (): void => {
    for (const one of stream.getTracks()) one.stop();
  };
  if (track === undefined) throw silentError();
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  try {
    await firstPicture(video);
  } catch (error) {
    close();
    throw error;
  }
  const { videoWidth: width, videoHeight: height } = video;
  const deviceId = track.getSettings().deviceId ?? '';
  const key = await cameraKey(deviceId, width, height);
  return {
    deviceId,
    label: track.label,
    width,
    height,
    key,
    previewRun(shown) {
      shown.muted = true;
      shown.srcObject = stream;
      shown.play().catch(() => {
        // Taken away before it began: nobody looks at it any more.
      });
    },
    previewPaint(canvas) {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d')?.drawImage(video, 0, 0);
    },
    look: (signal) => pictureLook(video, () => signal.aborted),
    source: (calibration) => cameraSource({ track, video, calibration }),
    onEnded(listener) {
      track.addEventListener('ended', listener);
      return () => track.removeEventListener('ended', listener);
    },
    close() {
      close();
      video.srcObject = null;
    },
  };
}

/** Waits until a picture is there; a device that another program took gives none. */
async function firstPicture(video: HTMLVideoElement): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silentError()), FIRST_PICTURE_MS);
  });
  const shown = new Promise<void>((resolve) => video.addEventListener('loadeddata', () => resolve()));
  try {
    await Promise.race([Promise.all([video.play(), shown]), silence]);
  } finally {
    clearTimeout(timer);
  }
}

function silentError(): CameraError {
  return new CameraError('camera-busy', { code: 'cameraSilent' });
}
