import {
  EXAMS_LEAST,
  FRAMES_LEAST,
  FRAMES_MOST,
  type FrameSetCount,
} from '../../domain/adaptation/frame-set.ts';
import { clipTitle } from '../../parts/opening/clip-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { type AdaptSet, type FramePlace, framePlaces, placeIs, placeWaiting } from './adapt-set.ts';

/** The count of labelled frames, and those that wait. */
export function FramesPart({
  set,
  count,
  onOpen,
}: {
  readonly set: AdaptSet;
  readonly count: FrameSetCount;
  readonly onOpen: (place: FramePlace) => void;
}) {
  const places = framePlaces(set);
  const waiting = placeWaiting(set, null);
  return (
    <section class="card stack">
      <h2>{say('adapt.frames.heading')}</h2>
      <p>{say('adapt.frames.lead')}</p>
      <FramesCount count={count} />
      {places.length === 0 && <p class="soft">{say('adapt.frames.none')}</p>}
      {waiting !== null && (
        <button type="button" class="button button-primary" onClick={() => onOpen(waiting)}>
          <Icon name="pencil" />
          {say(count.frames === 0 ? 'adapt.frames.begin' : 'adapt.frames.goOn')}
        </button>
      )}
      {set.chosen.value.map(({ clipId, exam }) => {
        const clip = set.clips.find(({ id }) => id === clipId);
        if (clip === undefined) return null;
        return (
          <div key={clipId} class="adapt-frames">
            <h3>{say('adapt.frames.ofClip', { title: clipTitle(clip), exam })}</h3>
            <ul>
              {places
                .filter((place) => place.clipId === clipId)
                .map((place) => (
                  <li key={place.index}>
                    <FrameButton set={set} place={place} onOpen={onOpen} />
                  </li>
                ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** How many frames and exams there are, and how many are missing. */
export function FramesCount({ count }: { readonly count: FrameSetCount }) {
  const { frames, exams, framesMissing, examsMissing, framesTooMany, isReady } = count;
  return (
    <div class="stack" role="status" data-testid="frames-count">
      <p class="figures">
        {say('adapt.frames.count', { count: frames, exams, frames: FRAMES_LEAST, examsLeast: EXAMS_LEAST })}
      </p>
      <label class="network-progress small soft">
        <span>
          {framesMissing > 0 && `${say('adapt.frames.missing', { count: framesMissing })} `}
          {examsMissing > 0 && say('adapt.frames.examsMissing', { count: examsMissing })}
          {framesTooMany > 0 && say('adapt.frames.tooMany', { count: framesTooMany, most: FRAMES_MOST })}
          {isReady && say('adapt.frames.enough')}
        </span>
        <progress max={FRAMES_LEAST} value={Math.min(FRAMES_LEAST, frames)} />
      </label>
    </div>
  );
}

function FrameButton({
  set,
  place,
  onOpen,
}: {
  readonly set: AdaptSet;
  readonly place: FramePlace;
  readonly onOpen: (place: FramePlace) => void;
}) {
  const frame = set.frames.value.find((one) => placeIs(one, place));
  const state = frame === undefined ? 'waits' : frame.isLeftOut ? 'leftOut' : 'labelled';
  return (
    <button type="button" class="button adapt-frame" data-state={state} onClick={() => onOpen(place)}>
      {state === 'labelled' && <Icon name="check" size={18} />}
      {state === 'leftOut' && <Icon name="cross" size={18} />}
      {say(`adapt.frames.${state}`, { image: place.index + 1 })}
    </button>
  );
}
