import { useSignal } from '@preact/signals';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { historyCanRedo, historyCanUndo } from '../../domain/marks/history.ts';
import type { RegionMark } from '../../domain/marks/mark.ts';
import { DrawnList } from '../../parts/labelling/drawn-list.tsx';
import { EditRow } from '../../parts/labelling/edit-row.tsx';
import type { MarkingContext, MarkingEvent } from '../../parts/marking/machine/marking-context.ts';
import { MarkingTools } from '../../parts/marking/marking-tools.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { say } from '../../ui/words/say.ts';

/** The learner's tools for a teacher who draws the key, and what else can be done with the image's marks. */
export function KeyPanel({
  context,
  send,
  isKept,
  isLabelling,
  nearest,
  onLabel,
  onTake,
  onReject,
  onNothing,
  onLeaveOut,
  onPlace,
}: {
  readonly context: MarkingContext;
  readonly send: (event: MarkingEvent) => void;
  /** Whether the image is in the key. */
  readonly isKept: boolean;
  readonly isLabelling: boolean;
  /** The image whose marks can be begun with, from 0; null for none. */
  readonly nearest: number | null;
  readonly onLabel: () => void;
  readonly onTake: () => void;
  readonly onReject: (finding: MarkableFinding) => void;
  readonly onNothing: () => void;
  readonly onLeaveOut: () => void;
  readonly onPlace: (mark: RegionMark, say: string) => void;
}) {
  const { stroke, history, marks } = context;
  const sentence = useSignal('');
  const last = marks.at(-1);
  const place = last?.kind === 'region' ? last : null;
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
      <p class="small">{say('studio.key.lead')}</p>
      <MarkingTools marking={context} send={send} />
      <button type="button" class="button button-wide" disabled={isLabelling} onClick={onLabel}>
        <Icon name="bulb" />
        {say(isLabelling ? 'studio.key.labelling' : 'studio.key.label')}
      </button>
      <p class="small soft">{say('studio.key.labelHelp')}</p>
      {nearest !== null && (
        <button type="button" class="button button-wide" onClick={onTake}>
          {say('studio.key.take', { image: nearest + 1 })}
        </button>
      )}
      <DrawnList marks={marks} onReject={onReject} />
      {marks.length === 0 &&
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
      <details>
        <summary>{say('studio.places.add')}</summary>
        <div class="stack">
          <p class="small">{say('studio.places.help')}</p>
          <label class="field">
            {say('studio.places.say')}
            <input
              type="text"
              maxLength={400}
              value={sentence.value}
              onInput={(event) => {
                sentence.value = event.currentTarget.value;
              }}
            />
          </label>
          <button
            type="button"
            class="button"
            disabled={place === null || sentence.value.trim() === ''}
            onClick={() => {
              if (place === null) return;
              onPlace(place, sentence.value.trim());
              sentence.value = '';
            }}
          >
            {say('studio.places.make')}
          </button>
        </div>
      </details>
    </Panel>
  );
}
