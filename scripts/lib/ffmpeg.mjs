import { spawnSync } from 'node:child_process';
import { aptInstall } from './apt.mjs';

/** Whether ffmpeg and ffprobe are on the PATH. */
export function ffmpegIsThere() {
  return ['ffmpeg', 'ffprobe'].every(
    (tool) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).status === 0,
  );
}

/** Makes sure of ffmpeg and ffprobe on the PATH, installing Debian's where that may be done without asking. */
export function ffmpegEnsure() {
  if (ffmpegIsThere()) return;
  aptInstall('ffmpeg', 'FFmpeg');
  if (ffmpegIsThere()) return;
  throw new Error(
    'Videos are read with FFmpeg, which is not on the PATH: install it (https://ffmpeg.org) and start again.',
  );
}
