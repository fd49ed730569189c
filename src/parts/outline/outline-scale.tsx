import { Icon } from '../../ui/icon.tsx';
import { Slider } from '../../ui/slider.tsx';
import { say } from '../../ui/words/say.ts';
import { type OutlineActor, type OutlineSnapshot, outlineGuess, outlineSector } from './machine/outline.ts';
import { DEPTH_MM } from './machine/outline-context.ts';
import { SCALE_MARKS, SCALE_MM } from './machine/outline-scale.ts';

/** How deep the image reaches: known, set by a slider, or by two marks of the scale beside it. */
export function OutlineScale({
  snapshot,
  outline,
}: {
  readonly snapshot: OutlineSnapshot;
  readonly outline: OutlineActor;
}) {
  const { depthMm: depthSet, scale, scaling } = snapshot.context;
  const depthMm = (outlineSector(snapshot) ?? outlineGuess(snapshot))?.depthMm ?? depthSet;
  return (
    <>
      <Slider
        label={say('outline.depth')}
        value={Math.round(depthMm / 5) * 5}
        min={DEPTH_MM.min}
        max={DEPTH_MM.max}
        step={5}
        show={say('outline.centimetres', { cm: depthMm / 10 })}
        onChange={(value) => outline.send({ type: 'depth.set', depthMm: value })}
      />
      <p class="small">{say(`outline.origin.${scale?.origin ?? 'assumed'}`)}</p>
      {scaling === null ? (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            outline.send({ type: 'scale.begin' });
            document.querySelector<SVGSVGElement>('#outline-picture')?.focus();
          }}
        >
          <Icon name="target" />
          {say('outline.scaleBegin')}
        </button>
      ) : (
        <>
          <p class="small" role="status">
            {say(scaling.marks.length < SCALE_MARKS ? 'outline.scalePress' : 'outline.scaleDrag')}
          </p>
          <Slider
            label={say('outline.scaleBetween')}
            value={scaling.distanceMm}
            min={SCALE_MM.min}
            max={SCALE_MM.max}
            step={SCALE_MM.step}
            show={say('outline.centimetres', { cm: scaling.distanceMm / 10 })}
            onChange={(distanceMm) => outline.send({ type: 'scale.distance', distanceMm })}
          />
          <button type="button" class="button" onClick={() => outline.send({ type: 'scale.end' })}>
            <Icon name="check" />
            {say('outline.scaleDone')}
          </button>
        </>
      )}
    </>
  );
}
