import type { ComponentChildren } from 'preact';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { historyCanRedo, historyCanUndo } from '../../domain/marks/history.ts';
import type { RegionMark } from '../../domain/marks/mark.ts';
import type { KeySuggestion } from '../../domain/studio/key-suggestion.ts';
import { DrawnList } from '../../parts/labelling/drawn-list.tsx';
import { EditRow } from '../../parts/labelling/edit-row.tsx';
import { moveTool } from '../../parts/labelling/move-controls.tsx';
import type { Labelling } from '../../parts/labelling/use-labelling.ts';
import { MarkingTools } from '../../parts/marking/marking-tools.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { say } from '../../ui/words/say.ts';
import { PlaceForm } from './key-places.tsx';
import { KeySuggestions } from './key-suggestions.tsx';

/** The learner's tools for a teacher who draws the key, and what else can be done with the image's marks. */
export function KeyPanel({
  labelling,
  isSecond,
  isKept,
  isLabelling,
  suggestion,
  nearest,
  carried,
  onLabel,
  onAccept,
  onReject,
  onTake,
  onTakeBack,
  onNothing,
  onLeaveOut,
  onPlace,
}: {
  readonly labelling: Labelling;
  readonly isSecond: boolean;
  /** Whether the image is in the key. */
  readonly isKept: boolean;
  readonly isLabelling: boolean;
  /** Null where nothing is offered. */
  readonly suggestion: KeySuggestion | null;
  /** The image whose marks can be begun with, from 0; null for none. */
  readonly nearest: number | null;
  /** Of an image that marks were carried to; null for another. */
  readonly carried: ComponentChildren;
  readonly onLabel: () => void;
  /** Of a class that is offered; null for all of them. */
  readonly onAccept: (finding: MarkableFinding | null) => void;
  readonly onReject: (finding: MarkableFinding | null) => void;
  readonly onTake: () => void;
  readonly onTakeBack: (finding: MarkableFinding) => void;
  readonly onNothing: () => void;
  readonly onLeaveOut: () => void;
  readonly onPlace: (mark: RegionMark, say: string) => void;
}) {
  const { context, send } = labelling;
  const { stroke, history, marks } = context;
  const last = marks.at(-1);
  return (
    <Panel
      label={say('studio.key.panel')}
      actions={
        <EditRow
          canUndo={stroke !== null || historyCanUndo(history)}
          canRedo={stroke === null && historyCanRedo(history)}
          canClear={marks.length > 0}
          send={send}
        />
      }
    >
      <p class={isSecond ? 'key-note' : 'small'}>
        {say(isSecond ? 'studio.key.secondDraws' : 'studio.key.lead')}
      </p>
      {carried}
      <button type="button" class="button button-wide" disabled={isLabelling} onClick={onLabel}>
        <Icon name="bulb" />
        {say(isLabelling ? 'studio.key.labelling' : 'studio.key.label')}
      </button>
      {nearest !== null && (
        <button type="button" class="button button-wide" onClick={onTake}>
          {say('studio.key.take', { image: nearest + 1 })}
        </button>
      )}
      {suggestion !== null && (
        <KeySuggestions suggestion={suggestion} onAccept={onAccept} onReject={onReject} />
      )}
      <MarkingTools marking={context} send={send} move={moveTool(labelling)} />
      <DrawnList marks={marks} onReject={onTakeBack} />
      {marks.length === 0 &&
        carried === null &&
        (isKept ? (
          <p class="key-note">{say('studio.key.isNothing')}</p>
        ) : (
          <button type="button" class="button button-quiet" onClick={onNothing}>
            {say('studio.key.nothing')}
          </button>
        ))}
      {isKept && (
        <button type="button" class="button button-quiet" onClick={onLeaveOut}>
          {say('studio.key.leaveOut')}
        </button>
      )}
      <PlaceForm area={last?.kind === 'region' ? last : null} onPlace={onPlace} />
    </Panel>
  );
}
