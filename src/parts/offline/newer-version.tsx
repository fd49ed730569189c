import { useSignal } from '@preact/signals';
import { Icon } from '../../ui/icon.tsx';
import { useServices } from '../services.ts';

/** Offers a newer version of the game, where it takes nobody out of a lesson. */
export function NewerVersion() {
  const { offline } = useServices();
  const isInTheWay = useSignal(false);
  if (!offline.hasNewer.value) return null;
  return (
    <section class="resume" aria-label="Newer version">
      <ul>
        <li>
          <p role="status">
            {isInTheWay.value
              ? 'Close the other tabs of this game first: the newer version would come under them too.'
              : 'A newer version of Batsign is here. Scores, lessons and clips stay.'}
          </p>
          <button
            type="button"
            class="button"
            onClick={async () => {
              isInTheWay.value = !(await offline.swap());
            }}
          >
            <Icon name="again" />
            Load it
          </button>
        </li>
      </ul>
    </section>
  );
}
