import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { PxPoint } from '../../domain/geometry/point.ts';
import type { ScreenPanel } from '../../sector/b-mode-panel.ts';
import { STRIP_LEAST_PX, stripWithin } from '../../sector/m-mode-scale.ts';
import { Icon } from '../../ui/icon.tsx';
import { pointerPlace } from '../../ui/picture-place.ts';
import { say } from '../../ui/words/say.ts';

const SIDES = ['left', 'top', 'width', 'height'] as const;

/** The whole picture, on which a rectangle is drawn around the strip, or typed. */
export function StripPointing({
  picture,
  strip,
  onUse,
}: {
  /** Whole, at full size. */
  readonly picture: HTMLCanvasElement;
  /** Where it was so far; null where nowhere. */
  readonly strip: ScreenPanel | null;
  readonly onUse: (strip: ScreenPanel) => void;
}) {
  const { width, height } = picture;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useSignal<ScreenPanel | null>(strip);
  /** Where the pointer went down; null while it is up. */
  const corner = useSignal<PxPoint | null>(null);
  const id = useId();
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  const within = ({ x, y }: PxPoint): PxPoint => ({
    x: Math.round(Math.min(width, Math.max(0, x))),
    y: Math.round(Math.min(height, Math.max(0, y))),
  });
  const onDown = (event: PointerEvent): void => {
    const place = pointerPlace(event);
    if (place === null) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    corner.value = within(place.point);
  };
  const onMove = (event: PointerEvent): void => {
    const place = corner.value === null ? null : pointerPlace(event);
    if (corner.value !== null && place !== null) drawn.value = between(corner.value, within(place.point));
  };
  const onUp = (): void => {
    corner.value = null;
  };
  const usable = drawn.value && stripWithin(drawn.value, picture);
  const shown = drawn.value ?? { left: Number.NaN, top: Number.NaN, width: Number.NaN, height: Number.NaN };
  return (
    <form
      class="m-mode-pointing"
      onSubmit={(event) => {
        event.preventDefault();
        if (usable !== null) onUse(usable);
      }}
    >
      <p>{say('mMode.pointing.how')}</p>
      <div class="m-mode-whole" style={{ '--aspect': width / height }}>
        <canvas
          ref={canvas}
          width={width}
          height={height}
          role="img"
          aria-label={say('mMode.pointing.picture')}
        />
        <svg
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          data-testid="m-mode-pointing"
          onPointerDown={onDown}
          onPointerMove={onMove}
          onPointerUp={onUp}
          onPointerCancel={onUp}
        >
          {usable !== null && (
            <rect
              class="m-mode-rectangle"
              x={usable.left}
              y={usable.top}
              width={usable.width}
              height={usable.height}
            />
          )}
        </svg>
      </div>
      <fieldset class="m-mode-sides">
        <legend>{say('mMode.pointing.sides', { width, height })}</legend>
        {SIDES.map((side) => (
          <div key={side} class="field">
            <label for={`${id}-${side}`}>{say(`mMode.pointing.side.${side}`)}</label>
            <input
              id={`${id}-${side}`}
              type="number"
              inputMode="numeric"
              step={1}
              min={0}
              max={side === 'left' || side === 'width' ? width : height}
              value={Number.isNaN(shown[side]) ? '' : shown[side]}
              onInput={(event) => {
                drawn.value = { ...shown, [side]: event.currentTarget.valueAsNumber };
              }}
            />
          </div>
        ))}
      </fieldset>
      {drawn.value !== null && usable === null && (
        <p class="inline-alert" role="status">
          {say('mMode.pointing.least', { px: STRIP_LEAST_PX })}
        </p>
      )}
      <button type="submit" class="button button-primary" disabled={usable === null}>
        <Icon name="check" />
        {say('mMode.pointing.use')}
      </button>
    </form>
  );
}

function between(a: PxPoint, b: PxPoint): ScreenPanel {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
