import '../../ui/style/clips.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { type ClipSession, clipSessionOpen } from './clip-session.ts';
import { ClipView } from './clip-view.tsx';

/** One clip of the library. */
export function ClipPage({ id }: { readonly id: string }) {
  const { records, network } = useServices();
  const session = useSignal<ClipSession | null>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    let isGone = false;
    network.start();
    const open = async (): Promise<void> => {
      const opened = await clipSessionOpen(await records(), network, id);
      if (isGone) opened.close();
      else session.value = opened;
    };
    open().catch((error: unknown) => {
      problem.value = errorSentence(error, say('library.notOpened'));
    });
    return () => {
      isGone = true;
      session.peek()?.close();
    };
  }, [records, network, id, session, problem]);
  if (session.value !== null) return <ClipView session={session.value} />;
  return (
    <Page title={say('library.clip')}>
      {problem.value === null ? (
        <p class="soft">{say('library.opening')}</p>
      ) : (
        <div class="stack">
          <p class="clips-problem" role="alert">
            {problem.value}
          </p>
          <a class="button" href={routeHref({ page: 'clips', clip: null })}>
            <Icon name="back" />
            {say('library.title')}
          </a>
        </div>
      )}
    </Page>
  );
}
