import type { Clip } from '../../adapters/clip/clip.ts';
import type { ClipChoice, ClipOffer } from '../../adapters/clip/clip-choice.ts';
import type { Opening } from '../../adapters/clip/clip-opening.ts';
import { frameCut } from '../../domain/frame/sector-crop.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { clipFilesOpen } from '../../parts/opening/clip-files.ts';
import { clipNameText } from '../../parts/opening/clip-text.ts';
import type { ClipBegun, Records } from '../../ports/records.ts';
import { say } from '../../ui/words/say.ts';
import type { LibraryEffects } from './machine/library.ts';
import {
  type ImportFiles,
  type ImportOpened,
  type ImportSeveral,
  scaleIsAssumed,
} from './machine/library-import.ts';

/** Files that make one clip, with their bytes. */
export interface FileGroup extends ImportFiles {
  readonly files: readonly File[];
}

/** One of several clips that lie in one file. */
export interface OfferedClip extends ImportFiles {
  readonly offer: ClipOffer;
}

/** Several clips in one file, to be chosen from. */
export interface ClipsToChoose extends ImportSeveral {
  readonly choice: ClipChoice;
  readonly clips: readonly OfferedClip[];
}

/** A recording that was opened for importing. */
export interface ClipToImport extends ImportOpened {
  readonly clip: Clip;
}

/** A picture by its name or by what the system says of it. */
const PICTURE = /\.(png|jpe?g)$/i;

/** Which files make one clip: all pictures together, every other file by itself. */
export function filesGroup(files: readonly File[]): readonly FileGroup[] {
  const isPicture = ({ type, name }: File): boolean =>
    type === 'image/png' || type === 'image/jpeg' || PICTURE.test(name);
  const pictures = files.filter(isPicture);
  const [first] = pictures;
  const alone = files
    .filter((file) => !isPicture(file))
    .map((file): FileGroup => ({ name: file.name, files: [file] }));
  if (first === undefined) return alone;
  const others = pictures.length - 1;
  const name = clipNameText({ name: first.name, others, size: null });
  return [...alone, { name, files: pictures }];
}

export function libraryEffects(records: () => Promise<Records>): LibraryEffects<ClipToImport> {
  return {
    clipsList: async () => (await records()).clipsList(),
    clipRename: async (id, name) => (await records()).clipRename(id, name),
    clipRemove: async (id) => (await records()).clipRemove(id),
    async filesOpen(files, onProgress, aborted) {
      const opening: Opening = { signal: aborted, onProgress };
      const group = files as FileGroup | OfferedClip;
      const clip = await ('offer' in group ? group.offer.open(opening) : clipFilesOpen(group.files, opening));
      if (clip.kind === 'several') {
        const clips = clip.clips.map((offer): OfferedClip => ({ name: clipNameText(offer.name), offer }));
        return { choice: clip, clips } satisfies ClipsToChoose;
      }
      const { found, width, height, known, timesMs } = clip;
      return {
        clip,
        outline: { found, width, height, ...(known !== null && { known }) },
        images: timesMs.length,
        close: () => clip.close(),
      };
    },
    clipStore: async ({ opened, sector, name, number }, onStored, aborted) =>
      clipStore(
        await records(),
        opened.clip.frames(sector),
        {
          name: name === '' ? say('library.import.nameUsual', { number }) : name,
          from: 'file',
          isScaleAssumed: scaleIsAssumed(opened.outline, sector),
          cut: frameCut(sector, opened.outline.width, opened.outline.height),
        },
        onStored,
        aborted,
      ),
  };
}

/** Writes frame by frame; whatever ends it early leaves nothing behind. */
async function clipStore(
  records: Records,
  frames: ReturnType<Clip['frames']>,
  begun: Pick<ClipBegun, 'name' | 'from' | 'isScaleAssumed' | 'cut'>,
  onStored: (images: number) => void,
  aborted: AbortSignal,
): Promise<void> {
  let writer: Awaited<ReturnType<Records['clipWrite']>> | null = null;
  let stored = 0;
  try {
    for await (const { width, height, sector, grey, timeMs } of frames) {
      if (aborted.aborted) break;
      writer ??= await records.clipWrite({ ...begun, width, height, sector });
      await writer.add(grey, timeMs);
      stored += 1;
      onStored(stored);
    }
    if (aborted.aborted) await writer?.abort();
    else if (writer === null) throw imagesMissing();
    else await writer.finish();
  } catch (error) {
    await writer?.abort().catch(() => {});
    throw error;
  }
}

function imagesMissing(): InputError {
  return new InputError('video-without-pictures', { code: 'fileWithoutImages' });
}
