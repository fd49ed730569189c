import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { announce } from '../../ui/announcer.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';
import { type OutlineActor, type OutlineSnapshot, outlineSector } from './machine/outline.ts';
import { foundIsSure, pointsAreSet } from './machine/outline-context.ts';
import { OutlineFigure } from './outline-figure.tsx';
import { OutlineScale } from './outline-scale.tsx';

/** The points that are asked for, in this order. */
const POINT_NAMES = ['corner', 'edge', 'deepest'] as const;

/** Beside the learner's own picture: its outline, found and accepted, or shown with three points. */
export function OutlinePanel({
  name,
  outline,
  dropText = say('opening.anotherFile'),
  note = null,
  more = null,
  onDrop,
}: {
  /** Of the file, or of the device. */
  readonly name: string;
  readonly outline: OutlineActor;
  readonly dropText?: string;
  /** More to say of the picture. */
  readonly note?: ComponentChildren;
  /** More to do with the picture. */
  readonly more?: ComponentChildren;
  /** Back to choosing a file, or a device. */
  readonly onDrop: () => void;
}) {
  const snapshot = useSnapshot(outline);
  const isSure = snapshot.matches('found');
  useEffect(() => {
    announce(say(isSure ? 'outline.wasFound' : 'outline.show'));
  }, [outline, isSure]);
  return (
    <Panel
      label={say('outline.label')}
      actions={
        <>
          <button
            type="button"
            class="button button-primary button-large"
            disabled={outlineSector(snapshot) === null}
            onClick={() => outline.send({ type: 'outline.use' })}
          >
            <Icon name="check" />
            {say('outline.use')}
          </button>
          <button type="button" class="button" onClick={onDrop}>
            {dropText}
          </button>
        </>
      }
    >
      <h2>{say('outline.title')}</h2>
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

/** The state of the outline, and more to do about it. */
function OutlineState({ snapshot, outline }: PartProps) {
  const { found, isGuessTaken } = snapshot.context;
  const percent = Math.round(100 * (found?.confidence ?? 0));
  const marks = { confidence: (text: string) => <strong class="figures">{text}</strong> };
  if (snapshot.matches('found')) {
    return (
      <>
        <p>
          <Rich
            text={say(isGuessTaken ? 'outline.guessTaken' : 'outline.found', { percent })}
            marks={marks}
          />
        </p>
        <button type="button" class="button" onClick={() => outline.send({ type: 'outline.correct' })}>
          <Icon name="target" />
          {say('outline.correct')}
        </button>
      </>
    );
  }
  if (snapshot.matches({ byHand: 'doubted' })) {
    return (
      <>
        <p class="inline-alert" data-kind="doubt" role="status">
          <Rich text={say('outline.doubted', { percent })} marks={marks} />
        </p>
        <button type="button" class="button" onClick={() => outline.send({ type: 'guess.take' })}>
          <Icon name="check" />
          {say('outline.guessFits')}
        </button>
      </>
    );
  }
  if (found === null) {
    return (
      <p class="inline-alert" data-kind="doubt" role="status">
        {say('outline.notFound')}
      </p>
    );
  }
  return (
    <button
      type="button"
      class="button button-quiet"
      onClick={() => outline.send({ type: 'outline.restore' })}
    >
      {say(foundIsSure(snapshot.context) ? 'outline.backToFound' : 'outline.backToGuess')}
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
        <legend>{say('outline.probe')}</legend>
        <div class="panel-foot-row">
          {(['convex', 'linear'] as const).map((kind) => (
            <Choice
              key={kind}
              name="probe"
              value={kind}
              isChosen={probe === kind}
              onPick={() => outline.send({ type: 'probe.pick', probe: kind })}
            >
              {say(`outline.kind.${kind}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <OutlineFigure probe={probe} next={moved ?? points.length} />
      <ol class="clip-steps">
        {POINT_NAMES.map((point, place) => (
          <li
            key={point}
            data-done={points.length > place}
            {...(points.length === place ? { 'aria-current': 'step' as const } : {})}
          >
            <span class="clip-step">
              {say(`outline.points.${probe}.${point}`)}
              {points.length > place && (
                <button
                  type="button"
                  class="button"
                  aria-label={say('outline.movePoint', { point: place + 1 })}
                  aria-pressed={moved === place}
                  onClick={() => pick(place)}
                >
                  {say('outline.move')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p class="small soft">{say('outline.help')}</p>
      {isWhole && outlineSector(snapshot) === null && (
        <p class="inline-alert" role="alert">
          {say('outline.noImage')}
        </p>
      )}
      <button
        type="button"
        class="button"
        disabled={points.length === 0}
        onClick={() => outline.send({ type: 'points.clear' })}
      >
        <Icon name="undo" />
        {say('outline.setAgain')}
      </button>
    </>
  );
}
