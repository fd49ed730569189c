import { Panel } from '../components/panel.tsx';

/** Stands where the scenario would, while another tab of this browser plays it. */
export function ElsewherePanel({
  name,
  isTaking,
  onTake,
  onLeave,
}: {
  readonly name: string;
  /** Whether the other tab is being asked for it. */
  readonly isTaking: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}) {
  return (
    <Panel
      label="Open in another tab"
      actions={
        <>
          <button type="button" class="button" onClick={onLeave}>
            Leave
          </button>
          <button type="button" class="button button-primary" disabled={isTaking} onClick={onTake}>
            {isTaking ? 'Taking it over …' : 'Go on here'}
          </button>
        </>
      }
    >
      <h2>Open in another tab</h2>
      <p>
        "{name}" is being played in another tab or window of this browser. Only one of them can keep its
        marks. If you go on here, the other one stops, and what was marked there is here.
      </p>
    </Panel>
  );
}
