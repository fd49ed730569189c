import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PxPoint } from '../../domain/geometry/point.ts';
import type { ScreenPanel } from '../../sector/b-mode-panel.ts';
import { type DepthScale, rulerTicks } from '../../sector/m-mode-scale.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { crossPath, pointerPlace } from '../../ui/picture-place.ts';
import { say } from '../../ui/words/say.ts';
import { OUTLINE_ACTIONS } from '../outline/outline-actions.ts';
import {
  caliperDrag,
  caliperPlace,
  caliperPress,
  caliperRelease,
  type StripCaliper,
} from './strip-caliper.ts';

/** Most steps of a ruler: their numbers stay apart on a phone, too. */
const DEPTH_STEPS = 8;
const TIME_STEPS = 6;
/** How near an end the pointer takes hold of it: half of a finger's target, CSS pixels. */
const REACH_CSS_PX = 22;
/** Arms of crosses, as a share of the strip's shorter side. */
const CROSS_SHARE = 1 / 40;
/** Arrow keys move the cross-hair by this share of the strip's width; with Shift ten times as far. */
const STEP = 1 / 200;

/** The strip's own pixels between a ruler of depth and one of time, and a caliper on them. */
export function StripView({
  picture,
  strip,
  depth,
  sPerPx,
  caliper,
  onCaliper,
}: {
  /** The whole picture, at full size. */
  readonly picture: HTMLCanvasElement;
  readonly strip: ScreenPanel;
  /** Null while it is unknown. */
  readonly depth: DepthScale | null;
  readonly sPerPx: number | null;
  readonly caliper: StripCaliper;
  readonly onCaliper: (caliper: StripCaliper) => void;
}) {
  const { left, top, width, height } = strip;
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Null while no key was pressed. */
  const cursor = useSignal<PxPoint | null>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, left, top, width, height, 0, 0, width, height);
  }, [picture, left, top, width, height]);
  const within = ({ x, y }: PxPoint): PxPoint => ({
    x: Math.min(left + width, Math.max(left, x)),
    y: Math.min(top + height, Math.max(top, y)),
  });
  const onKey = (event: KeyboardEvent): void => {
    const now = cursor.value ?? { x: left + width / 2, y: top + height / 2 };
    const scene = { place: 'image', areKeysOn: true, mode: 'strip' } as const;
    const does = actionFind(OUTLINE_ACTIONS, event, scene, { stepPx: STEP * width });
    if (does === null) return;
    if (does.type === 'cursor.move') cursor.value = within({ x: now.x + does.dxPx, y: now.y + does.dyPx });
    else {
      cursor.value = now;
      onCaliper(caliperPlace(caliper, now));
    }
    event.preventDefault();
  };
  const onDown = (event: PointerEvent): void => {
    const place = pointerPlace(event);
    if (place === null) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    cursor.value = null;
    onCaliper(caliperPress(caliper, within(place.point), REACH_CSS_PX * place.pxPerCssPx));
  };
  const onMove = (event: PointerEvent): void => {
    const place = caliper.held === null ? null : pointerPlace(event);
    if (place !== null) onCaliper(caliperDrag(caliper, within(place.point)));
  };
  const onUp = (): void => onCaliper(caliperRelease(caliper));
  const arm = CROSS_SHARE * Math.min(width, height);
  const [from, to = cursor.value] = caliper.ends;
  return (
    <figure class="m-mode-strip" style={{ '--aspect': width / height }} aria-label={say('mMode.strip.label')}>
      <Ruler
        kind="depth"
        ticks={
          depth === null
            ? []
            : rulerTicks(
                Math.max(0, (top - depth.zeroPx) * depth.mmPerPx),
                (top + height - depth.zeroPx) * depth.mmPerPx,
                DEPTH_STEPS,
              ).map((mm) => ({
                share: (depth.zeroPx + mm / depth.mmPerPx - top) / height,
                text: say('mMode.strip.tick', { value: mm }),
              }))
        }
        unit="mm"
      />
      <div class="m-mode-strip-picture">
        <canvas
          ref={canvas}
          width={width}
          height={height}
          role="img"
          aria-label={say('mMode.strip.picture')}
        />
        <svg
          viewBox={`${left} ${top} ${width} ${height}`}
          role="application"
          aria-label={say('mMode.strip.keys')}
          data-testid="m-mode-strip"
          // In small letters: attributes of SVG know no others.
          tabindex={0}
          onKeyDown={onKey}
          onPointerDown={onDown}
          onPointerMove={onMove}
          onPointerUp={onUp}
          onPointerCancel={onUp}
        >
          {from !== undefined && to !== null && (
            <path class="m-mode-caliper" data-line d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
          )}
          {caliper.ends.map((end, place) => (
            <path key={place} class="m-mode-caliper" d={crossPath(end, arm)} />
          ))}
          {cursor.value !== null && <path class="clip-cursor" d={crossPath(cursor.value, 2 * arm)} />}
        </svg>
      </div>
      <Ruler
        kind="time"
        ticks={
          sPerPx === null
            ? []
            : rulerTicks(0, width * sPerPx, TIME_STEPS).map((s) => ({
                share: s / (width * sPerPx),
                text: say('mMode.strip.tick', { value: s }),
              }))
        }
        unit="s"
      />
    </figure>
  );
}

interface Tick {
  /** Of the ruler's length. */
  readonly share: number;
  readonly text: string;
}

/** Round numbers along the strip; none while the scale is unknown. */
function Ruler({
  kind,
  ticks,
  unit,
}: {
  readonly kind: 'depth' | 'time';
  readonly ticks: readonly Tick[];
  readonly unit: string;
}) {
  return (
    <div class="m-mode-ruler" data-kind={kind} data-testid={`m-mode-ruler-${kind}`} aria-hidden="true">
      {ticks.map(({ share, text }) => (
        <span key={text} style={{ [kind === 'depth' ? 'top' : 'left']: `${100 * share}%` }}>
          {text}
        </span>
      ))}
      <em>{ticks.length === 0 ? '' : unit}</em>
    </div>
  );
}
