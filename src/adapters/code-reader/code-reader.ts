/** Watches a camera for QR codes. */
export interface CodeReader {
  /**
   * Shows the camera in a video and gives the text of each code that it sees, again and again; gives how it is stopped.
   *
   * @throws DOMException where the camera is refused or missing
   */
  watch(video: HTMLVideoElement, onText: (text: string) => void): Promise<() => void>;
}

/** The Barcode Detection API, which some browsers have. */
interface Detector {
  detect(image: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const FORMAT = 'qr_code';
/** Between two looks: often enough for a hand that holds a code, and little work. */
const LOOK_MS = 250;

/** Reads QR codes with a camera; null where the browser cannot. */
export async function codeReader(): Promise<CodeReader | null> {
  const known = (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (known === undefined || navigator.mediaDevices === undefined) return null;
  const formats = await known.getSupportedFormats().catch((): readonly string[] => []);
  if (!formats.includes(FORMAT)) return null;
  const detector = new known({ formats: [FORMAT] });
  return {
    async watch(video, onText) {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const stop = (): void => {
        clearInterval(timer);
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
      };
      const look = async (): Promise<void> => {
        if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
        for (const { rawValue } of await detector.detect(video)) onText(rawValue);
      };
      // A picture that cannot be looked at is followed by another one.
      const timer = setInterval(() => void look().catch(() => {}), LOOK_MS);
      video.srcObject = stream;
      try {
        await video.play();
      } catch (error) {
        stop();
        throw error;
      }
      return stop;
    },
  };
}
