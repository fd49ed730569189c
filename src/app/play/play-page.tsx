import { useCallback, useEffect } from 'preact/hooks';
import type { ScenarioImage } from '../../domain/scenario/scenario.ts';
import type { Scanner } from '../../game/scanner.ts';
import { scenarioActorOf } from '../../machines/session.ts';
import { ClipStage } from '../components/clip-stage.tsx';
import { usePageTitle } from '../components/page.tsx';
import { ScannerScreen } from '../components/scanner-screen.tsx';
import { WaitPanel } from '../panels/wait-panel.tsx';
import { routeGo } from '../route.ts';
import { useServices } from '../services.ts';
import { barStatus } from './bar-status.ts';
import { Instruction } from './instruction.tsx';
import { ResultView } from './result-view.tsx';
import { ScenarioView } from './scenario-view.tsx';
import { useSnapshot } from './use-snapshot.ts';

/** Plays a scenario: the scanner's screen stays, and what stands around it follows the session. */
export function PlayPage() {
  const { session, stage, network, clipSetup } = useServices();
  const snapshot = useSnapshot(session);
  const actor = snapshot.matches('playing') ? scenarioActorOf(snapshot) : null;
  const title = snapshot.context.scenario?.title ?? 'Scenario';
  usePageTitle(title);
  useEffect(() => {
    network.start();
    return () => {
      barStatus.value = null;
    };
  }, [network]);
  const onScanner = useCallback((scanner: Scanner | null) => stage.scannerSet(scanner), [stage]);
  const setup = clipSetup.value;
  const frozen = stage.frozen.value;
  const image = stage.image.value;
  const isDone = snapshot.matches('result');
  return (
    <div class="play">
      <div class="stage">
        <ScannerScreen
          label={screenLabel(stage.isLive.value, frozen !== null)}
          isWaiting={!stage.hasImage.value && setup === null && !isDone}
          scanner={stage.scanner.value}
          onScanner={onScanner}
          told={image === null ? null : imageTold(image)}
          frozenIndex={frozen?.index ?? null}
        />
        {setup !== null && <ClipStage setup={setup} />}
      </div>
      {actor !== null ? (
        <ScenarioView key={actor.id} actor={actor} />
      ) : isDone ? (
        <ResultView />
      ) : (
        <>
          <Instruction text="The scenario is being opened." />
          <WaitPanel title="Opening …" network={null} onLeave={() => routeGo({ page: 'home' })} />
        </>
      )}
    </div>
  );
}

/** What tests and tools know the image by. */
function imageTold({ source }: ScenarioImage): string {
  return source.kind === 'phantom' ? JSON.stringify(source.request) : source.kind;
}

function screenLabel(isLive: boolean, isFrozen: boolean): string {
  if (isLive) return 'Ultrasound image, moving';
  return isFrozen
    ? 'Ultrasound image, frozen. Arrow keys move the cross-hair, Enter places a point.'
    : 'Ultrasound screen, no image yet';
}
