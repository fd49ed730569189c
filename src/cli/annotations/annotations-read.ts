import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { AnnotationRead, ClipFacts } from '../../domain/annotation/annotation.ts';
import { MOST_BYTES } from '../../domain/annotation/annotation-limits.ts';
import { annotationTextRead } from '../../formats/annotation/annotation-file.ts';
import { pngMasksRead } from '../../formats/png-mask/png-mask-read.ts';
import { MASKS_JSON } from '../../formats/png-mask/png-mask-schema.ts';
import { CommandError } from '../shared/command.ts';

/** The annotations in a file, or in the masks of a folder. @throws AnnotationError, CommandError */
export async function annotationsRead(path: string, clip: ClipFacts): Promise<AnnotationRead> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CommandError('no-file', `There is no ${path}; check its name.`);
  if (found.isDirectory()) return masksRead(path, clip);
  if (found.size > MOST_BYTES) {
    throw new CommandError('too-large', `${path} has more than ${MOST_BYTES / 1048576} MB; split it.`);
  }
  return annotationTextRead(await readFile(path, 'utf8'), basename(path), clip);
}

async function masksRead(folder: string, clip: ClipFacts): Promise<AnnotationRead> {
  const names = (await readdir(folder)).filter((name) => name === MASKS_JSON || /\.png$/i.test(name)).sort();
  if (names.length === 0) {
    throw new CommandError(
      'no-files',
      `There are no PNG masks in ${folder}; name another folder, or a file.`,
    );
  }
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(folder, name))) })),
  );
  return pngMasksRead(files, clip, (packed, most) => inflateSync(packed, { maxOutputLength: most }));
}
