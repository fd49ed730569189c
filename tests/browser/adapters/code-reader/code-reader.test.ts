import { afterEach, expect, test, vi } from 'vitest';
import { codeReader } from '../../../../src/adapters/code-reader/code-reader.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A browser that sees this text in every picture. */
function detectorStub(text: string, formats: readonly string[] = ['qr_code']): void {
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = async () => formats;
      detect = async () => [{ rawValue: text }];
    },
  );
}

/** A camera that shows a canvas. */
function cameraStub(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
  const stream = canvas.captureStream(30);
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  return stream;
}

test('codes that the camera sees are told until it is stopped, which lets the camera go', async () => {
  detectorStub('BATSIGN-RESULT:x');
  const stream = cameraStub();
  const video = document.createElement('video');
  video.muted = true;
  const seen: string[] = [];
  const stop = await (await codeReader())!.watch(video, (text) => seen.push(text));
  await expect.poll(() => seen.length, { timeout: 60_000 }).toBeGreaterThan(1);
  expect(new Set(seen)).toEqual(new Set(['BATSIGN-RESULT:x']));
  stop();
  expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
  expect(video.srcObject).toBeNull();
});

test('a browser that reads no QR codes has no reader, and a camera that is refused is told', async () => {
  vi.stubGlobal('BarcodeDetector', undefined);
  expect(await codeReader()).toBeNull();
  detectorStub('x', ['ean_13']);
  expect(await codeReader()).toBeNull();
  detectorStub('x');
  const refused = new DOMException('no', 'NotAllowedError');
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refused);
  const reader = await codeReader();
  await expect(reader!.watch(document.createElement('video'), () => {})).rejects.toBe(refused);
});
