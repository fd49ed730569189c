import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type ActorRefFrom, createActor } from 'xstate';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { HISTORY_EMPTY, historyMarks, historyPush } from '../../domain/marks/history.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import type { MarkTool } from '../../domain/scenario/tools.ts';
import { markingMachine } from '../marking/machine/marking.ts';

/** What an eraser takes away has no outline of its own: who labels takes whole marks back. */
const LABEL_TOOLS: readonly MarkTool[] = ['line', 'beam', 'region', 'brush'];

/**
 * Marks of one image of a clip, drawn with the learner's tools. `text` says which marks there are now, and `onMarks` gives it
 * anew: where it is not what was drawn here last (something was undone, or another image is shown), drawing begins anew from
 * `marks`.
 */
export function useMarkEditing(
  place: string,
  sector: Sector,
  marks: readonly Mark[],
  text: string,
  onMarks: (marks: readonly Mark[]) => string,
): ActorRefFrom<typeof markingMachine> {
  const told = useRef<{ readonly place: string; readonly text: string } | null>(null);
  const tell = useRef(onMarks);
  tell.current = onMarks;
  const isOwn = told.current !== null && told.current.place === place && told.current.text === text;
  const known = useRef<ActorRefFrom<typeof markingMachine> | null>(null);
  const actor = useMemo(() => {
    if (isOwn && known.current !== null) return known.current;
    const before = known.current?.getSnapshot().context;
    const created = createActor(markingMachine, {
      input: {
        sector,
        findings: MARKABLE_FINDINGS,
        tools: LABEL_TOOLS,
        history: marks.reduce(historyPush, HISTORY_EMPTY),
        onEdit: (history) => {
          told.current = { place, text: tell.current(historyMarks(history)) };
        },
      },
    });
    created.start();
    if (before !== undefined) {
      created.send({ type: 'finding.pick', finding: before.finding });
      created.send({ type: 'tool.pick', tool: before.tool });
    }
    told.current = { place, text };
    known.current = created;
    return created;
  }, [place, text, isOwn]);
  useEffect(() => () => void actor.stop(), [actor]);
  return actor;
}
