import type { Work } from '../../domain/medicine/medicine.ts';
import type { TextRead } from '../../domain/scenario/variant.ts';
import { TermsLinked } from '../../parts/glossary/terms-linked.tsx';
import { MedicineSources } from '../../parts/medicine/sources.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { KeyPoints, Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';

export function DebriefPanel({
  read,
  works,
  onNext,
}: {
  readonly read: TextRead;
  readonly works: readonly Work[] | undefined;
  readonly onNext: () => void;
}) {
  return (
    <TermsLinked texts={[read.text, ...read.keyPoints]}>
      <Panel
        label={say('play.debrief.label')}
        isReading
        actions={
          <button type="button" class="button button-primary button-large" onClick={onNext}>
            {say('play.debrief.result')}
            <Icon name="next" />
          </button>
        }
      >
        <h2>{say('play.debrief.title')}</h2>
        <Text text={read.text} />
        <KeyPoints points={read.keyPoints} />
        <MedicineSources works={works} />
      </Panel>
    </TermsLinked>
  );
}
