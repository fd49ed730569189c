/**
 * Converts annotations: `npm run annotations -- IN --to FORMAT --out PATH [--clip FILE] [--label NAME=FINDING]...`.
 *
 * IN is a file of SlicerUltrasound, CVAT (JSON or XML), COCO or CSV, or a folder of PNG masks. How labels are taken up,
 * what was assumed and what is lost is printed first; with `--dry-run` nothing is written. What goes wrong is one
 * sentence on stderr, and then nothing is written either.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateSync } from 'node:zlib';
import { type Annotation, shapesOf } from '../domain/annotation/annotation.ts';
import { annotationClamp, annotationFits, annotationInside } from '../domain/annotation/clip-fit.ts';
import { type LabelChoices, labelsApply, labelUses } from '../domain/annotation/label-map.ts';
import { annotationLosses, WRITTEN_FORMATS, type WrittenFormat } from '../domain/annotation/loss.ts';
import { ANNOTATION_TEXT_WRITE } from '../formats/annotation/annotation-file.ts';
import { dicomSrWrite } from '../formats/dicom-sr/dicom-sr-write.ts';
import { type NamedBytes, pngMasksWrite } from '../formats/png-mask/png-mask-write.ts';
import { messageSentence } from '../ui/sentences/message-sentence.ts';
import { annotationsRead } from './annotations/annotations-read.ts';
import { clipFactsRead } from './annotations/clip-facts.ts';
import { labelChoicesRead } from './annotations/label-choices.ts';
import { CommandError, choiceRead, commandStart, requiredRead } from './shared/command.ts';

const OUTSIDE = ['refuse', 'clamp', 'keep'] as const;

const USAGE =
  'Name one file or folder of annotations: npm run annotations -- IN --to FORMAT --out PATH [--clip FILE] [--label NAME=FINDING].';

async function convert(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      out: { type: 'string' },
      clip: { type: 'string' },
      size: { type: 'string' },
      'mm-per-px': { type: 'string' },
      label: { type: 'string', multiple: true, default: [] },
      outside: { type: 'string', default: 'refuse' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new CommandError('no-files', USAGE);
  const to = choiceRead(requiredRead(values.to, 'to', WRITTEN_FORMATS.join(', ')), 'to', WRITTEN_FORMATS);
  const outside = choiceRead(values.outside, 'outside', OUTSIDE);
  const choices = labelChoicesRead(values.label);
  const clip = await clipFactsRead(values.clip, values.size, values['mm-per-px']);
  const { annotation, notes } = await annotationsRead(path, clip);
  annotationFits(annotation, clip);
  factsPrint(annotation);
  labelsPrint(annotation, choices);
  for (const note of notes) console.log(messageSentence(note));
  const mapped = outsideSettle(labelsApply(annotation, choices), outside);
  for (const loss of annotationLosses(mapped, to)) console.log(`${to}: ${messageSentence(loss)}`);
  const files = annotationWrite(mapped, to, new Date());
  if (values['dry-run']) return;
  const out = requiredRead(values.out, 'out', 'the file to write, or the folder for masks');
  for (const { name, bytes } of files) {
    const file = name === '' ? out : join(out, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  console.log(`Written to ${out}${files.length > 1 ? ` (${files.length} files)` : ''}.`);
}

function factsPrint(annotation: Annotation): void {
  const { size, frames, spacing } = annotation;
  const pixel = spacing === null ? 'of unknown size' : `of ${spacing.x} x ${spacing.y} mm`;
  console.log(
    `Shapes: ${shapesOf(annotation).length}. Images that have some: ${frames.length}, of ${size.width} x ${size.height} pixels ${pixel}.`,
  );
}

function labelsPrint(annotation: Annotation, choices: LabelChoices): void {
  for (const { label, shapes, proposal } of labelUses(annotation)) {
    const choice = Object.hasOwn(choices, label) ? choices[label] : proposal;
    console.log(`  "${label}" (shapes: ${shapes}) -> ${choice ?? 'unknown: say with --label'}`);
  }
}

function outsideSettle(annotation: Annotation, outside: (typeof OUTSIDE)[number]): Annotation {
  if (outside === 'clamp') return annotationClamp(annotation);
  if (outside === 'refuse') annotationInside(annotation);
  return annotation;
}

/** One file without a name, or several. */
function annotationWrite(annotation: Annotation, to: WrittenFormat, now: Date): readonly NamedBytes[] {
  if (to === 'masks') return pngMasksWrite(annotation, (bytes) => deflateSync(bytes));
  if (to !== 'dicom-sr') return [{ name: '', bytes: ANNOTATION_TEXT_WRITE[to](annotation) }];
  const [date, time] = now.toISOString().replace(/[-:]/g, '').split(/[T.]/) as [string, string];
  return [{ name: '', bytes: dicomSrWrite(annotation, { date, time }) }];
}

await commandStart(() => convert(process.argv.slice(2)));
