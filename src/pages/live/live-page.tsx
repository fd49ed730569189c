import { useEffect } from 'preact/hooks';
import { CaptureNeeded } from '../../parts/capture/capture-needed.tsx';
import type { CaptureService } from '../../parts/capture/capture-service.ts';
import { liveInstruction, livePlace } from '../../parts/capture/live-text.ts';
import { SetupPanel } from '../../parts/capture/setup-panel.tsx';
import { SetupStage } from '../../parts/capture/setup-stage.tsx';
import { Instruction } from '../../parts/keys/instruction.tsx';
import { useServices } from '../../parts/services.ts';
import { barStatus } from '../../ui/bar-status.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { LIVE_SHEET } from './live-actions.ts';
import { LiveScreen } from './live-screen.tsx';

/** An ultrasound machine on a capture card: set up, then watched live with the network's overlay. */
export function LivePage() {
  usePageTitle(say('live.title'));
  return <CaptureNeeded>{(capture) => <Live capture={capture} />}</CaptureNeeded>;
}

function Live({ capture }: { readonly capture: CaptureService }) {
  const { network } = useServices();
  const snapshot = useSnapshot(capture.actor);
  const place = livePlace(snapshot);
  useEffect(() => {
    network.start();
    return () => {
      barStatus.value = null;
    };
  }, [network]);
  const isLive = snapshot.matches('live');
  useEffect(() => {
    barStatus.value = {
      title: say('live.title'),
      detail: say(isLive ? 'live.live' : 'live.setUp'),
      timeLeftS: null,
    };
  }, [isLive]);
  return (
    <div class="play live" data-place={place}>
      <Instruction text={liveInstruction(place)} sheet={LIVE_SHEET} />
      {isLive ? (
        <LiveScreen capture={capture} snapshot={snapshot} />
      ) : (
        <>
          <div class="stage">
            <SetupStage capture={capture} snapshot={snapshot} />
          </div>
          <SetupPanel capture={capture} snapshot={snapshot} />
        </>
      )}
    </div>
  );
}
