import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Sector } from '../../domain/geometry/sector.ts';
import { announce } from '../../ui/announcer.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { type OutlineActor, type OutlineSnapshot, outlineSector } from './machine/outline.ts';
import { foundIsSure, pointsAreSet } from './machine/outline-context.ts';
import { OutlineFigure } from './outline-figure.tsx';
import { OutlineScale } from './outline-scale.tsx';

const POINT_TEXT: Readonly<Record<Sector['kind'], readonly string[]>> = {
  convex: [
    'Upper corner, left or right: where the curve under the probe ends.',
    'Edge: as far down the same side as you see it.',
    'Deepest point: the lowest of the image, in its middle.',
  ],
  linear: [
    'Upper corner, left or right.',
    'Edge: as far down the same side as you see it.',
    'Deepest point: the middle of the lower border.',
  ],
};

const PROBE_TEXT: Readonly<Record<Sector['kind'], string>> = {
  convex: 'Convex (fan)',
  linear: 'Linear (box)',
};

/** Beside the learner's own picture: its outline, found and accepted, or shown with three points. */
export function OutlinePanel({
  name,
  outline,
  dropText = 'Another file',
  note = null,
  more = null,
  onDrop,
}: {
  /** Of the file, or of the device. */
  readonly name: string;
  readonly outline: OutlineActor;
  readonly dropText?: string;
  /** What else there is to say of the picture. */
  readonly note?: ComponentChildren;
  /** What else can be done with the picture. */
  readonly more?: ComponentChildren;
  /** Back to choosing a file, or a device. */
  readonly onDrop: () => void;
}) {
  const snapshot = useSnapshot(outline);
  const isSure = snapshot.matches('found');
  useEffect(() => {
    announce(isSure ? 'The outline of the image was found.' : 'Show where the image lies.');
  }, [outline, isSure]);
  return (
    <Panel
      label="Where the image lies"
      actions={
        <>
          <button
            type="button"
            class="button button-primary button-large"
            disabled={outlineSector(snapshot) === null}
            onClick={() => outline.send({ type: 'outline.use' })}
          >
            <Icon name="check" />
            Use this outline
          </button>
          <button type="button" class="button" onClick={onDrop}>
            {dropText}
          </button>
        </>
      }
    >
      <h2>Where is the image?</h2>
      <p class="soft small clip-name">{name}</p>
      {note}
      <OutlineState snapshot={snapshot} outline={outline} />
      {snapshot.matches('byHand') && <PointSteps snapshot={snapshot} outline={outline} />}
      <OutlineScale snapshot={snapshot} outline={outline} />
      {more}
    </Panel>
  );
}

interface PartProps {
  readonly snapshot: OutlineSnapshot;
  readonly outline: OutlineActor;
}

/** What is known of the outline, and what else can be done about it. */
function OutlineState({ snapshot, outline }: PartProps) {
  const { found, isGuessTaken } = snapshot.context;
  const confidence = <strong class="figures">{Math.round(100 * (found?.confidence ?? 0))} %</strong>;
  if (snapshot.matches('found')) {
    return (
      <>
        <p>
          {isGuessTaken ? 'You took the outline that was guessed' : 'The outline was found'} with a confidence
          of {confidence}. If it does not fit, correct it.
        </p>
        <button type="button" class="button" onClick={() => outline.send({ type: 'outline.correct' })}>
          <Icon name="target" />
          Correct it
        </button>
      </>
    );
  }
  if (snapshot.matches({ byHand: 'doubted' })) {
    return (
      <>
        <p class="inline-alert" data-kind="doubt" role="status">
          The dashed outline is only a guess (confidence {confidence}), and grades would suffer from a wrong
          one. Show where the image lies with three points on the picture, or say that the guess fits.
        </p>
        <button type="button" class="button" onClick={() => outline.send({ type: 'guess.take' })}>
          <Icon name="check" />
          The guess fits
        </button>
      </>
    );
  }
  if (found === null) {
    return (
      <p class="inline-alert" data-kind="doubt" role="status">
        No ultrasound image was found by itself. Show where it lies with three points on the picture.
      </p>
    );
  }
  return (
    <button
      type="button"
      class="button button-quiet"
      onClick={() => outline.send({ type: 'outline.restore' })}
    >
      {foundIsSure(snapshot.context) ? 'Back to the outline that was found' : 'Back to the guess'}
    </button>
  );
}

/** Which three points are asked for, which is next, and how those that are set can be moved. */
function PointSteps({ snapshot, outline }: PartProps) {
  const { probe, points, moved } = snapshot.context;
  const isWhole = pointsAreSet(snapshot.context);
  const pick = (place: number): void => {
    outline.send({ type: 'point.pick', place });
    document.querySelector<SVGSVGElement>('#outline-picture')?.focus();
  };
  return (
    <>
      <fieldset class="picker">
        <legend>Probe</legend>
        <div class="panel-foot-row">
          {(['convex', 'linear'] as const).map((kind) => (
            <Choice
              key={kind}
              name="probe"
              value={kind}
              isChosen={probe === kind}
              onPick={() => outline.send({ type: 'probe.pick', probe: kind })}
            >
              {PROBE_TEXT[kind]}
            </Choice>
          ))}
        </div>
      </fieldset>
      <OutlineFigure probe={probe} next={moved ?? points.length} />
      <ol class="clip-steps">
        {POINT_TEXT[probe].map((text, place) => (
          <li
            key={text}
            data-done={points.length > place}
            {...(points.length === place ? { 'aria-current': 'step' as const } : {})}
          >
            <span class="clip-step">
              {text}
              {points.length > place && (
                <button
                  type="button"
                  class="button"
                  aria-label={`Move point ${place + 1}`}
                  aria-pressed={moved === place}
                  onClick={() => pick(place)}
                >
                  Move
                </button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p class="small soft">
        The other side follows by symmetry. Points can be dragged; by keyboard, go to the picture, move the
        cross-hair with the arrow keys and press Enter.
      </p>
      {isWhole && outlineSector(snapshot) === null && (
        <p class="inline-alert" role="alert">
          These three points make no ultrasound image: the second belongs further down the same edge as the
          first, and the third below both in the middle.
        </p>
      )}
      <button
        type="button"
        class="button"
        disabled={points.length === 0}
        onClick={() => outline.send({ type: 'points.clear' })}
      >
        <Icon name="undo" />
        Set the points again
      </button>
    </>
  );
}
