import type { TextRead } from '../../domain/scenario/variant.ts';
import { Icon } from '../components/icon.tsx';
import { Panel } from '../components/panel.tsx';
import { KeyPoints, Text } from '../components/text.tsx';

export function DebriefPanel({ read, onNext }: { readonly read: TextRead; readonly onNext: () => void }) {
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
      <Text text={read.text} />
      <KeyPoints points={read.keyPoints} />
    </Panel>
  );
}
