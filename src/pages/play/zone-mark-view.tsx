import { zoneAt } from '../../domain/scan/zones.ts';
import type { SurveyStep } from '../../domain/scenario/scenario.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { MARKING_ACTIONS } from '../../parts/marking/marking-actions.ts';
import { useMarkingOnScanner } from '../../parts/marking/marking-on-scanner.ts';
import { useServices } from '../../parts/services.ts';
import type { MarkingActor, ScenarioActor } from '../../parts/session/machine/session.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { MarkPanel } from './mark-panel.tsx';
import { useMarkSounds } from './use-mark-sounds.ts';
import { zoneNamed } from './zone-words.ts';

/** The image of a zone is marked; what was marked makes the zone's pattern. */
export function ZoneMarkView({
  actor,
  step,
  marking,
}: {
  readonly actor: ScenarioActor;
  readonly step: SurveyStep;
  readonly marking: MarkingActor;
}) {
  const { stage } = useServices();
  const { view } = useSnapshot(actor).context;
  const drawn = useSnapshot(marking).context;
  useMarkingOnScanner(stage.scanner, marking);
  useMarkSounds(drawn.marks.length, drawn.history.done);
  useKeys((event, place, areKeysOn) => {
    const scene = { place, areKeysOn, mode: 'mark' } as const;
    const mark = actionFind(MARKING_ACTIONS, event, scene, marking.getSnapshot().context);
    if (mark !== null) marking.send(mark);
    return mark !== null;
  });
  const zone = zoneAt(step.zones, view.pose);
  return (
    <MarkPanel
      text={say('survey.zone.markHow')}
      title={zone === null ? say('play.scan.noZone') : zoneNamed(zone)}
      notes={[]}
      why={null}
      way="button"
      marking={drawn}
      send={(event) => marking.send(event)}
      hints={step.hints}
      hintsTaken={0}
      isBusy={false}
      submit={say('survey.zone.keep')}
      skip={say('survey.zone.again')}
      onHint={() => {}}
      onSkip={() => actor.send({ type: 'step.skip' })}
      onSubmit={() => actor.send({ type: 'marks.submit' })}
    />
  );
}
