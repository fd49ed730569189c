import '../../ui/style/clips.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { textIn } from '../../domain/package/package-manifest.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { type PackageOpened, packageOpen } from '../../parts/packages/package-open.ts';
import {
  type NearbyPackage,
  packageFetch,
  packageIsNear,
  packagesNearby,
} from '../../parts/packages/packages-nearby.ts';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { noticeShow, noticesAge } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { useWork } from '../../ui/use-work.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';
import { InstalledCard } from './installed-card.tsx';
import { PackagePreview } from './package-preview.tsx';

/** The packages of this device, and those that can be taken. `from`: the address of one that a link named. */
export function PackagesPage({ from }: { readonly from: string | null }) {
  const { packages, reload } = useServices();
  const atHand = useSignal<PackageOpened | null>(null);
  const problem = useSignal<string | null>(null);
  const nearby = useSignal<readonly NearbyPackage[]>([]);
  const { work, isBusy, share, stop } = useWork();
  const letGo = () => {
    atHand.value?.close();
    atHand.value = null;
  };
  useEffect(() => letGo, []);
  useFocusKept('#main', atHand.value);

  const open = (get: (signal: AbortSignal) => Promise<Blob>) => {
    noticesAge();
    problem.value = null;
    letGo();
    return work(say('packages.unread'), async ({ signal }) => {
      try {
        atHand.value = await packageOpen(await get(signal));
        announce(textIn(atHand.value.manifest.title, wordsLanguage()));
      } catch (error) {
        const isTold =
          error instanceof InputError || (error instanceof CodedError && error.code === 'package_refused');
        if (!isTold) throw error;
        problem.value = messageSentence(error.fact);
      }
    });
  };
  const base = document.baseURI;
  const near = from !== null && packageIsNear(from, base) ? from : null;
  useEffect(() => {
    if (near !== null) void open((signal) => packageFetch(near, base, signal));
  }, [near]);
  useEffect(() => {
    void packagesNearby(base).then((found) => (nearby.value = found));
  }, []);
  const { isOver, ...drop } = useFileDrop(([file]) => {
    if (file !== undefined && !isBusy.value) void open(async () => file);
  });

  return (
    <Page title={say('packages.title')}>
      <div class="stack">
        <p class="soft">{say('packages.lead')}</p>
        {from !== null && near === null && <Elsewhere address={from} />}
        <section class="card stack drop-card" data-over={isOver} {...drop}>
          <div class="settings-data">
            <FileButton
              text={say('packages.open')}
              label={say('packages.file')}
              accept=".batsign,application/zip,.zip"
              isDisabled={isBusy.value}
              onFiles={([file]) => {
                if (file !== undefined) void open(async () => file);
              }}
            />
          </div>
          <p class="soft small">{say('packages.drop')}</p>
          {problem.value !== null && (
            <p class="inline-alert" role="alert" data-testid="package-problem">
              {problem.value}
            </p>
          )}
          {atHand.value !== null && (
            <PackagePreview
              key={atHand.value.manifest.id}
              opened={atHand.value}
              here={packages.namesake(atHand.value)}
              isBusy={isBusy.value}
              share={share.value}
              onStop={stop}
              onLeave={letGo}
              onKeep={(opened, way) =>
                work(say('packages.failed'), async (hold) => {
                  const { title } = await packages.install(opened, way, hold);
                  letGo();
                  noticeShow('info', say('packages.kept', { title: textIn(title, wordsLanguage()) }));
                  reload();
                })
              }
            />
          )}
        </section>
        {nearby.value.length > 0 && (
          <section class="card stack">
            <h2>{say('packages.nearby')}</h2>
            <div class="settings-data">
              {nearby.value.map(({ name, address }) => (
                <button
                  key={address}
                  type="button"
                  class="button"
                  disabled={isBusy.value}
                  onClick={() => void open((signal) => packageFetch(address, base, signal))}
                >
                  {say('packages.look', { name })}
                </button>
              ))}
            </div>
          </section>
        )}
        {packages.list.value.length === 0 ? (
          <p class="soft">{say('packages.none')}</p>
        ) : (
          packages.list.value.map((one) => (
            <InstalledCard key={one.id} installed={one} work={work} isBusy={isBusy.value} />
          ))
        )}
      </div>
    </Page>
  );
}

/** A link led to another place, which this page asks for nothing. */
function Elsewhere({ address }: { readonly address: string }) {
  const isWeb = /^https?:\/\//i.test(address);
  return (
    <section class="card stack">
      <h2>{say('packages.elsewhere.heading')}</h2>
      <p>{say('packages.elsewhere.text', { address })}</p>
      {isWeb && (
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            {say('packages.elsewhere.get')}
          </a>
        </p>
      )}
    </section>
  );
}
