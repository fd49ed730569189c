import { useSignal } from '@preact/signals';
import {
  type InstalledPackage,
  PACKAGE_WAYS,
  type PackageWay,
} from '../../domain/package/installed-package.ts';
import { textIn } from '../../domain/package/package-manifest.ts';
import { packageScenarioNames } from '../../domain/package/package-scenarios.ts';
import { dateText } from '../../parts/opening/clip-text.ts';
import type { PackageOpened } from '../../parts/packages/package-open.ts';
import { Choice } from '../../ui/choice.tsx';
import { say, wordsLanguage } from '../../ui/words/say.ts';
import { packageFacts } from './package-facts.ts';

/** A package as it is before it is taken: who made it and with what in it; nothing of it is kept yet. */
export function PackagePreview({
  opened,
  here,
  isBusy,
  share,
  onKeep,
  onLeave,
  onStop,
}: {
  readonly opened: PackageOpened;
  /** The one of its name that is on this device. */
  readonly here: InstalledPackage | null;
  readonly isBusy: boolean;
  /** Of its clips that are kept, 0-1; null where none is being kept. */
  readonly share: number | null;
  readonly onKeep: (opened: PackageOpened, way: PackageWay) => void;
  readonly onLeave: () => void;
  readonly onStop: () => void;
}) {
  const way = useSignal<PackageWay>('replace');
  const { manifest, texts, scenarios, clips, bytes } = opened;
  const title = textIn(manifest.title, wordsLanguage());
  const shown = scenarios[wordsLanguage()] ?? scenarios[manifest.language] ?? [];
  return (
    <section class="stack" aria-label={title} data-testid="package-preview">
      <h2>{title}</h2>
      <ul>
        {packageFacts(manifest, {
          scenarios: packageScenarioNames(texts).length,
          languages: Object.keys(scenarios),
          clips: clips.length,
          bytes,
        }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ol>
        {shown.map((scenario) => (
          <li key={scenario.id}>
            <strong>{scenario.title}</strong> {scenario.summary}
          </li>
        ))}
      </ol>
      <p class="soft small">{say('packages.nothing')}</p>
      {here !== null && (
        <>
          <p>{say('packages.here', { revision: here.revision, date: dateText(here.installedAtMs) })}</p>
          <div class="stack" role="radiogroup" aria-label={say('packages.way.name')}>
            {PACKAGE_WAYS.map((value) => (
              <Choice
                key={value}
                name="package-way"
                value={value}
                isChosen={way.value === value}
                onPick={() => (way.value = value)}
              >
                {say(`packages.way.${value}`)}
              </Choice>
            ))}
          </div>
        </>
      )}
      <div class="settings-data">
        <button
          type="button"
          class="button button-primary"
          disabled={isBusy}
          onClick={() => onKeep(opened, way.value)}
        >
          {say('packages.keep')}
        </button>
        {isBusy && share !== null ? (
          <button type="button" class="button" onClick={onStop}>
            {say('packages.stop')}
          </button>
        ) : (
          <button type="button" class="button button-quiet" disabled={isBusy} onClick={onLeave}>
            {say('packages.leave')}
          </button>
        )}
      </div>
      {isBusy && share !== null && (
        <p role="status">{say('packages.keeping', { percent: Math.round(100 * share) })}</p>
      )}
    </section>
  );
}
