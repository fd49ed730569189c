import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, encode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import networkJson from '../../../../models/network.json' with { type: 'json' };
import { clipAnswersCreate } from '../../../../src/adapters/segmenter/shared/clip-answers.ts';
import { segmentClipFrame } from '../../../../src/adapters/segmenter/shared/segment.ts';
import { nodeNetworkOpen } from '../../../../src/cli/node-network.ts';
import { sha256Hex } from '../../../../src/domain/digest/sha256.ts';
import type { Frame } from '../../../../src/domain/frame/frame.ts';
import { maskReport } from '../../../../src/domain/grading/report.ts';
import { frameRead } from '../../../../src/lab/clips/frame-read.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { networkSpecificationRead } from '../../../../src/network/network-specification.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { commandRun } from '../../../support/command-run.ts';
import { repetitions } from '../../../support/repetitions.ts';

const SHARED = fileURLToPath(new URL('../../../../../shared/lus/', import.meta.url));
const SIZE = 256;
const hasFfmpeg = ['ffmpeg', 'ffprobe'].every(
  (tool) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).status === 0,
);

const clipsEvaluate = (...args: readonly string[]) =>
  commandRun('src/lab/evaluate-clips.ts', [...args, '--no-cache']);

/** A video of 12 images of a simulated exam. Motion JPEG is in every FFmpeg. */
function clipMake(path: string, seed: number): void {
  const phantom = phantomOpen({ seed, split: 'game', probe: 'convex' });
  const images = Array.from({ length: 12 }, (_, index) => phantomFrame(phantom, index, SIZE).frame.grey);
  const made = spawnSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${SIZE}x${SIZE}`, '-r', '25'],
      ...['-i', '-', '-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj420p', path],
    ],
    { input: Buffer.concat(images) },
  );
  if (made.status !== 0) throw new Error(made.stderr.toString());
}

test('an image is read as the worker reads one of a clip, and the shares of all classes sum to 1', async () => {
  const { network } = await nodeNetworkOpen();
  const phantom = phantomOpen({ seed: 8, split: 'game' });
  const [before, frame, after] = [2, 3, 4].map((image) => phantomFrame(phantom, image, 512).frame) as [
    Frame,
    Frame,
    Frame,
  ];
  const beside = { before, after };
  const { mask, facts } = await frameRead(clipAnswersCreate(network), frame, beside);
  const segmented = await segmentClipFrame(network, clipAnswersCreate(network), frame, beside, true);
  network.dispose();
  expect(mask).toEqual(segmented.mask);
  expect(facts).toEqual(segmented.facts);
  const { shares } = facts;
  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 6);
  expect(maskReport(mask, segmented.confidence).classes.pleural_line.confidence).toBeGreaterThan(0.3);
  expect(shares[2]).toBeGreaterThan(0.001);
});

describe('npm run evaluate:clips', () => {
  let folder = '';
  let model = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'batsign-recordings-'));
    model = mkdtempSync(join(tmpdir(), 'batsign-model-'));
    const { manifest, weights } = await modelRandom(networkSpecificationRead(networkJson), 3);
    writeFileSync(join(model, 'network.json'), JSON.stringify(networkJson));
    // The first weight of the first layer is made a NaN; the checksum is right.
    const damaged = weights.slice();
    new DataView(damaged.buffer).setUint16(0, 0x7e00, true);
    writeFileSync(join(model, 'batsign-unet.bin'), damaged);
    const altered = { ...(manifest as object), sha256: sha256Hex(damaged) };
    writeFileSync(join(model, 'batsign-unet.json'), JSON.stringify(altered));

    const { frame, truth } = phantomFrame(phantomOpen({ seed: 4, split: 'game', probe: 'convex' }), 0, SIZE);
    const picture = { width: SIZE, height: SIZE, channels: 1 } as const;
    mkdirSync(join(folder, 'stills'));
    writeFileSync(join(folder, 'stills/still.png'), encode({ ...picture, data: frame.grey }));
    writeFileSync(join(folder, 'stills/truth.png'), encode({ ...picture, data: truth.mask.classes }));
    writeFileSync(join(folder, 'broken.mp4'), 'no video at all');
    writeFileSync(join(folder, 'huge.pgm'), 'P5 5000 400 255 ');
    if (hasFfmpeg) for (const seed of [11, 12, 13]) clipMake(join(folder, `clip-${seed}.avi`), seed);
    const clip = (file: string, patient: number, severity: number, aLines: boolean, bLines: boolean) => ({
      file,
      kind: 'video',
      probe: 'convex',
      patient,
      labels: { severity, a_lines: aLines, b_lines: bLines },
    });
    const index = [
      clip('clip-11.avi', 1, 0, true, false),
      clip('missing.mp4', 1, 0, true, false),
      clip('clip-12.avi', 2, 3, false, true),
      clip('broken.mp4', 2, 3, false, true),
      clip('clip-13.avi', 3, 1, true, false),
      {
        file: 'stills/still.png',
        kind: 'frame',
        mask: 'stills/truth.png',
        mask_values: { 2: 'pleural_line', 3: 'a_line' },
      },
      { file: 'what.mp4', kind: 'hologram' },
      { file: 'huge.pgm', kind: 'frame' },
      { file: 'stills/still.png', kind: 'frame', mask: 'stills/gone.png', mask_values: { 2: 'rib' } },
    ];
    writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(model, { recursive: true, force: true });
  });

  test.skipIf(!hasFfmpeg)('measures what can be read, and names what cannot', async () => {
    const out = join(folder, 'out');
    const ended = await clipsEvaluate(
      ...[folder, '--json', '--frames-per-video', '2', '--out', out, '--sheet'],
    );
    expect(ended.code).toBe(1);
    const file = (name: string) => join(folder, name).replaceAll('\\', '/');
    expect(ended.err).toContain(`${file('missing.mp4')}: There is no such file`);
    expect(ended.err).toContain(`${file('broken.mp4')}: It cannot be read as a video`);
    expect(ended.err).toContain('entry 6 (what.mp4) has a kind');
    expect(ended.err).toContain(`${file('huge.pgm')}: The picture is 5000 x 400 pixels`);
    expect(ended.err).toContain(
      `${file('stills/still.png')}: Its mask ${file('stills/gone.png')}: There is no such file`,
    );
    expect(ended.err.trim().split('\n').at(-1)).toBe(
      '5 of 9 recordings could not be read: what.mp4, missing.mp4, broken.mp4, huge.pgm, stills/still.png',
    );
    const figures = JSON.parse(ended.out);
    expect(Object.keys(figures)).toEqual([
      'videos',
      'auc_b_lines',
      'auc_b_lines_ci',
      'auc_a_lines',
      'auc_a_lines_ci',
      'rho_blas_severity',
      'auc_count_b_lines',
      'auc_count_b_lines_ci',
      'rho_count_severity',
      'count_seen',
      'pleura_found',
      'temporal_dice',
      'false_alarms',
      'frames',
      'unread',
    ]);
    const { unread } = figures as { readonly unread: readonly { file: string; why: string }[] };
    expect(unread.map((problem) => problem.file)).toEqual([
      ...['what.mp4', 'missing.mp4', 'broken.mp4', 'huge.pgm', 'stills/still.png'],
    ]);
    for (const { file: name, why } of unread) {
      expect(why).toContain(name);
      expect(ended.err.split('\n')).toContain(why);
    }
    expect(figures.videos).toBe(3);
    expect([0, 0.5, 1]).toContain(figures.auc_b_lines);
    expect([0, 0.5, 1]).toContain(figures.auc_a_lines);
    expect(figures.pleura_found).toBeGreaterThan(0.5);
    expect(figures.temporal_dice).toBeGreaterThan(0.5);
    expect(figures.frames.pleural_line).toBeGreaterThan(0.8);

    expect(readdirSync(out).sort()).toEqual(['recordings.json', 'sheet-01.png', 'sheet-01.txt']);
    const sheet = decode(readFileSync(join(out, 'sheet-01.png')));
    expect([sheet.width, sheet.height]).toEqual([4 * 260 + 4, 2 * 260 + 4]);
    const recordings = JSON.parse(readFileSync(join(out, 'recordings.json'), 'utf8'));
    expect(recordings.map(({ images }: { readonly images: number }) => images)).toEqual([4, 4, 4, 1]);
  });

  test('a table with a column for the folder, the rule, and false alarms of none', async () => {
    const ended = await clipsEvaluate(folder, '--only', 'stills/*');
    expect(ended.out).toMatch(/^\| Measure +\| +stills \|$/m);
    expect(ended.out).toMatch(/False alarms without lung +\| +0 of 0/);
    expect(ended.out).toContain('npm run readout');
    // The entry that no glob can name is still said to be wrong.
    expect(ended.err).toContain('what.mp4');
    expect(ended.code).toBe(1);
  });

  test('weights that are no numbers are named before anything is read', async () => {
    const ended = await clipsEvaluate(folder, '--model', model);
    expect(ended.code).toBe(2);
    expect(ended.out).toBe('');
    expect(ended.err).toContain(join(model, 'batsign-unet.bin'));
    expect(ended.err).toContain('holds values that are no numbers');
  });

  test('all unreadable is a table of nothing, and not a failure of the command', async () => {
    const ended = await clipsEvaluate(folder, '--only', 'huge*');
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/^\| Videos +\| +0 \|$/m);
    expect(ended.err).toContain('2 of 2 recordings could not be read: what.mp4, huge.pgm');
  });

  test('a folder that cannot be written is said before anything is read', async () => {
    const ended = await clipsEvaluate(folder, '--out', join(folder, 'broken.mp4'));
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toMatch(/^The folder .*broken\.mp4 cannot be made/);
  });

  test('wrong calls are one sentence', async () => {
    const calls = [
      [[], 'Name one folder'],
      [[join(folder, 'nowhere')], 'index names no recording'],
      [[folder, '--only', 'nothing/*'], 'names no recording that is asked for'],
      [[folder, '--sheet'], 'Give --out'],
      [[folder, '--frames-per-video', '0'], 'whole number from 1'],
    ] as const;
    for (const [args, sentence] of calls) {
      const ended = await clipsEvaluate(...args);
      expect(ended.err).toContain(sentence);
      expect(ended.code).toBe(2);
    }
  });

  test.skipIf(!existsSync(SHARED))('finds the pleural line on real frames with masks by hand', async () => {
    const ended = await clipsEvaluate(SHARED, '--only', 'frames/*', '--json');
    expect(ended.err).toBe('');
    expect(ended.code).toBe(0);
    const { videos, pleura_found: found, frames } = JSON.parse(ended.out);
    expect(videos).toBe(0);
    expect(found).toBeGreaterThan(0.8);
    expect(frames.pleural_line).toBeGreaterThan(0.6);
    expect(frames.a_line).toBeGreaterThan(0.2);
  });

  test.skipIf(!(existsSync(SHARED) && hasFfmpeg))('reads left-sided videos of a few patients', async () => {
    const videos = repetitions(3, 11);
    const files = videos === 3 ? 'blues/patient_3_L*' : 'blues/patient_?_L*';
    const only = ['--only', files, '--frames-per-video', '1', '--json'];
    const ended = await clipsEvaluate(SHARED, ...only);
    expect(ended.code).toBe(0);
    const figures = JSON.parse(ended.out);
    expect(figures.videos).toBe(videos);
    expect(figures.pleura_found).toBeGreaterThan(0.5);
    expect(figures.temporal_dice).toBeGreaterThan(0.5);
  });
});
