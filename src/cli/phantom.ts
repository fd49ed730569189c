/**
 * Draws the virtual phantom: `npm run phantom -- --seed S --frames N --out DIR`.
 *
 * Writes for every image its frame (grey PNG), its mask (palette PNG: values are class indices, colours the
 * classes'), its truth (JSON), and one contact sheet of all of them.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FINDINGS } from '../domain/findings/finding.ts';
import type { Frame, Mask, Truth } from '../domain/frame/frame.ts';
import { maskCounts } from '../domain/frame/mask.ts';
import {
  PHANTOM_DEVICES,
  PHANTOM_LOOKS,
  PHANTOM_PATTERNS,
  type PhantomRequest,
} from '../domain/scan/phantom-request.ts';
import { phantomFrame, phantomOpen } from '../simulator/exam/phantom.ts';
import { legendSay } from './shared/colour.ts';
import { choiceRead, commandStart, integerRead, requiredRead } from './shared/command.ts';
import { contactSheet } from './shared/contact-sheet.ts';
import { folderMake } from './shared/folder.ts';
import { greyPicturePng, maskPng, picturePng } from './shared/picture.ts';

const SEED_MOST = 2 ** 32 - 1;

interface Order {
  readonly requests: readonly PhantomRequest[];
  /** Images per exam, and how many images of the running exam lie between them. */
  readonly frames: number;
  readonly every: number;
  readonly size: number;
  readonly columns: number;
  readonly folder: string;
}

function orderRead(args: readonly string[]): Order {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      frames: { type: 'string', default: '4' },
      exams: { type: 'string', default: '1' },
      every: { type: 'string', default: '10' },
      out: { type: 'string' },
      pattern: { type: 'string' },
      probe: { type: 'string' },
      look: { type: 'string' },
      size: { type: 'string', default: '512' },
      split: { type: 'string', default: 'game' },
      device: { type: 'string', default: 'trainer' },
      columns: { type: 'string', default: '4' },
    },
  });
  const seed = integerRead(requiredRead(values.seed, 'seed', 'a whole number'), 'seed', 0, SEED_MOST);
  const exams = integerRead(values.exams, 'exams', 1, Math.min(10_000, SEED_MOST - seed + 1));
  const drawn = {
    split: choiceRead(values.split, 'split', ['train', 'test', 'game'] as const),
    device: choiceRead(values.device, 'device', PHANTOM_DEVICES),
    ...(values.pattern === undefined
      ? {}
      : { pattern: choiceRead(values.pattern, 'pattern', PHANTOM_PATTERNS) }),
    ...(values.look === undefined ? {} : { look: choiceRead(values.look, 'look', PHANTOM_LOOKS) }),
    ...(values.probe === undefined
      ? {}
      : { probe: choiceRead(values.probe, 'probe', ['convex', 'linear'] as const) }),
  };
  return {
    requests: Array.from({ length: exams }, (_, exam) => ({ ...drawn, seed: seed + exam })),
    frames: integerRead(values.frames, 'frames', 1, 10_000),
    every: integerRead(values.every, 'every', 1, 10_000),
    size: integerRead(values.size, 'size', 64, 2048),
    columns: integerRead(values.columns, 'columns', 1, 64),
    folder: resolve(requiredRead(values.out, 'out', 'the folder to write')),
  };
}

/** The truth without the mask's pixels, which are in their own file. */
function truthJson(seed: number, index: number, frame: Frame, truth: Truth): string {
  const { mask, ...rest } = truth;
  const counts = maskCounts(mask);
  const pixels = Object.fromEntries(FINDINGS.map((finding, value) => [finding, counts[value]]));
  return `${JSON.stringify({ seed, index, timeMs: frame.timeMs, sector: frame.sector, pixels, ...rest }, null, 1)}\n`;
}

function findingsSay(truth: Truth): string {
  const counts = maskCounts(truth.mask);
  const seen = FINDINGS.filter((finding, value) => finding !== 'background' && counts[value]! > 0);
  return `${seen.join(', ') || 'nothing visible'}; ${truth.aLines.length} A-lines, ${truth.bLines.length} B-lines`;
}

function phantomWrite(order: Order): void {
  const { folder, size, frames, every } = order;
  folderMake(folder);
  const shown: { frame: Frame; mask: Mask }[] = [];
  for (const request of order.requests) {
    const phantom = phantomOpen(request);
    for (let place = 0; place < frames; place++) {
      const index = place * every;
      const { frame, truth } = phantomFrame(phantom, index, size);
      const name = `seed-${request.seed}-frame-${String(index).padStart(4, '0')}`;
      writeFileSync(join(folder, `${name}.png`), greyPicturePng(frame.width, frame.height, frame.grey));
      writeFileSync(join(folder, `${name}-mask.png`), maskPng(truth.mask));
      writeFileSync(join(folder, `${name}.json`), truthJson(request.seed, index, frame, truth));
      console.log(
        `${name}: ${frame.sector.kind}, ${Math.round(frame.sector.depthMm)} mm; ${findingsSay(truth)}`,
      );
      shown.push({ frame, mask: truth.mask });
    }
  }
  writeFileSync(join(folder, 'contact-sheet.png'), picturePng(contactSheet(shown, order.columns)));
  console.log(`contact-sheet.png shows the frames and, under each row, their masks (${legendSay()})`);
  console.log(`wrote ${shown.length} frames to ${folder}`);
}

await commandStart(() => phantomWrite(orderRead(process.argv.slice(2))));
