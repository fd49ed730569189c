import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import type { Frame, Truth } from '../../domain/frame/frame.ts';
import { type Crop, sectorCrop } from '../../domain/frame/sector-crop.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { pxFromMm } from '../../domain/geometry/sector.ts';
import type { BriefingPicture } from '../../domain/scenario/scenario.ts';
import type { FrameSource } from '../../ports/frame-source.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { say } from '../../ui/words/say.ts';
import { type Services, useServices } from '../services.ts';
import { VIEW_START } from '../session/machine/scenario-context.ts';
import { labelAnchor } from './label-anchor.ts';
import { labelsPlace } from './label-place.ts';

/** Units of the drawing: about a pixel each in a panel of usual width. */
const WIDTH = 400;
const IMAGE_MOST = { width: 238, height: 300 } as const;
/** The longest name fits behind it, also in the wider letters that stand in while the font is on its way. */
const COLUMN_X = 246;
const LINE_HEIGHT = 26;

/** Side of the image in pixels. */
const SIZE_PX = 448;

/** A name for what is no finding, and so not in the truth. */
export interface Pointer {
  readonly name: string;
  /** What it points at, mm of the image. */
  readonly at: MmPoint;
}

const POINTER_COLOUR = '#ffffff';

interface Label {
  /** In a sentence. */
  readonly name: string;
  /** On the image. */
  readonly short: string;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly textY: number;
}

interface Drawn {
  readonly frame: Frame;
  readonly crop: Crop;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly Label[];
}

async function sourceOpen(
  { phantomSource, patientSource }: Services,
  { source, pose }: BriefingPicture,
): Promise<FrameSource> {
  if (source.kind === 'phantom') return phantomSource(source.request, SIZE_PX);
  const view = { ...VIEW_START, pose: pose ?? VIEW_START.pose };
  return patientSource(source.request, view, (error) => console.warn(error));
}

/** Where everything goes: the image on the left, names on the right, as many as the truth has. */
function drawnOf(
  frame: Frame,
  truth: Truth,
  wanted: readonly MarkableFinding[],
  pointers: readonly Pointer[],
): Drawn {
  const crop = sectorCrop(frame.sector, frame.width, frame.height);
  const scale = Math.min(IMAGE_MOST.width / crop.width, IMAGE_MOST.height / crop.height);
  const height = crop.height * scale;
  const placed = (at: { readonly x: number; readonly y: number }) => ({
    x: (at.x - crop.left) * scale,
    y: (at.y - crop.top) * scale,
  });
  const found = [
    ...wanted.flatMap((finding) => {
      const at = labelAnchor(truth.mask, finding);
      if (at === null) return [];
      const { colour } = FINDING_LOOKS[finding];
      const name = say(`findings.${finding}.name`);
      return [{ name, short: say(`findings.${finding}.short`), colour, ...placed(at) }];
    }),
    ...pointers.map(({ name, at }) => ({
      name,
      short: name,
      colour: POINTER_COLOUR,
      ...placed(pxFromMm(frame.sector, at)),
    })),
  ];
  const heights = labelsPlace(found, {
    x: COLUMN_X,
    topY: LINE_HEIGHT / 2,
    bottomY: height - LINE_HEIGHT / 2,
    gap: LINE_HEIGHT,
  });
  const labels = found.map((label, i) => ({ ...label, textY: heights[i]! }));
  return { frame, crop, width: crop.width * scale, height, labels };
}

/** The part of a frame that is ultrasound image. */
function cropped({ grey, width }: Frame, crop: Crop) {
  const out = new Uint8Array(crop.width * crop.height);
  for (let row = 0; row < crop.height; row++) {
    const from = (crop.top + row) * width + crop.left;
    out.set(grey.subarray(from, from + crop.width), row * crop.width);
  }
  return { width: crop.width, height: crop.height, grey: out };
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
        drawn.value = drawnOf(frozen.frame, frozen.truth, picture.labels, pointers);
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
      framePaint(canvas.current, cropped(shown.frame, shown.crop));
  }, [shown]);
  if (isFailed.value) return null;
  const names = (shown?.labels ?? []).map(({ name }) => name);
  return (
    <figure class="labelled-picture">
      <div
        class="labelled-picture-drawing"
        role="img"
        aria-label={shown === null ? say('picture.making') : say('picture.shows', { names })}
        style={{ aspectRatio: `${WIDTH} / ${shown?.height ?? 180}` }}
      >
        {shown !== null && (
          <>
            <canvas ref={canvas} style={{ width: `${(100 * shown.width) / WIDTH}%` }} />
            <svg viewBox={`0 0 ${WIDTH} ${shown.height}`} aria-hidden="true">
              {shown.labels.map((label) => (
                <LabelDrawn key={label.short} {...label} />
              ))}
            </svg>
          </>
        )}
      </div>
      <figcaption>{say('picture.caption')}</figcaption>
    </figure>
  );
}

function LabelDrawn({ short, colour, x, y, textY }: Label) {
  const line = `M ${x} ${y} L ${COLUMN_X - 4} ${textY}`;
  return (
    <g>
      <path class="labelled-picture-halo" d={line} />
      <path class="labelled-picture-leader" d={line} stroke={colour} />
      <circle class="labelled-picture-dot" cx={x} cy={y} r="4" fill={colour} />
      <text x={COLUMN_X} y={textY} dominant-baseline="central">
        {short}
      </text>
    </g>
  );
}
