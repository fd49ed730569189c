import { useSignal } from '@preact/signals';
import { NAME_MOST } from '../../domain/adaptation/adapted-network.ts';
import { uuidOf } from '../../domain/digest/uuid.ts';
import type { TrainingDone } from '../../parts/adaptation/training.ts';
import { useServices } from '../../parts/services.ts';
import type { AdaptedFiles } from '../../ports/tuner.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';
import { useBoundImages } from './devices.ts';

/** Keeping a network that became better, under a name, for clips or a device. */
export function KeepForm({
  done,
  files,
  onKept,
  onDrop,
}: {
  readonly done: TrainingDone;
  readonly files: AdaptedFiles;
  readonly onKept: () => void;
  readonly onDrop: () => void;
}) {
  const { networks } = useServices();
  const choices = useBoundImages();
  const name = useSignal('');
  const picked = useSignal('clips');
  const isBusy = useSignal(false);
  const keep = async (): Promise<void> => {
    const { sha256 } = done.result;
    const bound = choices.find(({ key }) => key === picked.peek());
    if (sha256 === null || bound === undefined) return;
    const called = name.peek().trim() || say('adapt.keep.usual');
    const id = uuidOf(crypto.getRandomValues(new Uint8Array(16)));
    isBusy.value = true;
    try {
      const store = await networks();
      const { facts } = done;
      await store.networkSave({ id, name: called, keptAtMs: Date.now(), from: 'here', sha256, facts }, files);
      await store.useSet(bound.images, id);
      noticeShow('info', say('adapt.keep.kept', { name: called, images: bound.text }));
      onKept();
    } catch (error) {
      noticeError(error, say('messages.adaptedNotKept'));
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label class="field">
        {say('adapt.keep.name')}
        <input
          type="text"
          maxLength={NAME_MOST}
          placeholder={say('adapt.keep.usual')}
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
          }}
        />
        <span class="soft small">{say('adapt.keep.nameHelp')}</span>
      </label>
      <fieldset class="studio-choices">
        <legend>{say('adapt.keep.for')}</legend>
        {choices.map(({ key, text }) => (
          <Choice
            key={key}
            name="adapt-for"
            value={key}
            isChosen={picked.value === key}
            onPick={() => {
              picked.value = key;
            }}
          >
            {text}
          </Choice>
        ))}
      </fieldset>
      <div class="settings-data">
        <button type="submit" class="button button-primary" disabled={isBusy.value}>
          <Icon name="check" />
          {say('adapt.keep.keep')}
        </button>
        <button type="button" class="button button-quiet" onClick={onDrop}>
          {say('adapt.keep.drop')}
        </button>
      </div>
    </form>
  );
}
