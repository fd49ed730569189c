import { segmenterCreate } from '../../../adapters/segmenter/client/segmenter.ts';
import type { ModelFiles } from '../../../network/model-files.ts';
import { networkCreate } from '../../../parts/network/network.ts';
import { type Viewer, viewerCreate } from '../../../parts/player/viewer.ts';
import type { SourceFrame } from '../../../ports/frame-source.ts';
import { scannerCreate } from '../../../scanner/scanner-phaser.ts';

/** CSS pixels of the screen that a source is measured on. */
const SCREEN_PX = 640;

/** The game's own viewer on a page of its own: the network's overlay is on. */
export interface OnScreen {
  readonly viewer: Viewer;
  /** Told when an image has been drawn: its milliseconds (`performance.now`). */
  onDrawn(listener: (shown: SourceFrame, atMs: number) => void): () => void;
  close(): void;
}

/** The scanner, the network and the viewer as the game has them, with the overlay running. */
export async function onScreen(model: ModelFiles): Promise<OnScreen> {
  const parent = document.createElement('div');
  Object.assign(parent.style, { width: `${SCREEN_PX}px`, height: `${SCREEN_PX}px` });
  document.body.append(parent);
  const memory = { get: () => null, set() {}, remove() {} };
  const segmenter = segmenterCreate({ model: async () => model, memory, backends: ['wasm'] });
  const network = networkCreate(async () => segmenter);
  const viewer = viewerCreate(network, { isStillLabelled: false });
  const scanner = await scannerCreate({ parent, isMotionReduced: true });
  viewer.scannerSet(scanner);
  await segmenter.load(() => {});
  network.start();
  viewer.overlaySet(true);
  return {
    viewer,
    onDrawn: (listener) =>
      viewer.shown.subscribe((shown) => {
        if (shown === null) return;
        // The scanner asked for the same repaint before, and has drawn when it is this one's turn.
        requestAnimationFrame(() => {
          if (viewer.shown.peek() === shown) listener(shown, performance.now());
        });
      }),
    close() {
      viewer.clear();
      viewer.scannerSet(null);
      scanner.destroy();
      segmenter.dispose();
      parent.remove();
    },
  };
}
