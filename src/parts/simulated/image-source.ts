import type { FrameSource, ProbeView, SourceFrame } from '../../ports/frame-source.ts';
import type { SimulatedImage } from './simulated-image.ts';

/** A simulated image on which time stands still until another of its moments is asked for. */
export interface ImageSource extends FrameSource {
  /** The image at this moment, from where the probe is. */
  look(): SourceFrame;
}

/**
 * @param index the moment at which it stands at first
 * @param view where the probe stands at first
 */
export function imageSource(image: SimulatedImage, index: number, view: ProbeView): ImageSource {
  let now = index;
  let stand = view;
  const look = (): SourceFrame => image.shot(now, stand);
  return {
    kind: image.isScanned ? 'patient' : 'phantom',
    look,
    sectorAhead: null,
    seekable: null,
    live: null,
    steerable: image.isScanned
      ? {
          poseSet: (pose) => {
            stand = { ...stand, pose };
          },
          controlsSet: (controls) => {
            stand = { ...stand, controls };
          },
          mModeSet: () => {},
        }
      : null,
    play: () => {},
    freeze: async (asked = now) => {
      now = asked;
      return look();
    },
    held: async () => ({ first: now, timesMs: [] }),
    close: () => {},
  };
}
