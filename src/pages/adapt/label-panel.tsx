import type { FrameSetCount } from '../../domain/adaptation/frame-set.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { DrawnList } from '../../parts/labelling/drawn-list.tsx';
import { EditRow } from '../../parts/labelling/edit-row.tsx';
import { moveTool } from '../../parts/labelling/move-controls.tsx';
import type { Labelling } from '../../parts/labelling/use-labelling.ts';
import { MarkingTools } from '../../parts/marking/marking-tools.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { say } from '../../ui/words/say.ts';
import { FramesCount } from './frames-part.tsx';

/** Beside a frame: what the network marked in it, tools to mend it, and whether it is to be learnt from. */
export function LabelPanel({
  labelling,
  canUndo,
  canRedo,
  count,
  state,
  isLabelling,
  onReject,
  onKeep,
  onLeaveOut,
  onBack,
}: {
  readonly labelling: Labelling;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly count: FrameSetCount;
  readonly state: 'waits' | 'leftOut' | 'labelled';
  /** Whether the network is still being asked. */
  readonly isLabelling: boolean;
  readonly onReject: (finding: MarkableFinding) => void;
  readonly onKeep: () => void;
  readonly onLeaveOut: () => void;
  readonly onBack: () => void;
}) {
  const { context, send } = labelling;
  const { marks } = context;
  return (
    <Panel
      label={say('adapt.label.panel')}
      actions={
        <div class="stack">
          <EditRow canUndo={canUndo} canRedo={canRedo} canClear={marks.length > 0} send={send} />
          <button
            type="button"
            class="button button-primary button-large button-wide"
            disabled={isLabelling}
            onClick={onKeep}
          >
            <Icon name="check" />
            {say(marks.length === 0 ? 'adapt.label.keepEmpty' : 'adapt.label.keep')}
          </button>
        </div>
      }
    >
      <FramesCount count={count} />
      <p class="small">{say('adapt.label.lead')}</p>
      {isLabelling && (
        <p class="key-note" role="status">
          {say('adapt.label.labelling')}
        </p>
      )}
      {state !== 'waits' && <p class="key-note">{say(`adapt.label.is.${state}`)}</p>}
      <DrawnList marks={marks} onReject={onReject} />
      <MarkingTools marking={context} send={send} move={moveTool(labelling)} />
      <button type="button" class="button button-quiet" onClick={onLeaveOut}>
        {say('adapt.label.leaveOut')}
      </button>
      <button type="button" class="button button-quiet" onClick={onBack}>
        <Icon name="back" />
        {say('adapt.label.back')}
      </button>
    </Panel>
  );
}
