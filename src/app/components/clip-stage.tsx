import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Clip } from '../../adapters/clip/clip-open.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';
import { mmFromBeam, pxFromMm, type Sector } from '../../domain/geometry/sector.ts';
import { announce } from '../announcer.ts';
import type { ClipSetup } from '../clip-setup.ts';
import { Icon } from './icon.tsx';

/** What stands on the screen while the learner chooses a file and says where the image lies in it. */
export function ClipStage({ setup }: { readonly setup: ClipSetup }) {
  const clip = setup.clip.value;
  const isOver = useSignal(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to the file button's end
    <div
      class="clip-stage"
      data-over={isOver.value}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) setup.fileOpen(file);
      }}
    >
      {clip === null ? (
        <div class="clip-drop">
          <Icon name="file" size={40} />
          <p>{setup.isOpening.value ? 'Reading the file …' : 'Drop a video or picture here'}</p>
          <p class="small soft">MP4, MOV, WebM, PNG or JPEG. It stays in this page.</p>
        </div>
      ) : (
        <SectorPicture setup={setup} clip={clip} />
      )}
    </div>
  );
}

/** Arrow keys move the cross-hair by this share of the picture's width; with Shift ten times as far. */
const STEP = 1 / 200;

/** The first picture with the sector's outline; three points can be set on it by pointer or keyboard. */
function SectorPicture({ setup, clip }: { readonly setup: ClipSetup; readonly clip: Clip }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const cursor = useSignal<PxPoint | null>(null);
  const isByHand = setup.isByHand.value;
  const sector = setup.sector.value;
  const mark = Math.max(clip.width, clip.height) / 100;
  useEffect(() => {
    if (canvas.current !== null) clip.previewPaint(canvas.current);
  }, [clip]);
  const place = (point: PxPoint): void => {
    if (!isByHand || setup.clicks.value.length >= 3) return;
    setup.click(point);
    announce(`Point ${setup.clicks.value.length} of 3 is set.`);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = STEP * clip.width * (event.shiftKey ? 10 : 1);
    const at = cursor.value ?? { x: clip.width / 2, y: clip.height / 2 };
    const to = keyMove(event.key, at, step);
    if (to !== null) {
      cursor.value = { x: clamp(to.x, clip.width), y: clamp(to.y, clip.height) };
    } else if (event.key === 'Enter') place(at);
    else return;
    event.preventDefault();
  };
  return (
    <div class="clip-picture">
      <canvas ref={canvas} role="img" aria-label={`First picture of ${clip.file.name}`} />
      <svg
        viewBox={`0 0 ${clip.width} ${clip.height}`}
        role="application"
        aria-label={
          isByHand
            ? 'Picture. Arrow keys move the cross-hair, Enter sets a point.'
            : 'Picture with the outline of the ultrasound image'
        }
        data-testid="sector-picture"
        tabIndex={isByHand ? 0 : -1}
        onKeyDown={isByHand ? onKey : undefined}
        onPointerDown={(event) => {
          const point = pointOf(event);
          if (point !== null) place(point);
        }}
      >
        <title>Where the ultrasound image lies</title>
        {sector !== null && <path class="clip-outline" d={sectorPath(sector)} />}
        {setup.clicks.value.map((point, i) => (
          <circle key={`${i}-${point.x}`} class="clip-point" cx={point.x} cy={point.y} r={mark} />
        ))}
        {isByHand && cursor.value !== null && (
          <path
            class="clip-cursor"
            d={`M${cursor.value.x - 2 * mark} ${cursor.value.y}h${4 * mark}M${cursor.value.x} ${cursor.value.y - 2 * mark}v${4 * mark}`}
          />
        )}
      </svg>
    </div>
  );
}

function keyMove(key: string, { x, y }: PxPoint, step: number): PxPoint | null {
  switch (key) {
    case 'ArrowLeft':
      return { x: x - step, y };
    case 'ArrowRight':
      return { x: x + step, y };
    case 'ArrowUp':
      return { x, y: y - step };
    case 'ArrowDown':
      return { x, y: y + step };
    default:
      return null;
  }
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

/** Where in the picture a pointer is, in its pixels. */
function pointOf(event: PointerEvent): PxPoint | null {
  const svg = event.currentTarget;
  if (!(svg instanceof SVGSVGElement)) return null;
  const matrix = svg.getScreenCTM();
  if (matrix === null) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return { x, y };
}

/** Points along each arc: enough that it looks round. */
const ARC_POINTS = 32;

function sectorPath(sector: Sector): string {
  const laterals = Array.from({ length: ARC_POINTS + 1 }, (_, i) => (2 * i) / ARC_POINTS - 1);
  const at = (lateral: number, depthMm: number): string => {
    const { x, y } = pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm }));
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const face = laterals.map((lateral) => at(lateral, 0));
  const bottom = laterals.map((lateral) => at(-lateral, sector.depthMm));
  return `M${[...face, ...bottom].join('L')}Z`;
}
