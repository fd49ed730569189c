import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { CommandError } from './command.ts';

/** One decoded image of a recorded clip. */
export interface VideoFrame {
  /** Its place in the clip, from 0. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** Images per second as the file states; 25 for a picture. */
  readonly frameRateHz: number;
  /** Row-major luma 0-255 (full range), `width * height` of them. */
  readonly grey: Uint8Array;
}

interface Finished {
  readonly code: number;
  readonly said: string;
}

function toolStart(tool: 'ffmpeg' | 'ffprobe', args: readonly string[]): ChildProcess {
  return spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function toolFinish(tool: string, child: ChildProcess): Promise<Finished> {
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code: code ?? 1, said: toolSaid(said) };
  } catch {
    throw new CommandError('no-ffmpeg', `Reading videos needs ${tool}: install FFmpeg and try again.`);
  }
}

/** The first line that FFmpeg said, without the part and the address in memory that it came from. */
export function toolSaid(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.replace(/^(\[[^\]]* @ 0x[0-9a-f]+\] )+/, '');
}

function unreadable(path: string, why: string): CommandError {
  return new CommandError(
    'clip-unreadable',
    `${path} cannot be read as a video or picture${why === '' ? '' : ` (${why})`}.`,
  );
}

async function frameRate(path: string): Promise<number> {
  const probe = toolStart('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=r_frame_rate'],
    ...['-of', 'csv=p=0', path],
  ]);
  let text = '';
  probe.stdout!.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const { code, said } = await toolFinish('ffprobe', probe);
  const [count = Number.NaN, seconds = 1] = text.trim().split('/').map(Number);
  if (code !== 0 || Number.isNaN(count)) throw unreadable(path, said);
  return seconds > 0 && count > 0 ? count / seconds : 25;
}

interface Cut {
  readonly pictures: readonly Pick<VideoFrame, 'width' | 'height' | 'grey'>[];
  readonly rest: Buffer;
}

/** Cuts binary PGM pictures (the header of each gives its size) off the front of a stream. */
function pgmCut(stream: Buffer): Cut {
  const pictures: Pick<VideoFrame, 'width' | 'height' | 'grey'>[] = [];
  let rest = stream;
  for (;;) {
    const header = /^P5\s(\d+)\s(\d+)\s255\s/.exec(rest.toString('latin1', 0, 32));
    if (header === null) return { pictures, rest };
    const from = header[0].length;
    const width = Number(header[1]);
    const height = Number(header[2]);
    const end = from + width * height;
    if (rest.length < end) return { pictures, rest };
    pictures.push({ width, height, grey: Uint8Array.from(rest.subarray(from, end)) });
    rest = rest.subarray(end);
  }
}

/**
 * Decodes a video (or a picture) with FFmpeg, image after image, turned upright as players show it. The decoder
 * is ended when the caller stops early.
 *
 * @throws CommandError `clip-unreadable` naming the file, before the first image or where the file breaks off;
 *   `no-ffmpeg` where FFmpeg is not installed
 */
export async function* videoFrames(path: string): AsyncGenerator<VideoFrame, void> {
  if (!existsSync(path)) throw unreadable(path, 'there is no such file');
  const frameRateHz = await frameRate(path);
  const decoder = toolStart('ffmpeg', [
    ...['-v', 'error', '-nostdin', '-i', path, '-map', '0:v:0', '-fps_mode', 'passthrough'],
    ...['-vf', 'format=gray', '-c:v', 'pgm', '-f', 'image2pipe', '-'],
  ]);
  const finished = toolFinish('ffmpeg', decoder);
  // Awaited after the last image; a failure before that is no unhandled one.
  finished.catch(() => undefined);
  let rest: Buffer = Buffer.alloc(0);
  let index = 0;
  try {
    for await (const part of decoder.stdout!) {
      const cut = pgmCut(Buffer.concat([rest, part as Buffer]));
      rest = cut.rest;
      for (const picture of cut.pictures) {
        yield { index, frameRateHz, ...picture };
        index += 1;
      }
    }
    const { code, said } = await finished;
    if (code !== 0 || index === 0) throw unreadable(path, said);
  } finally {
    decoder.kill();
  }
}
