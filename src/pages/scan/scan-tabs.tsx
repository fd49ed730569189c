import { useSignal } from '@preact/signals';
import type { ScanConsole } from '../../parts/console/console.ts';
import { ControlsPanel } from '../../parts/console/controls-panel.tsx';
import type { ScanContext, ScanEvent } from '../../parts/console/machine/scan-context.ts';
import { ProbeColumn } from '../../parts/console/probe-column.tsx';
import { useServices } from '../../parts/services.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { ImagePanel } from './image-panel.tsx';
import { PatientPanel } from './patient-panel.tsx';
import { PATIENT_WISH, type PatientWish, patientDraw } from './patient-wish.ts';
import type { ScanPlace } from './scan-hint.ts';
import { seedDraw } from './seed-draw.ts';

type Tab = 'probe' | 'machine' | 'image' | 'patient';

const TABS: readonly { readonly tab: Tab; readonly icon: IconName }[] = [
  { tab: 'probe', icon: 'probe' },
  { tab: 'machine', icon: 'gear' },
  { tab: 'image', icon: 'target' },
  { tab: 'patient', icon: 'again' },
];

/** The cart's panels, one at a time; on a narrow window the chest is one of them. */
export function ScanTabs({
  console,
  context,
  place,
  isNarrow,
  send,
}: {
  readonly console: ScanConsole;
  readonly context: ScanContext;
  readonly place: ScanPlace;
  readonly isNarrow: boolean;
  readonly send: (event: ScanEvent) => void;
}) {
  const { viewer } = console;
  const { network } = useServices();
  const picked = useSignal<Tab>('probe');
  const wish = useSignal(PATIENT_WISH);
  const tab = !isNarrow && picked.value === 'probe' ? 'machine' : picked.value;
  const patientTake = (seed: number): void => {
    send({
      type: 'patient.pick',
      request: patientDraw(wish.value, seed),
      isSecret: wish.value.condition === 'surprise',
    });
  };
  /** The patient on the couch comes to be as wished for; a surprise is another one. */
  const wishTake = (next: PatientWish): void => {
    const isSurprise = next.condition === 'surprise' && wish.value.condition !== 'surprise';
    wish.value = next;
    patientTake(isSurprise ? seedDraw() : context.request.seed);
  };
  return (
    <section class="scan-side" aria-label={say('scan.tabs.console')}>
      <fieldset class="picker scan-tabs">
        <legend class="hidden-visually">{say('scan.tabs.panel')}</legend>
        {TABS.filter((one) => isNarrow || one.tab !== 'probe').map((one) => (
          <Choice
            key={one.tab}
            name="panel"
            value={one.tab}
            isChosen={one.tab === tab}
            onPick={() => {
              picked.value = one.tab;
            }}
            faceClass="tool-face"
          >
            <Icon name={one.icon} size={20} />
            {say(`scan.tabs.${one.tab}`)}
          </Choice>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="scan-panel" tabIndex={0} aria-label={say(`scan.tabs.${tab}`)}>
        {place === 'failed' && (
          <button type="button" class="button button-wide" onClick={() => send({ type: 'patient.retry' })}>
            <Icon name="again" />
            {say('scan.tabs.retry')}
          </button>
        )}
        {tab === 'probe' && (
          <ProbeColumn context={context} sector={console.viewer.sector.value} send={send} />
        )}
        {tab === 'machine' && <ControlsPanel controls={context.controls} send={send} />}
        {tab === 'image' && (
          <ImagePanel
            viewer={viewer}
            network={network}
            request={context.request}
            frozen={context.frozen}
            calipers={context.calipers}
            tool={context.tool}
            zoneSet={context.zoneSet}
            mLine={context.mLine}
            isTruthShown={context.isTruthShown}
            send={send}
          />
        )}
        {tab === 'patient' && (
          <PatientPanel
            wish={wish.value}
            seed={context.request.seed}
            onWish={(next) => {
              wish.value = next;
            }}
            onTake={wishTake}
            onNew={() => patientTake(seedDraw())}
            onAgain={patientTake}
          />
        )}
      </section>
    </section>
  );
}
