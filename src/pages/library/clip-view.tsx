import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { reportsStanding } from '../../domain/analysis/standing.ts';
import { stripSummary } from '../../domain/analysis/strip.ts';
import { Instruction } from '../../parts/keys/instruction.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { clipTitle } from '../../parts/opening/clip-text.ts';
import { ScannerScreen } from '../../parts/player/scanner-screen.tsx';
import type { Scanner } from '../../scanner/scanner.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePageTitle } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { CLIP_ACTIONS, CLIP_SHEET } from './clip-actions.ts';
import { ClipPanel } from './clip-panel.tsx';
import type { ClipSession } from './clip-session.ts';
import { FindingStrip } from './finding-strip.tsx';
import { Transport } from './transport.tsx';

/** A clip with its images, the strip of what the network finds in them, and what can be done with it. */
export function ClipView({ session }: { readonly session: ClipSession }) {
  const { record, viewer } = session;
  const title = clipTitle(record);
  usePageTitle(title);
  const player = useSnapshot(session.player);
  const analysis = useSnapshot(session.analysis);
  const { index } = player.context;
  const problem = player.context.problem === null ? null : messageSentence(player.context.problem);
  const { reports } = analysis.context;
  const standing = useMemo(() => reportsStanding(reports, record.timesMs), [reports, record]);
  const summary = useMemo(() => stripSummary(standing), [standing]);
  const onScanner = useCallback((scanner: Scanner | null) => viewer.scannerSet(scanner), [viewer]);
  const isPlaying = player.matches('playing');
  useClipKeys(session, summary.peak?.index ?? null);
  useEffect(() => {
    if (problem !== null) announce(problem);
  }, [problem]);
  return (
    <div class="clip-view" data-testid="clip-view" data-image={index}>
      <div class="clip-head">
        <a class="bar-link" href={routeHref({ page: 'clips', clip: null })}>
          <Icon name="back" />
          {say('library.back')}
        </a>
        <Instruction text={title} sheet={CLIP_SHEET} isHeading />
      </div>
      <div class="clip-screen">
        <ScannerScreen
          label={say(isPlaying ? 'library.screen.moving' : 'library.screen.still', {
            image: index + 1,
            images: record.timesMs.length,
          })}
          waiting={null}
          viewer={viewer}
          scanner={viewer.scanner.value}
          onScanner={onScanner}
          told="stored"
          frozenIndex={viewer.frozen.value?.index ?? null}
        />
        {problem !== null && (
          <p class="clip-problem" role="alert">
            <Icon name="warning" />
            {problem}
          </p>
        )}
      </div>
      <div class="clip-below">
        <Transport player={session.player} snapshot={player} />
        <FindingStrip
          timesMs={record.timesMs}
          reports={standing}
          summary={summary}
          index={index}
          onSeek={(to) => session.player.send({ type: 'image.seek', index: to })}
          onMove={(event) => session.player.send(event)}
        />
      </div>
      <ClipPanel session={session} analysis={analysis} summary={summary} index={index} />
    </div>
  );
}

function useClipKeys({ player, viewer }: ClipSession, peak: number | null): void {
  useKeys((event, place, areKeysOn) => {
    const does = actionFind(CLIP_ACTIONS, event, { place, areKeysOn, mode: 'clip' }, null);
    if (does === 'overlay') viewer.overlaySet(!viewer.isOverlayOn.peek());
    else if (does !== null && does !== 'peak') player.send(does);
    else if (does === 'peak' && peak !== null) player.send({ type: 'image.seek', index: peak });
    return does !== null;
  });
}
