import { CameraError } from '../shared/camera-error.ts';

/** A camera or capture card. */
export interface CameraDevice {
  readonly id: string;
  /** As the system calls it; empty before a camera was allowed. */
  readonly label: string;
}

/** The device and size wanted; null takes whatever there is. */
export interface CameraWish {
  readonly deviceId: string | null;
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** The cameras that the system lists, without those that it hides until a camera was allowed. */
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

/** The key of a device's calibration for one size. */
export async function cameraKey(deviceId: string, width: number, height: number): Promise<string> {
  return `${await cameraPrint(deviceId)}-${width}x${height}`;
}

/** Recognises a device without its name: the first bytes of the SHA-256 of its id. */
export async function cameraPrint(deviceId: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`batsign camera ${deviceId}`));
  const hex = Array.from(new Uint8Array(hash, 0, 8), (byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('');
}

function mediaDevices(): MediaDevices {
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (mediaDevices?.getUserMedia !== undefined) return mediaDevices;
  throw new CameraError('camera-unsupported', { code: 'cameraUnsupported' });
}

/** The errors of getUserMedia, by the names that the specification gives. */
function streamError(error: unknown): CameraError {
  if (error instanceof CameraError) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new CameraError('camera-refused', { code: 'cameraRefused' }, { cause: error });
    case 'NotFoundError':
      return new CameraError('camera-none', { code: 'cameraNone' }, { cause: error });
    case 'NotReadableError':
    case 'AbortError':
      return new CameraError('camera-busy', { code: 'cameraBusy' }, { cause: error });
    case 'OverconstrainedError':
      return new CameraError('camera-size', { code: 'cameraSize' }, { cause: error });
    default:
      return new CameraError('camera-failed', { code: 'cameraFailed' }, { cause: error });
  }
}
