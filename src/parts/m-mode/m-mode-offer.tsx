import '../../ui/style/m-mode.css';
import { useSignal } from '@preact/signals';
import type { Clip } from '../../adapters/clip/clip.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import type { OutlineActor } from '../outline/machine/outline.ts';
import type { LookedAt } from './looked-at.ts';
import { MModeDialog } from './m-mode-dialog.tsx';
import { CALIPER_NONE } from './strip-caliper.ts';

/** Beside an opened clip: a way to look at its strip of M-mode, found or to be shown by hand. */
export function MModeOffer({ clip, outline }: { readonly clip: Clip; readonly outline: OutlineActor }) {
  const isOpen = useSignal(false);
  // Kept while the clip is open, so that the time is asked for once.
  const look = useSignal<LookedAt>({
    strip: clip.strip,
    timeSaid: 'width',
    timeText: '',
    depthText: '',
    caliper: CALIPER_NONE,
  });
  return (
    <div class="m-mode-offer">
      {clip.strip !== null && <p>{say('mMode.found')}</p>}
      <button
        type="button"
        class={clip.strip === null ? 'button button-quiet' : 'button'}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <Icon name="mMode" />
        {say(clip.strip === null ? 'mMode.point' : 'mMode.look')}
      </button>
      {isOpen.value && (
        <MModeDialog
          clip={clip}
          outline={outline}
          look={look}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </div>
  );
}
