import { useSignal } from '@preact/signals';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { useServices } from '../services.ts';

/** Offers a newer version of the game, where it takes nobody out of a lesson. */
export function NewerVersion() {
  const { offline } = useServices();
  const isInTheWay = useSignal(false);
  if (!offline.hasNewer.value) return null;
  return (
    <section class="resume" aria-label={say('offline.label')}>
      <ul>
        <li>
          <p role="status">{say(isInTheWay.value ? 'offline.inTheWay' : 'offline.isHere')}</p>
          <button
            type="button"
            class="button"
            onClick={async () => {
              isInTheWay.value = !(await offline.swap());
            }}
          >
            <Icon name="again" />
            {say('offline.load')}
          </button>
        </li>
      </ul>
    </section>
  );
}
