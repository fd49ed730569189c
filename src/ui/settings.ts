import { effect, signal } from '@preact/signals';
import type { Store, StoredSettings } from '../ports/store.ts';

const SETTINGS_DEFAULT: StoredSettings = {
  isSoundOn: true,
  overlayOpacity: 0.55,
  areKeysOn: true,
  extraTime: 0,
};

/** The learner's choices for this browser. */
export const settings = signal<StoredSettings>(SETTINGS_DEFAULT);

let isChanged = false;

export function settingsChange(change: Partial<StoredSettings>): void {
  isChanged = true;
  settings.value = { ...settings.value, ...change };
}

/** Back to what a first visit finds, without storing that. */
export function settingsForget(): void {
  isChanged = false;
  settings.value = SETTINGS_DEFAULT;
}

/** Takes the settings that are stored by now. */
export async function settingsTake(store: Store): Promise<void> {
  const stored = await store.settingsLoad();
  settingsForget();
  settings.value = { ...SETTINGS_DEFAULT, ...stored };
}

/** Takes the stored settings, unless something was chosen meanwhile, and stores every later change. */
export async function settingsKeep(store: Store): Promise<void> {
  const stored = await store.settingsLoad();
  if (!isChanged) settings.value = { ...SETTINGS_DEFAULT, ...stored };
  effect(() => {
    const chosen = settings.value;
    if (!isChanged) return;
    // A storage that is full or forbidden only means that the choice lasts as long as this page.
    store.settingsSave(chosen).catch((error: unknown) => console.warn(error));
  });
}
