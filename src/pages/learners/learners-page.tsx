import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { LearnerCard } from './learner-card.tsx';
import { LearnerImport } from './learner-import.tsx';
import { NameForm } from './name-form.tsx';

/** Those who learn on this machine: who is here, and what is kept of each. */
export function LearnersPage() {
  const { learners } = useServices();
  const { work, isBusy } = useWork();
  useEffect(() => {
    // Whose database lies here without being in the list, since that was damaged.
    learners.find().catch((error: unknown) => console.warn(error));
  }, [learners]);
  return (
    <Page title={say('learners.title')}>
      <div class="stack">
        <p class="soft">{say('learners.text')}</p>
        {learners.isKept ? (
          <>
            <ul class="learner-list" aria-label={say('learners.list')}>
              {learners.list.value.learners.map((learner) => (
                <LearnerCard key={learner.key} learner={learner} work={work} isBusy={isBusy.value} />
              ))}
            </ul>
            <LearnerAdd />
            <LearnerImport work={work} isBusy={isBusy.value} />
          </>
        ) : (
          <p class="inline-alert">{say('learners.notKept')}</p>
        )}
      </div>
    </Page>
  );
}

function LearnerAdd() {
  const { learners } = useServices();
  const { work, isBusy } = useWork();
  const added = useSignal(0);
  useFocusKept('#learner-add>form>label>input', added.value);
  return (
    <section id="learner-add" class="card stack">
      <h2>{say('learners.add.heading')}</h2>
      <NameForm
        key={added.value}
        name=""
        exceptKey={null}
        isBusy={isBusy.value}
        onName={(name) =>
          work(say('learners.failed'), async () => {
            await learners.add(name);
            added.value += 1;
            noticeShow('info', say('learners.add.done', { name }));
          })
        }
      >
        <button type="submit" class="button" disabled={isBusy.value}>
          <Icon name="plus" />
          {say('learners.add.button')}
        </button>
      </NameForm>
    </section>
  );
}
