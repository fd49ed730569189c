import { Panel } from '../../ui/panel.tsx';

/** Stands where the scenario would, while another tab of this browser plays it. */
export function ElsewherePanel({
  name,
  isTaking,
  isUnkept,
  onTake,
  onRestore,
  onLeave,
}: {
  readonly name: string;
  /** Whether the other tab is being asked for it. */
  readonly isTaking: boolean;
  /** Whether something was done here that is not kept, since the other tab went on unasked. */
  readonly isUnkept: boolean;
  readonly onTake: () => void;
  /** Goes on with what was done here. */
  readonly onRestore: () => void;
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
          {isUnkept && (
            <button type="button" class="button" disabled={isTaking} onClick={onRestore}>
              Go on with mine
            </button>
          )}
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
      {isUnkept && (
        <p>
          This tab did not answer for a while, and the other one went on without it. Whatever you did here
          since then is not kept. "Go on with mine" goes on with it, and what the other tab kept is lost.
        </p>
      )}
    </Panel>
  );
}
