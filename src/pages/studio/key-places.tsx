import { useSignal } from '@preact/signals';
import type { RegionMark } from '../../domain/marks/mark.ts';
import type { KeyPlace } from '../../domain/scenario/expert-key.ts';
import { say } from '../../ui/words/say.ts';

/** Making the area that was drawn last a place where learners err, with what they are told there. */
export function PlaceForm({
  area,
  onPlace,
}: {
  /** Null where what was drawn last is no area. */
  readonly area: RegionMark | null;
  readonly onPlace: (area: RegionMark, say: string) => void;
}) {
  const sentence = useSignal('');
  const told = sentence.value.trim();
  return (
    <details>
      <summary>{say('studio.places.add')}</summary>
      <div class="stack">
        <p class="small">{say('studio.places.help')}</p>
        <p class="small" role="status">
          {area === null
            ? say('studio.places.noArea')
            : say('studio.places.area', { finding: say(`findings.${area.finding}.label`) })}
        </p>
        <label class="field">
          {say('studio.places.say')}
          <input
            type="text"
            maxLength={400}
            value={sentence.value}
            onInput={(event) => {
              sentence.value = event.currentTarget.value;
            }}
          />
        </label>
        <button
          type="button"
          class="button button-wide"
          disabled={area === null || told === ''}
          onClick={() => {
            if (area === null) return;
            onPlace(area, told);
            sentence.value = '';
          }}
        >
          {say('studio.places.make')}
        </button>
      </div>
    </details>
  );
}

/** The places of all images, each to be removed. */
export function PlaceList({
  places,
  given,
  onIndex,
  onRemove,
}: {
  readonly places: readonly KeyPlace[];
  /** The images that learners are given. */
  readonly given: readonly number[];
  readonly onIndex: (index: number) => void;
  readonly onRemove: (at: number) => void;
}) {
  if (places.length === 0) return null;
  return (
    <section class="stack">
      <h3>{say('studio.places.heading')}</h3>
      <p class="soft small">{say('studio.places.shown')}</p>
      <ul class="stack">
        {places.map(({ index, finding, say: told }, at) => (
          <li key={`${at} ${told}`} class="studio-place">
            <span>
              {finding === null
                ? say('studio.places.any', { text: told })
                : say('studio.places.one', { finding: say(`findings.${finding}.label`), text: told })}
              {!given.includes(index) && <em class="small"> {say('studio.places.notGiven')}</em>}
            </span>
            <button type="button" class="button button-quiet" onClick={() => onIndex(index)}>
              {say('studio.places.to', { image: index + 1 })}
            </button>
            <button
              type="button"
              class="button button-quiet"
              aria-label={say('studio.places.removeThis', { text: told })}
              onClick={() => onRemove(at)}
            >
              {say('studio.places.remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
