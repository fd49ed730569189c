import { useEffect, useRef } from 'preact/hooks';
import type { PxPoint } from '../../domain/geometry/point.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { crossPath, pointerPlace } from '../../ui/picture-place.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { type OutlineActor, outlineGuess, outlineSector } from './machine/outline.ts';
import { POINTS } from './machine/outline-context.ts';
import { SCALE_MARKS } from './machine/outline-scale.ts';
import { OUTLINE_ACTIONS } from './outline-actions.ts';
import { sectorPath } from './sector-path.ts';

/** Arrow keys move the cross-hair by this share of the picture's width; with Shift ten times as far. */
const STEP = 1 / 200;
/** How near a point the pointer takes hold of it: half of a finger's target, CSS pixels. */
const REACH_CSS_PX = 22;
/** Sizes on the picture, as shares of its longer side. */
const POINT_SHARE = 1 / 90;

/** A picture of a recording or a camera, whole. */
export interface OutlinedPicture {
  /** Its pixels. */
  readonly width: number;
  readonly height: number;
  /** Draws it on a canvas, at full size. */
  previewPaint(canvas: HTMLCanvasElement): void;
}

/** A picture with the image's outline; three points are set and moved on it by pointer or keyboard. */
export function OutlinePicture({
  picture,
  name,
  outline,
}: {
  readonly picture: OutlinedPicture;
  /** Of the file, or of the device. */
  readonly name: string;
  readonly outline: OutlineActor;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const snapshot = useSnapshot(outline);
  const { points, cursor, isCursorShown, moved, scaling } = snapshot.context;
  const isByHand = snapshot.matches('byHand');
  const isPointed = isByHand || scaling !== null;
  const sector = outlineSector(snapshot);
  const guess = outlineGuess(snapshot);
  const size = POINT_SHARE * Math.max(picture.width, picture.height);
  useEffect(() => {
    if (canvas.current !== null) picture.previewPaint(canvas.current);
  }, [picture]);
  const marks = scaling?.marks.length ?? 0;
  useEffect(() => {
    if (marks > 0) announce(say('outline.markSet', { mark: marks, marks: SCALE_MARKS }));
  }, [marks]);
  useEffect(() => {
    if (isByHand && points.length > 0)
      announce(say('outline.pointSet', { point: points.length, points: POINTS }));
  }, [isByHand, points.length]);
  const onKey = (event: KeyboardEvent): void => {
    const scene = { place: 'image', areKeysOn: true, mode: 'outline' } as const;
    const does = actionFind(OUTLINE_ACTIONS, event, scene, { stepPx: STEP * picture.width });
    if (does === null) return;
    outline.send(does);
    event.preventDefault();
  };
  const onDown = (event: PointerEvent): void => {
    const place = pointerPlace(event);
    if (place === null) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    outline.send({ type: 'pointer.down', point: place.point, reachPx: REACH_CSS_PX * place.pxPerCssPx });
  };
  const onMove = (event: PointerEvent): void => {
    const place = pointerPlace(event);
    if (place !== null) outline.send({ type: 'pointer.move', point: place.point });
  };
  return (
    <div class="clip-picture">
      <canvas ref={canvas} role="img" aria-label={say('outline.pictureOf', { name })} />
      <svg
        id="outline-picture"
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="application"
        aria-label={say(isPointed ? 'outline.picturePointed' : 'outline.pictureOutlined')}
        data-testid="sector-picture"
        // In small letters: attributes of SVG know no others.
        tabindex={isPointed ? 0 : -1}
        onKeyDown={isPointed ? onKey : undefined}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={() => outline.send({ type: 'pointer.up' })}
        onPointerCancel={() => outline.send({ type: 'pointer.up' })}
      >
        <title>{say('outline.pictureTitle')}</title>
        {sector !== null && <path class="clip-outline" d={sectorPath(sector)} />}
        {guess !== null && <path class="clip-outline" data-guess d={sectorPath(guess)} />}
        {points.map(({ x, y }, place) => (
          <g key={place} class="clip-point" data-moved={moved === place}>
            <circle cx={x} cy={y} r={size} />
            <text x={x} y={y} font-size={1.5 * size} dy="0.36em">
              {place + 1}
            </text>
          </g>
        ))}
        {scaling?.marks.length === SCALE_MARKS && <path class="clip-scale" d={polylinePath(scaling.marks)} />}
        {scaling?.marks.map(({ x, y }, place) => (
          <path
            key={place}
            class="clip-scale"
            data-moved={scaling.moved === place}
            d={`M${x - size} ${y}h${2 * size}`}
          />
        ))}
        {isPointed && isCursorShown && <path class="clip-cursor" d={crossPath(cursor, 2 * size)} />}
      </svg>
    </div>
  );
}

function polylinePath(points: readonly PxPoint[]): string {
  return `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;
}
