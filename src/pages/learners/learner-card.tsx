import { useSignal } from '@preact/signals';
import type { ListedLearner } from '../../domain/learners/learner-list.ts';
import { copyMake } from '../../parts/copy/copy-make.ts';
import { learnerName } from '../../parts/learners/learner-name.ts';
import { useServices } from '../../parts/services.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow, noticesAge } from '../../ui/notices.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import type { WorkRun } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { learnerFile } from './learner-file.ts';
import { NameForm } from './name-form.tsx';
import { PinForm } from './pin-form.tsx';

/** The form that stands in a card. */
type Asked = 'none' | 'name' | 'pin' | 'erase';

interface CardProps {
  readonly learner: ListedLearner;
  readonly work: WorkRun;
  readonly isBusy: boolean;
}

/** One learner, and what can be done for them. Who has a PIN does it on their own page. */
export function LearnerCard({ learner, work, isBusy }: CardProps) {
  const { learners } = useServices();
  const asked = useSignal<Asked>('none');
  const { key, pin } = learner;
  const name = learnerName(learners.list.value, key);
  const isHere = key === learners.here;
  // Erasing is begun by mistake as often as not: the way back comes first.
  const first = { none: '.button:not(.button-primary)', name: 'input', pin: 'input', erase: '.button-quiet' };
  useFocusKept(`#learner-${key} ${first[asked.value]}`, asked.value);
  const ask = (next: Asked) => {
    // Older notices would lie over the form.
    noticesAge();
    asked.value = next;
  };
  const leave = () => {
    asked.value = 'none';
  };
  return (
    <li id={`learner-${key}`} class="card stack" data-testid="learner">
      <div class="row">
        <Icon name="person" />
        <h2>{name}</h2>
        {isHere && <span class="soft">{say('learners.here')}</span>}
        {pin !== null && <span class="soft">{say('learners.hasPin')}</span>}
      </div>
      {asked.value === 'none' && (
        <div class="settings-data">
          {!isHere && (
            <button
              type="button"
              class="button button-primary"
              disabled={isBusy}
              onClick={() => work(say('learners.failed'), async () => learners.switchTo(key))}
            >
              {say('learners.go', { name })}
            </button>
          )}
          {(isHere || pin === null) && (
            <OpenButtons learner={learner} name={name} onAsk={ask} work={work} isBusy={isBusy} />
          )}
          <button type="button" class="button danger" onClick={() => ask('erase')}>
            <Icon name="clear" />
            {say('learners.erase.ask')}
          </button>
        </div>
      )}
      {asked.value === 'name' && (
        <NameForm
          name={learner.name}
          exceptKey={key}
          isBusy={isBusy}
          onName={(given) =>
            work(say('learners.failed'), async () => {
              await learners.rename(key, given);
              leave();
              noticeShow('info', say('learners.rename.done', { name: given }));
            })
          }
        >
          <button type="submit" class="button button-primary" disabled={isBusy}>
            {say('learners.rename.save')}
          </button>
          <Cancel onLeave={leave} />
        </NameForm>
      )}
      {asked.value === 'pin' && (
        <PinForm learner={learner} name={name} work={work} isBusy={isBusy} onLeave={leave} />
      )}
      {asked.value === 'erase' && (
        <EraseForm learner={learner} name={name} work={work} isBusy={isBusy} onLeave={leave} />
      )}
    </li>
  );
}

/** What is done for whoever is here, or has no PIN. */
function OpenButtons({
  learner: { key, pin },
  name,
  onAsk,
  work,
  isBusy,
}: CardProps & { readonly name: string; readonly onAsk: (form: Asked) => void }) {
  const { learners } = useServices();
  const save = () =>
    work(say('learners.export.unread'), async () => {
      const { content } = await learners.storeUse(key, copyMake);
      fileOffer(content, learnerFile(name));
    });
  return (
    <>
      <button type="button" class="button" onClick={() => onAsk('name')}>
        <Icon name="pencil" />
        {say('learners.rename.ask')}
      </button>
      <button type="button" class="button" onClick={() => onAsk('pin')}>
        <Icon name="shield" />
        {say(pin === null ? 'learners.pin.ask' : 'learners.pin.change')}
      </button>
      <button type="button" class="button" disabled={isBusy} onClick={save}>
        <Icon name="save" />
        {say('learners.export.ask')}
      </button>
    </>
  );
}

/** Erasing asks once more, in place. */
function EraseForm({
  learner: { key },
  name,
  work,
  isBusy,
  onLeave,
}: CardProps & { readonly name: string; readonly onLeave: () => void }) {
  const { learners } = useServices();
  const erase = () =>
    work(say('learners.erase.failed'), async () => {
      await learners.erase(key);
      noticeShow('info', say('learners.erase.done', { name }));
    });
  return (
    <>
      <p role="alert">{say('learners.erase.sure', { name })}</p>
      <div class="settings-data">
        <button type="button" class="button danger" disabled={isBusy} onClick={erase}>
          <Icon name="clear" />
          {say('learners.erase.confirm', { name })}
        </button>
        <button type="button" class="button button-quiet" onClick={onLeave}>
          {say('learners.erase.keep')}
        </button>
      </div>
    </>
  );
}

function Cancel({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <button type="button" class="button button-quiet" onClick={onLeave}>
      {say('learners.cancel')}
    </button>
  );
}
