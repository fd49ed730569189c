import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Frame } from '../../domain/frame/frame.ts';
import type { BriefingPicture } from '../../domain/scenario/scenario.ts';
import type { FrameSource } from '../../ports/frame-source.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { say } from '../../ui/words/say.ts';
import { type Services, useServices } from '../services.ts';
import { VIEW_START } from '../session/machine/scenario-context.ts';
import { PictureLabels } from './picture-labels.tsx';
import {
  framePart,
  type PictureLayout,
  type PictureRoom,
  type Pointer,
  pictureLayout,
} from './picture-layout.ts';

/** Room in a panel of usual width. */
const ROOM: PictureRoom = { width: 400, image: { width: 238, height: 300 }, columnX: 246, lineHeight: 26 };

/** Side of the image in pixels. */
const SIZE_PX = 448;

interface Drawn {
  readonly frame: Frame;
  readonly layout: PictureLayout;
}

async function sourceOpen(
  { phantomSource, patientSource }: Services,
  { source, pose }: BriefingPicture,
): Promise<FrameSource> {
  if (source.kind === 'phantom') return phantomSource(source.request, SIZE_PX);
  const view = { ...VIEW_START, pose: pose ?? VIEW_START.pose };
  return patientSource(source.request, view, (error) => console.warn(error));
}

/** A still simulated image with names on it, from what the simulator knows is there. Where it fails, nothing is shown. */
export function LabelledPicture({
  picture,
  pointers = [],
  onMade,
}: {
  readonly picture: BriefingPicture;
  readonly pointers?: readonly Pointer[];
  /** It was made, or could not be. */
  readonly onMade?: () => void;
}) {
  const services = useServices();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useSignal<Drawn | null>(null);
  const isFailed = useSignal(false);
  useEffect(() => {
    let isGone = false;
    sourceOpen(services, picture)
      .then(async (source) => {
        const frozen = isGone ? null : await source.freeze(picture.frameIndex);
        source.close();
        if (isGone || frozen?.truth == null) return;
        const { frame, truth } = frozen;
        drawn.value = { frame, layout: pictureLayout(frame, truth.mask, picture.labels, ROOM, pointers) };
      })
      .catch((error: unknown) => {
        console.warn(error);
        isFailed.value = true;
      })
      .finally(() => onMade?.());
    return () => {
      isGone = true;
    };
  }, [services, picture]);
  const shown = drawn.value;
  useEffect(() => {
    if (shown !== null && canvas.current !== null)
      framePaint(canvas.current, framePart(shown.frame, shown.layout.crop));
  }, [shown]);
  if (isFailed.value) return null;
  const names = (shown?.layout.labels ?? []).map(({ name }) => name);
  return (
    <figure class="labelled-picture">
      <div
        class="labelled-picture-drawing"
        role="img"
        aria-label={shown === null ? say('picture.making') : say('picture.shows', { names })}
        style={{ aspectRatio: `${ROOM.width} / ${shown?.layout.height ?? 180}` }}
      >
        {shown !== null && (
          <>
            <canvas ref={canvas} style={{ width: `${(100 * shown.layout.width) / ROOM.width}%` }} />
            <PictureLabels layout={shown.layout} />
          </>
        )}
      </div>
      <figcaption>{say('picture.caption')}</figcaption>
    </figure>
  );
}
