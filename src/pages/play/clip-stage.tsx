import { useSignal } from '@preact/signals';
import { ClipOffers } from '../../parts/opening/clip-offers.tsx';
import type { ClipSetup } from '../../parts/opening/clip-setup.ts';
import { clipNameText } from '../../parts/opening/clip-text.ts';
import { OutlinePicture } from '../../parts/outline/outline-picture.tsx';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';

/** The screen while the learner chooses a file and says where the image lies in it. */
export function ClipStage({ setup }: { readonly setup: ClipSetup }) {
  const opened = setup.opened.value;
  const choice = setup.choice.value;
  const isOver = useSignal(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to the file button's end
    <div
      class="clip-stage"
      data-over={isOver.value}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        setup.filesOpen([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {opened === null && choice !== null ? (
        <ClipOffers
          choice={choice}
          isBusy={setup.isOpening.value}
          onPick={(offer) => void setup.clipTake(offer)}
        />
      ) : opened === null ? (
        <div class="clip-drop">
          <Icon name="file" size={40} />
          <p>{say(setup.isOpening.value ? 'play.clip.reading' : 'play.clip.drop')}</p>
          <p class="small soft">{say('play.clip.kinds')}</p>
        </div>
      ) : (
        <OutlinePicture
          picture={opened.clip}
          name={clipNameText(opened.clip.name)}
          outline={opened.outline}
        />
      )}
    </div>
  );
}
