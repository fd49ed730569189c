import { useSignal } from '@preact/signals';
import type { AdaptedNetwork } from '../../domain/adaptation/adapted-network.ts';
import { bindingRead } from '../../domain/adaptation/network-images.ts';
import { uuidOf } from '../../domain/digest/uuid.ts';
import { dateText } from '../../parts/opening/clip-text.ts';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { fileOffer } from '../../ui/file-offer.ts';
import { fileStem } from '../../ui/file-stem.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { type NamedImages, useBoundImages } from './devices.ts';
import { networkFileRead, networkFileWrite } from './network-file.ts';

/** Networks on this device, and which images each of them labels. */
export function NetworksPart({
  list,
  uses,
  onChange,
}: {
  readonly list: readonly AdaptedNetwork[];
  /** Ids of networks, by what they label. */
  readonly uses: ReadonlyMap<string, string>;
  readonly onChange: () => Promise<void>;
}) {
  const { networks } = useServices();
  const said = useSignal<{ readonly isProblem: boolean; readonly text: string } | null>(null);
  const isBusy = useSignal(false);
  const bound = useBoundImages();
  const nameOf = (id: string | undefined): string =>
    list.find((network) => network.id === id)?.name ?? say('adapt.networks.shipped');

  /** Tells what came of it here, where it was asked for. */
  const work = async (whatFailed: string, task: () => Promise<string>): Promise<void> => {
    isBusy.value = true;
    said.value = null;
    try {
      said.value = { isProblem: false, text: await task() };
    } catch (error) {
      said.value = { isProblem: true, text: errorSentence(error, whatFailed) };
    } finally {
      isBusy.value = false;
    }
  };
  const shippedTake = () =>
    work(say('adapt.networks.notChanged'), async () => {
      const store = await networks();
      for (const key of uses.keys()) {
        const images = bindingRead(key);
        if (images !== null) await store.useSet(images, null);
      }
      await onChange();
      return say('adapt.networks.back');
    });
  const fileTake = (file: File) =>
    work(say('messages.adaptedFileNone'), async () => {
      const { name, facts, sha256, files } = await networkFileRead(file);
      const id =
        list.find((network) => network.sha256 === sha256)?.id ??
        uuidOf(crypto.getRandomValues(new Uint8Array(16)));
      await (await networks()).networkSave(
        { id, name, keptAtMs: Date.now(), from: 'file', sha256, facts },
        files,
      );
      await onChange();
      return say('adapt.networks.imported', { name });
    });
  return (
    <section class="card stack" data-testid="networks">
      <h2>{say('adapt.networks.heading')}</h2>
      <p>{say('adapt.networks.lead')}</p>
      <dl class="adapt-uses">
        {bound.map(({ key, text }) => (
          <div key={key}>
            <dt>{text}</dt>
            <dd data-testid={`labels-${key}`}>{nameOf(uses.get(key))}</dd>
          </div>
        ))}
        <div>
          <dt>{say('adapt.images.simulated')}</dt>
          <dd>{say('adapt.networks.shipped')}</dd>
        </div>
      </dl>
      <div class="settings-data">
        {uses.size > 0 && (
          <button type="button" class="button" onClick={() => void shippedTake()}>
            <Icon name="undo" />
            {say('adapt.networks.toShipped')}
          </button>
        )}
        <FileButton
          text={say('adapt.networks.import')}
          label={say('adapt.networks.importLabel')}
          accept=".zip,application/zip"
          isDisabled={isBusy.value}
          onFiles={([file]) => file !== undefined && void fileTake(file)}
        />
      </div>
      {said.value !== null && (
        <p
          class={said.value.isProblem ? 'inline-alert' : 'key-note'}
          role={said.value.isProblem ? 'alert' : 'status'}
        >
          {said.value.text}
        </p>
      )}
      {list.map((network) => (
        <NetworkCard key={network.id} network={network} bound={bound} uses={uses} onChange={onChange} />
      ))}
    </section>
  );
}

function NetworkCard({
  network,
  bound,
  uses,
  onChange,
}: {
  readonly network: AdaptedNetwork;
  readonly bound: readonly NamedImages[];
  readonly uses: ReadonlyMap<string, string>;
  readonly onChange: () => Promise<void>;
}) {
  const { networks } = useServices();
  const { id, name, keptAtMs, from, facts } = network;
  const { held } = facts;
  const changed = async (change: () => Promise<void>): Promise<void> => {
    try {
      await change();
      await onChange();
    } catch (error) {
      noticeError(error, say('adapt.networks.notChanged'));
    }
  };
  const use = ({ images, text }: NamedImages) =>
    changed(async () => {
      await (await networks()).useSet(images, id);
      announce(say('adapt.keep.kept', { name, images: text }));
    });
  const remove = () =>
    changed(async () => {
      const store = await networks();
      const files = await store.networkFiles(id).catch(() => null);
      const labelled = bound.filter(({ key }) => uses.get(key) === id);
      await store.networkRemove(id);
      if (files === null) return;
      noticeShow('info', say('adapt.networks.removed', { name }), {
        text: say('adapt.networks.undo'),
        act: () =>
          void changed(async () => {
            await store.networkSave(network, files);
            for (const { images } of labelled) await store.useSet(images, id);
          }),
      });
    });
  const save = () =>
    changed(async () => {
      const files = await (await networks()).networkFiles(id);
      fileOffer(await networkFileWrite(network, files), `${fileStem(name, 'network')}.batsign-network.zip`);
    });
  return (
    <article class="adapt-network stack" aria-label={name} data-testid="network">
      <h3>{name}</h3>
      <p class="small">
        {say(from === 'here' ? 'adapt.networks.fromHere' : 'adapt.networks.fromFile', {
          date: dateText(keptAtMs),
        })}{' '}
        {say('adapt.networks.facts', {
          frames: facts.frames,
          exams: facts.exams,
          held: held.frames,
          before: held.before.mean,
          after: held.after.mean,
        })}
      </p>
      <div class="settings-data">
        {bound
          .filter(({ key }) => uses.get(key) !== id)
          .map((one) => (
            <button key={one.key} type="button" class="button" onClick={() => void use(one)}>
              {say('adapt.networks.use', { images: one.text })}
            </button>
          ))}
        <button
          type="button"
          class="button"
          aria-label={say('adapt.networks.exportOf', { name })}
          onClick={() => void save()}
        >
          <Icon name="file" />
          {say('adapt.networks.export')}
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-label={say('adapt.networks.removeOf', { name })}
          onClick={() => void remove()}
        >
          <Icon name="clear" size={18} />
          {say('adapt.networks.remove')}
        </button>
      </div>
    </article>
  );
}
