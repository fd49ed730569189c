import { Instruction } from '../../parts/keys/instruction.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import { SaveAgain } from './save-again.tsx';

/** After an exam: the way to its items, once it is kept. */
export function ExamOver({
  scenarioId,
  saving,
  onSaveAgain,
}: {
  readonly scenarioId: string;
  readonly saving: 'saving' | 'saved' | 'unsaved';
  readonly onSaveAgain: () => void;
}) {
  return (
    <>
      <Instruction text={say('play.exam.over.next')} />
      <Panel
        label={say('play.result.label')}
        actions={
          saving === 'saved' && (
            <a
              class="button button-primary button-large"
              href={routeHref({ page: 'exam', sitting: scenarioId })}
            >
              {say('play.exam.over.items')}
              <Icon name="next" />
            </a>
          )
        }
      >
        <h2>{say('play.exam.over.title')}</h2>
        {saving === 'saving' && <p>{say('play.exam.over.saving')}</p>}
        {saving === 'unsaved' && <SaveAgain onSaveAgain={onSaveAgain} />}
      </Panel>
    </>
  );
}
