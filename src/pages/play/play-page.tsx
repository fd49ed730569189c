import { useEffect } from 'preact/hooks';
import { Instruction } from '../../parts/keys/instruction.tsx';
import { useNetworkAfter } from '../../parts/network/use-network-after.ts';
import { waitingText } from '../../parts/player/waiting.ts';
import { useServices } from '../../parts/services.ts';
import { scenarioActorOf } from '../../parts/session/machine/session.ts';
import { scenarioBuiltIn } from '../../parts/session/practice.ts';
import { barStatus } from '../../ui/bar-status.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { routeGo } from '../../ui/route.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { ElsewherePanel } from './elsewhere-panel.tsx';
import { ScenarioView } from './scenario-view.tsx';
import { StageScreens } from './stage-screens.tsx';
import { useFreezeFromLive } from './use-freeze-from-live.ts';
import { useScannerLent } from './use-scanner-lent.ts';
import { ClipStage, ResultView, ScannerSetup, ScannerStage } from './views-later.ts';
import { WaitPanel } from './wait-panel.tsx';

/** Plays a scenario: the scanner's screen stays, and what stands around it follows the session. */
export function PlayPage() {
  const { scenarios, session, stage, clipSetup } = useServices();
  const snapshot = useSnapshot(session);
  const actor = snapshot.matches('playing') ? scenarioActorOf(snapshot) : null;
  const { scenario, scenarioId } = snapshot.context;
  // Of one that is not loaded the list knows the name.
  const listed = scenarios.find(({ id }) => id === scenarioId) ?? scenarioBuiltIn(scenarioId ?? '');
  const title = (scenario?.id === scenarioId ? scenario : listed)?.title ?? say('play.scenario');
  usePageTitle(title);
  useEffect(
    () => () => {
      barStatus.value = null;
    },
    [],
  );
  const setup = clipSetup.value;
  const lent = useScannerLent();
  const isScannerSet = lent === null || lent.snapshot.matches('live');
  // Nobody who is asked for a file, or sets up a machine, waits for an image of ours.
  const isSettingUp = setup !== null || !isScannerSet;
  useNetworkAfter(isSettingUp || (stage.hasImage.value && stage.scanner.value !== null));
  useFreezeFromLive(actor);
  const isDone = snapshot.matches('result');
  const isTaking = snapshot.matches('taking');
  const isElsewhere = isTaking || snapshot.matches('elsewhere');
  const awaited = (stage.image.value ?? snapshot.context.scenario?.images[0])?.source.kind ?? 'phantom';
  const isWaiting = !stage.hasImage.value && setup === null && !isDone;
  const waiting = isElsewhere ? say('play.screen.elsewhere') : isWaiting ? waitingText(awaited) : null;
  return (
    <div class="play">
      <StageScreens waiting={waiting}>
        {setup !== null && <ClipStage setup={setup} />}
        {lent !== null && <ScannerStage {...lent} isSet={isScannerSet} />}
      </StageScreens>
      {!isScannerSet ? (
        <ScannerSetup {...lent} />
      ) : actor !== null ? (
        <ScenarioView key={actor.id} actor={actor} />
      ) : isDone ? (
        <ResultView />
      ) : isElsewhere ? (
        <>
          <h1 class="hidden-visually">{title}</h1>
          <Instruction text={say('play.next.elsewhere')} />
          <ElsewherePanel
            name={title}
            isTaking={isTaking}
            isUnkept={snapshot.context.unkept !== null}
            onTake={() => session.send({ type: 'scenario.take' })}
            onRestore={() => session.send({ type: 'scenario.restore' })}
            onLeave={() => routeGo({ page: 'home' })}
          />
        </>
      ) : (
        <>
          <h1 class="hidden-visually">{title}</h1>
          <Instruction text={say('play.next.opening')} />
          <WaitPanel
            title={say('play.wait.scenario')}
            network={null}
            onLeave={() => routeGo({ page: 'home' })}
          />
        </>
      )}
    </div>
  );
}
