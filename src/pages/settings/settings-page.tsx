import { useSignal } from '@preact/signals';
import { copyMakeOfDevice, copyMakeWithClips } from '../../parts/copy/copy-make.ts';
import { NewerVersion } from '../../parts/offline/newer-version.tsx';
import { OpeningProgressBar } from '../../parts/opening/opening-progress.tsx';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { settings, settingsChange } from '../../ui/settings.ts';
import { Slider } from '../../ui/slider.tsx';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { CopyImport } from './copy-import.tsx';
import { LanguageChoice } from './language-choice.tsx';

export function SettingsPage() {
  const { isSoundOn, overlayOpacity, areKeysOn } = settings.value;
  return (
    <Page title={say('settings.title')}>
      <div class="stack">
        <LanguageChoice />
        <section class="card stack">
          <h2>{say('settings.sound.heading')}</h2>
          <label class="switch">
            <input
              type="checkbox"
              checked={isSoundOn}
              onChange={(event) => settingsChange({ isSoundOn: event.currentTarget.checked })}
            />
            {say('settings.sound.play')}
          </label>
        </section>
        <section class="card stack">
          <h2>{say('settings.image.heading')}</h2>
          <Slider
            label={say('settings.image.overlay')}
            value={Math.round(overlayOpacity * 100)}
            min={10}
            max={100}
            step={5}
            show={say('settings.image.percent', { percent: Math.round(overlayOpacity * 100) })}
            onChange={(value) => settingsChange({ overlayOpacity: value / 100 })}
          />
        </section>
        <section class="card stack">
          <h2>{say('settings.keyboard.heading')}</h2>
          <label class="switch">
            <input
              type="checkbox"
              checked={areKeysOn}
              onChange={(event) => settingsChange({ areKeysOn: event.currentTarget.checked })}
            />
            {say('settings.keyboard.keys')}
          </label>
          <p class="soft small">{say('settings.keyboard.note')}</p>
        </section>
        <LearnersLink />
        <WithoutNetwork />
        <MyData />
      </div>
    </Page>
  );
}

function LearnersLink() {
  return (
    <section class="card stack">
      <h2>{say('settings.learners.heading')}</h2>
      <p class="soft">{say('settings.learners.text')}</p>
      <div class="settings-data">
        <a class="button" href={routeHref({ page: 'learners' })}>
          <Icon name="person" />
          {say('settings.learners.open')}
        </a>
      </div>
    </section>
  );
}

/** Whether the game starts without a network. */
function WithoutNetwork() {
  const { offline } = useServices();
  return (
    <section class="card stack">
      <h2>{say('settings.offline.heading')}</h2>
      <p class="soft" data-testid="offline">
        {say(`settings.offline.${offline.state.value}`)}
      </p>
      <NewerVersion />
    </section>
  );
}

/** Handing over and erasing what is kept. Erasing asks once more, in place. */
function MyData() {
  const { store, records, drafts, packages, networks, learners, erase: everythingErase } = useServices();
  const others = learners.list.value.learners.length - 1;
  const isAsking = useSignal(false);
  const isWithClips = useSignal(false);
  const { work, isBusy, share, stop } = useWork();

  const hand = () =>
    work(say('settings.data.unread'), async (packing) => {
      const device = { drafts, packages, networks };
      const { content, name } = isWithClips.value
        ? await copyMakeWithClips(await store, device, await records(), packing)
        : await copyMakeOfDevice(await store, device);
      fileOffer(content, name);
    });
  const erase = () =>
    work(say('settings.erase.failed'), async () => {
      await everythingErase();
      isAsking.value = false;
      noticeShow('info', say('settings.erase.done'));
      announce(say('settings.erase.doneShort'));
    });

  return (
    <section class="card stack">
      <h2>{say('settings.data.heading')}</h2>
      <p class="soft">{say('settings.data.text')}</p>
      <label class="switch">
        <input
          type="checkbox"
          checked={isWithClips.value}
          onChange={(event) => {
            isWithClips.value = event.currentTarget.checked;
          }}
        />
        {say('settings.data.withClips')}
      </label>
      <div class="settings-data">
        <button type="button" class="button" disabled={isBusy.value} onClick={hand}>
          <Icon name="save" />
          {say('settings.data.save')}
        </button>
        {isAsking.value ? (
          <>
            <button type="button" class="button danger" disabled={isBusy.value} onClick={erase}>
              <Icon name="clear" />
              {say('settings.erase.confirm')}
            </button>
            <button
              type="button"
              class="button button-quiet"
              onClick={() => {
                isAsking.value = false;
              }}
            >
              {say('settings.erase.keep')}
            </button>
          </>
        ) : (
          <button
            type="button"
            class="button danger"
            onClick={() => {
              isAsking.value = true;
              announce(say('settings.erase.asked'));
            }}
          >
            <Icon name="clear" />
            {say('settings.erase.ask')}
          </button>
        )}
      </div>
      {isAsking.value && others > 0 && <p role="alert">{say('settings.erase.all', { count: others })}</p>}
      {share.value !== null && (
        <div class="settings-data">
          <OpeningProgressBar
            text={say('settings.data.packing', { percent: Math.floor(100 * share.value) })}
            share={share.value}
          />
          <button type="button" class="button" onClick={stop}>
            {say('settings.data.stop')}
          </button>
        </div>
      )}
      <CopyImport isBusy={isBusy.value} work={work} />
    </section>
  );
}
