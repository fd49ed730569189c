import { useEffect } from 'preact/hooks';
import { usePageTitle } from '../components/page.tsx';
import { barStatus } from '../play/bar-status.ts';
import { Instruction } from '../play/instruction.tsx';
import { useSnapshot } from '../play/use-snapshot.ts';
import { useServices } from '../services.ts';
import { LIVE_SHORTCUTS } from '../text/live-shortcuts.ts';
import { LiveScreen } from './live-screen.tsx';
import { liveInstruction, livePlace } from './live-text.ts';
import { SetupPanel } from './setup-panel.tsx';
import { SetupStage } from './setup-stage.tsx';

const TITLE = 'Your own machine';

/** An ultrasound machine on a capture card: set up, then watched live with the network's overlay. */
export function LivePage() {
  usePageTitle(TITLE);
  const { capture, network } = useServices();
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
    barStatus.value = { title: TITLE, detail: isLive ? 'Live' : 'Set-up', timeLeftS: null };
  }, [isLive]);
  return (
    <div class="play live" data-place={place}>
      <Instruction text={liveInstruction(place)} shortcuts={LIVE_SHORTCUTS} />
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
