import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { type ClipDesk, clipDeskOpen } from './clip-desk.ts';
import { ClipView } from './clip-view.tsx';

/** One clip of the library. */
export function ClipPage({ id }: { readonly id: string }) {
  const { records, network } = useServices();
  const desk = useSignal<ClipDesk | null>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    let isGone = false;
    network.start();
    const open = async (): Promise<void> => {
      const opened = await clipDeskOpen(await records(), network, id);
      if (isGone) opened.close();
      else desk.value = opened;
    };
    open().catch((error: unknown) => {
      problem.value = errorSentence(error, 'The clip could not be opened: reload the page and try again.');
    });
    return () => {
      isGone = true;
      desk.peek()?.close();
    };
  }, [records, network, id, desk, problem]);
  if (desk.value !== null) return <ClipView desk={desk.value} />;
  return (
    <Page title="Clip">
      {problem.value === null ? (
        <p class="soft">The clip is being opened …</p>
      ) : (
        <div class="stack">
          <p class="clips-problem" role="alert">
            {problem.value}
          </p>
          <a class="button" href={routeHref({ page: 'clips', clip: null })}>
            <Icon name="back" />
            Clip library
          </a>
        </div>
      )}
    </Page>
  );
}
