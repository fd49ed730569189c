import { useSignal } from '@preact/signals';
import { copyMake, copyMakeWithClips } from '../../parts/copy/copy-make.ts';
import { NewerVersion } from '../../parts/offline/newer-version.tsx';
import type { OfflineState } from '../../parts/offline/offline.ts';
import { OpeningProgress } from '../../parts/opening/opening-progress.tsx';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { settings, settingsChange } from '../../ui/settings.ts';
import { Slider } from '../../ui/slider.tsx';
import { useWork } from '../../ui/use-work.ts';
import { CopyImport } from './copy-import.tsx';

export function SettingsPage() {
  const { isSoundOn, overlayOpacity, areKeysOn } = settings.value;
  return (
    <Page title="Settings">
      <div class="stack">
        <section class="card stack">
          <h2>Sound</h2>
          <label class="switch">
            <input
              type="checkbox"
              checked={isSoundOn}
              onChange={(event) => settingsChange({ isSoundOn: event.currentTarget.checked })}
            />
            Play sounds
          </label>
        </section>
        <section class="card stack">
          <h2>Image</h2>
          <Slider
            label="How strongly the network's overlay covers the image"
            value={Math.round(overlayOpacity * 100)}
            min={10}
            max={100}
            step={5}
            show={`${Math.round(overlayOpacity * 100)} %`}
            onChange={(value) => settingsChange({ overlayOpacity: value / 100 })}
          />
        </section>
        <section class="card stack">
          <h2>Keyboard</h2>
          <label class="switch">
            <input
              type="checkbox"
              checked={areKeysOn}
              onChange={(event) => settingsChange({ areKeysOn: event.currentTarget.checked })}
            />
            Single-key shortcuts (1-7, B, E, L, V, R, F, H, O, Space)
          </label>
          <p class="soft small">
            Switch them off if you use speech input. Arrows and Enter on the image go on working.
          </p>
        </section>
        <WithoutNetwork />
        <MyData />
      </div>
    </Page>
  );
}

const OFFLINE_WORDS: Readonly<Record<OfflineState, string>> = {
  unknown: 'The game is not kept on this device yet: that begins some seconds after it was opened.',
  loading: 'The game is being kept on this device. As soon as it is, it starts without a network too.',
  kept: 'The game is kept on this device: it starts and works without a network.',
  impossible:
    'This browser does not let the game be kept on this device: it needs https or localhost, and no private window. It can be played as long as the page stays open.',
};

/** Whether the game starts without a network. */
function WithoutNetwork() {
  const { offline } = useServices();
  return (
    <section class="card stack">
      <h2>Without a network</h2>
      <p class="soft" data-testid="offline">
        {OFFLINE_WORDS[offline.state.value]}
      </p>
      <NewerVersion />
    </section>
  );
}

/** Handing over and erasing what is kept. Erasing asks once more, in place. */
function MyData() {
  const { store, records, erase: everythingErase } = useServices();
  const isAsking = useSignal(false);
  const isWithClips = useSignal(false);
  const { work, isBusy, share, stop } = useWork();

  const hand = () =>
    work('Your data could not be read for saving. Nothing was changed.', async (packing) => {
      const { content, name } = isWithClips.value
        ? await copyMakeWithClips(await store, await records(), packing)
        : await copyMake(await store);
      fileOffer(content, name);
    });
  const erase = () =>
    work('Your data could not be erased. Close other tabs of this game and try again.', async () => {
      await everythingErase();
      isAsking.value = false;
      noticeShow(
        'info',
        'All attempts, scores, settings and clips of this game were erased from this browser. Nothing of them is left.',
      );
      announce('Your data was erased.');
    });

  return (
    <section class="card stack">
      <h2>My data</h2>
      <p class="soft">
        Attempts with your marks, answers, hints and times, best scores, half-played lessons, settings and the
        clips of your library, with what the network said of them, are kept in this browser only. Of a clip
        only the ultrasound image is kept, nothing of its file. Of a file that you opened to practise on, a
        half-played lesson keeps one hash, by which the same file is known again, and where in it the image
        lies: never its name.
      </p>
      <label class="switch">
        <input
          type="checkbox"
          checked={isWithClips.value}
          onChange={(event) => {
            isWithClips.value = event.currentTarget.checked;
          }}
        />
        Put the clips of my library into the copy, as one zip
      </label>
      <div class="settings-data">
        <button type="button" class="button" disabled={isBusy.value} onClick={hand}>
          <Icon name="save" />
          Save a copy
        </button>
        {isAsking.value ? (
          <>
            <button type="button" class="button danger" disabled={isBusy.value} onClick={erase}>
              <Icon name="clear" />
              Yes, erase everything
            </button>
            <button
              type="button"
              class="button button-quiet"
              onClick={() => {
                isAsking.value = false;
              }}
            >
              Keep it
            </button>
          </>
        ) : (
          <button
            type="button"
            class="button danger"
            onClick={() => {
              isAsking.value = true;
              announce('Erase everything? Press Yes, erase everything to confirm.');
            }}
          >
            <Icon name="clear" />
            Erase my data
          </button>
        )}
      </div>
      {share.value !== null && (
        <div class="settings-data">
          <OpeningProgress text={`${Math.floor(100 * share.value)} % of the clips`} share={share.value} />
          <button type="button" class="button" onClick={stop}>
            Stop
          </button>
        </div>
      )}
      <CopyImport isBusy={isBusy.value} work={work} />
    </section>
  );
}
