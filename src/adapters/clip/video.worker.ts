import type { VideoSample } from 'mediabunny';
import { InputError } from '../../formats/files/input-error.ts';
import { videoDamaged } from './video-damaged.ts';
import { type VideoDecoding, videoDecoding } from './video-decode.ts';
import type { FromVideoWorker, ToVideoWorker } from './video-messages.ts';
import type { VideoTimes } from './video-times.ts';
import { videoDecoderCheck, videoFileOpen, videoTimes, videoWhole } from './video-track.ts';

let decoding: VideoDecoding | null = null;

const post = (message: FromVideoWorker, transfer: readonly Transferable[] = []): void =>
  self.postMessage(message, { transfer: [...transfer] });

async function fileOpen({
  file,
  kind,
  times,
}: Extract<ToVideoWorker, { type: 'open' }>): Promise<VideoTimes> {
  const whole = await videoWhole(kind, file);
  const { track } = await videoFileOpen(whole);
  if (times === null) await videoDecoderCheck(track);
  const known = times ?? (await videoTimes(track, kind, whole, () => post({ type: 'alive' })));
  decoding = videoDecoding(track, known, pictureGive);
  return known;
}

/** Handed over as it was decoded; one that was filmed on its side or mirrored is drawn upright first. */
function pictureGive(index: number, sample: VideoSample): void {
  const { displayWidth: width, displayHeight: height, rotation, flip } = sample;
  if (rotation === 0 && !flip) {
    const picture = sample.toVideoFrame();
    post({ type: 'picture', index, picture }, [picture]);
    return;
  }
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw videoDamaged();
  sample.draw(context, 0, 0, width, height);
  const picture = canvas.transferToImageBitmap();
  post({ type: 'picture', index, picture }, [picture]);
}

async function answer(message: ToVideoWorker): Promise<FromVideoWorker> {
  try {
    if (message.type === 'open') return { type: 'opened', times: await fileOpen(message) };
    await decoding?.reach(message.index);
    return { type: 'reached' };
  } catch (error) {
    const { code, fact } = error instanceof InputError ? error : videoDamaged();
    return { type: 'failed', code, fact };
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<ToVideoWorker>) => post(await answer(data)));
