/**
 * Labels lung ultrasound pictures with the network:
 * `npm run segment -- FILE... [--out DIR] [--json] [--depth-mm MM] [--model DIR]`.
 *
 * Takes PNG, JPEG and PGM and finds the ultrasound image in them. With `--out` it writes, for every picture, its
 * mask (`NAME.mask.png`, values are class indices) and an overlay (`NAME.overlay.png`), both in the picture's own
 * raster. A file that cannot be used gets one sentence on stderr; the others are still done, and the exit code is 1.
 */
import { writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { segmentFrame } from '../adapters/segmenter/shared/segment.ts';
import type { Frame } from '../domain/frame/frame.ts';
import { maskPlace, sectorKeep } from '../domain/frame/mask-place.ts';
import type { SectorScale } from '../domain/geometry/sector-scale.ts';
import { maskObey } from '../domain/grading/key/anatomy-read.ts';
import { maskReport } from '../domain/grading/report.ts';
import { InputError } from '../formats/files/input-error.ts';
import { sectorFind } from '../sector/sector-find.ts';
import type { SectorFound } from '../sector/sector-found.ts';
import { MODELS_FOLDER, nodeNetworkOpen } from './node-network.ts';
import { type FileReport, fileReport, fileReportSay } from './segment/file-report.ts';
import { pictureFileRead, pictureRead } from './segment/picture-read.ts';
import { CommandError, commandStart, errorIsCoded, integerRead } from './shared/command.ts';
import { errorText } from './shared/error-text.ts';
import { folderMake } from './shared/folder.ts';
import { maskPng, pictureOfFrame, picturePng } from './shared/picture.ts';

type NetworkModel = Awaited<ReturnType<typeof nodeNetworkOpen>>['network'];

interface Order {
  readonly files: readonly string[];
  readonly folder: string | null;
  readonly isJson: boolean;
  readonly scale: SectorScale;
  readonly modelFolder: string;
}

function orderRead(args: readonly string[]): Order {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      'depth-mm': { type: 'string' },
      model: { type: 'string', default: MODELS_FOLDER },
    },
  });
  if (positionals.length === 0) {
    throw new CommandError(
      'no-files',
      'Name at least one picture: npm run segment -- FILE... [--out DIR] [--json].',
    );
  }
  const depth = values['depth-mm'];
  return {
    files: positionals,
    folder: values.out === undefined ? null : resolve(values.out),
    isJson: values.json,
    scale: depth === undefined ? {} : { depthMm: integerRead(depth, 'depth-mm', 10, 400) },
    modelFolder: resolve(values.model),
  };
}

/** Names of output files: the picture's own, with a number where two pictures share one. */
function namesChoose(files: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  return files.map((file) => {
    const name = basename(file, extname(file));
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

/** Opens a picture and finds the ultrasound image in it. */
async function frameOpen(
  file: string,
  scale: SectorScale,
): Promise<{ readonly frame: Frame; readonly found: SectorFound }> {
  const { width, height, grey } = pictureRead(await pictureFileRead(file));
  const found = sectorFind(grey, width, height, scale);
  if (found === null) {
    throw new InputError('sector-missing', {
      code: 'english',
      text: 'No ultrasound image is found in the picture; crop it to the image, or choose another.',
    });
  }
  return { frame: { width, height, grey, sector: found.sector, timeMs: 0 }, found };
}

async function fileSegment(
  network: NetworkModel,
  file: string,
  name: string,
  order: Order,
): Promise<{ readonly report: FileReport; readonly found: SectorFound }> {
  const { frame, found } = await frameOpen(file, order.scale);
  const { mask, confidence } = await segmentFrame(network, frame, true);
  if (order.folder !== null) {
    const placed = maskPlace(maskObey(mask), frame);
    writeFileSync(join(order.folder, `${name}.mask.png`), maskPng(placed));
    const overlay = picturePng(pictureOfFrame(sectorKeep(frame), placed));
    writeFileSync(join(order.folder, `${name}.overlay.png`), overlay);
  }
  return { report: fileReport(file, maskReport(mask, confidence)), found };
}

async function segment(order: Order): Promise<void> {
  if (order.folder !== null) folderMake(order.folder);
  const { network } = await nodeNetworkOpen(order.modelFolder);
  const names = namesChoose(order.files);
  const reports: FileReport[] = [];
  for (const [index, file] of order.files.entries()) {
    try {
      const { report, found } = await fileSegment(network, file, names[index]!, order);
      reports.push(report);
      if (!order.isJson) console.log(fileReportSay(report, found));
    } catch (error) {
      if (!errorIsCoded(error)) throw error;
      console.error(`${file}: ${errorText(error)}`);
      process.exitCode = 1;
    }
  }
  if (order.isJson) console.log(JSON.stringify({ files: reports }, null, 2));
}

await commandStart(() => segment(orderRead(process.argv.slice(2))));
