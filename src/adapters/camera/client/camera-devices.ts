import { CameraError } from '../shared/camera-error.ts';

/** A camera or capture card. */
export interface CameraDevice {
  readonly id: string;
  /** As the system calls it; empty before a camera was allowed. */
  readonly label: string;
}

/** What is wanted of a device; null takes whatever there is. */
export interface CameraWish {
  readonly deviceId: string | null;
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** The sizes that capture cards and cameras usually give, largest first. */
export const CAMERA_SIZES: readonly { readonly width: number; readonly height: number }[] = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 1024 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 800, height: 600 },
  { width: 720, height: 576 },
  { width: 640, height: 480 },
];

/** What the system lists, without those that it hides until a camera was allowed. */
export async function camerasList(): Promise<readonly CameraDevice[]> {
  const devices = await mediaDevices().enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/**
 * Asks for a device's pictures, and the person for permission.
 * @throws CameraError
 */
export async function cameraStream({ deviceId, size }: CameraWish): Promise<MediaStream> {
  const video: MediaTrackConstraints & { readonly resizeMode: ConstrainDOMString } = {
    ...(deviceId !== null && { deviceId: { exact: deviceId } }),
    ...(size === null
      ? { width: { ideal: 1280 } }
      : { width: { ideal: size.width }, height: { ideal: size.height } }),
    frameRate: { ideal: 30 },
    // As the device gives them: scaled pictures would not fit their calibration.
    resizeMode: 'none',
  };
  try {
    return await mediaDevices().getUserMedia({ video, audio: false });
  } catch (error) {
    throw streamError(error);
  }
}

/** Tells, without the device's own name, under what its calibration is kept: SHA-256 of its id, and its size. */
export async function cameraKey(deviceId: string, width: number, height: number): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`batsign camera ${deviceId}`));
  const hex = Array.from(new Uint8Array(hash, 0, 8), (byte) => byte.toString(16).padStart(2, '0'));
  return `${hex.join('')}-${width}x${height}`;
}

function mediaDevices(): MediaDevices {
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (mediaDevices?.getUserMedia !== undefined) return mediaDevices;
  throw new CameraError(
    'camera-unsupported',
    'This browser gives no camera to this page: open it over https or from this computer, in a current Chrome, Edge, Firefox or Safari.',
  );
}

/** The sentences for what getUserMedia refuses, by the names that the specification gives. */
function streamError(error: unknown): CameraError {
  if (error instanceof CameraError) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new CameraError(
        'camera-refused',
        "The browser may not use the camera: allow it by the camera sign in the address bar or in the system's privacy settings, then try again.",
        error,
      );
    case 'NotFoundError':
      return new CameraError(
        'camera-none',
        'No camera or capture card was found: plug it in, wait until the system knows it, then try again.',
        error,
      );
    case 'NotReadableError':
    case 'AbortError':
      return new CameraError(
        'camera-busy',
        'Another program uses this device: close it there (a meeting, a recorder, another tab), then try again.',
        error,
      );
    case 'OverconstrainedError':
      return new CameraError(
        'camera-size',
        'This device is not there any more or does not give pictures of this size: choose again.',
        error,
      );
    default:
      return new CameraError(
        'camera-failed',
        'The device could not be started: unplug it, plug it in again, then try again.',
        error,
      );
  }
}
