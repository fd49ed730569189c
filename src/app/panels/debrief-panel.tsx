import type { DebriefStep } from '../../domain/scenario/scenario.ts';
import { Icon } from '../components/icon.tsx';
import { Panel } from '../components/panel.tsx';
import { Sources } from '../components/sources.tsx';
import { KeyPoints, Text } from '../components/text.tsx';

export function DebriefPanel({ step, onNext }: { readonly step: DebriefStep; readonly onNext: () => void }) {
  return (
    <Panel
      label="Debrief"
      actions={
        <button type="button" class="button button-primary button-large" onClick={onNext}>
          Show my result
          <Icon name="next" />
        </button>
      }
    >
      <h2>Debrief</h2>
      <Text text={step.text} />
      <KeyPoints points={step.keyPoints} />
      <Sources works={step.works} />
    </Panel>
  );
}
