import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, QUALITY_HIGH } from 'mediabunny';
import { clipOpen } from '../../../adapters/clip/clip-open.ts';
import type { ModelFiles } from '../../../network/model-files.ts';
import { phantomImage, phantomOpen } from '../../../simulator/exam/phantom.ts';
import { onScreen } from './on-screen.ts';

/** Counts taken while a recorded clip ran with the overlay. */
export interface ClipPace {
  readonly spanMs: number;
  /** Masks that were shown, each of another image. */
  readonly overlays: number;
}

const SIZE = 512;
const IMAGES = 120;
/** Twice what ultrasound machines record, so that it is not the clip that sets the pace. */
const CLIP_FPS = 60;
const WARM_UP_MS = 2000;
const MEASURED_MS = 10_000;

/** An MP4 of the virtual phantom, encoded here. */
async function clipMake(): Promise<File> {
  const phantom = phantomOpen({ seed: 11, pattern: 'b_lines' });
  const canvas = new OffscreenCanvas(SIZE, SIZE);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to draw on.');
  const source = new CanvasSource(canvas, { codec: 'vp9', bitrate: QUALITY_HIGH });
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  output.addVideoTrack(source, { frameRate: CLIP_FPS });
  await output.start();
  const image = new ImageData(SIZE, SIZE);
  for (let index = 0; index < IMAGES; index++) {
    const { grey } = phantomImage(phantom, index, SIZE);
    for (const [at, level] of grey.entries()) image.data.set([level, level, level, 255], 4 * at);
    context.putImageData(image, 0, 0);
    await source.add(index / CLIP_FPS, 1 / CLIP_FPS);
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('The clip was not written.');
  return new File([target.buffer], 'phantom.mp4');
}

const noReader = () => Promise.reject(new Error('A video needs no other reader.'));

/** Opens and loops a clip of the virtual phantom in the sector that is found in it, with what the game ships. */
export async function clipPaceMeasure(model: ModelFiles): Promise<ClipPace> {
  const clip = await clipOpen([await clipMake()], { zip: noReader, dicom: noReader, gif: noReader });
  if (clip.kind === 'several') throw new Error('A video is one clip.');
  if (clip.found === null) throw new Error('No ultrasound image was found in the clip of the phantom.');
  const screen = await onScreen(model);
  const { viewer } = screen;
  const source = clip.source(clip.found.sector);
  viewer.play(source);
  await pause(WARM_UP_MS);
  const fromMs = performance.now();
  let overlays = 0;
  const stop = viewer.labelled.subscribe((mask) => {
    if (mask !== null) overlays += 1;
  });
  await pause(MEASURED_MS);
  const pace = { spanMs: performance.now() - fromMs, overlays };
  stop();
  source.close();
  screen.close();
  clip.close();
  return pace;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
