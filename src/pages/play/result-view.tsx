import { useEffect } from 'preact/hooks';
import type { Assigned } from '../../parts/assigned/assigned.ts';
import { Instruction } from '../../parts/keys/instruction.tsx';
import { standardSaid, useStandardChanges } from '../../parts/learning/standard-changes.ts';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { barStatus } from '../../ui/bar-status.ts';
import { focusKeep } from '../../ui/focus-keep.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { ExamOver } from './exam-over.tsx';
import { ResultPanel } from './result-panel.tsx';

/** After a scenario: how it went, what to practise, what comes next. */
export function ResultView() {
  const { session, scenarios, audio, assigned } = useServices();
  const snapshot = useSnapshot(session);
  const { scenario, outcome, best, suggestion } = snapshot.context;
  // Of an exam the items that are right count, which its own page tells.
  const score = scenario?.policy === 'exam' ? null : (outcome?.score ?? null);
  const title = scenario?.title ?? '';
  const changes = useStandardChanges(scenario, outcome?.results ?? null);
  const standard = standardSaid(changes);
  useEffect(() => {
    barStatus.value = { title, detail: say('play.result.label'), timeLeftS: null };
    const result = score === null ? '' : say('play.result.said', { score: Math.round(score) });
    const said = [result, standard].filter((text) => text !== '').join(' ');
    if (said !== '') announce(said);
  }, [title, score, standard]);
  const isReached = changes.some(({ kind }) => kind === 'reached');
  useEffect(() => {
    if (isReached) audio.play('standard');
  }, [audio, isReached]);
  const saving = snapshot.matches({ result: 'saved' })
    ? 'saved'
    : snapshot.matches({ result: 'unsaved' })
      ? 'unsaved'
      : 'saving';
  // The button that led here is gone, and so is the one that saves once it is saved.
  useEffect(() => focusKeep('.panel-body'), [saving]);
  if (scenario === null || outcome === null) return null;
  if (scenario.policy === 'exam') {
    return (
      <ExamOver
        scenarioId={scenario.id}
        saving={saving}
        onSaveAgain={() => session.send({ type: 'attempt.retry' })}
      />
    );
  }
  const suggested = suggestion?.reason === 'next' ? suggestion.scenarioId : null;
  const next = assigned === null ? suggested : assignedOpen(assigned);
  return (
    <>
      <Instruction text={say('play.next.result')} />
      <ResultPanel
        scenario={scenario}
        outcome={outcome}
        changes={changes}
        best={best[scenario.id] ?? null}
        assigned={assigned}
        next={scenarios.find(({ id }) => id === next) ?? null}
        saving={saving}
        onAgain={() => session.send({ type: 'scenario.again' })}
        onSaveAgain={() => session.send({ type: 'attempt.retry' })}
      />
    </>
  );
}

/** The first of what is assigned that was not played to its end; null once all was. */
function assignedOpen({ scenarioIds, progress }: Assigned): string | null {
  return scenarioIds.find((id) => progress.value.finished[id] === undefined) ?? null;
}
