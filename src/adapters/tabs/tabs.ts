import type { Tabs, TabsEvents } from '../../ports/tabs.ts';
import { ANSWER_MS, type Release } from './exclusion.ts';
import { exclusionLocks } from './exclusion-locks.ts';
import { exclusionMessages } from './exclusion-messages.ts';

export interface TabsOptions extends TabsEvents {
  /** Pages of the same name know of each other; another one keeps tests apart. */
  readonly name?: string;
  /** How long a page that plays a scenario has to hand it over, ms. */
  readonly limitMs?: number;
  /** Null where the browser has none, as on pages over plain http. */
  readonly locks?: LockManager | null;
}

type Message =
  /** Whoever plays it is to let go of it. */
  { readonly kind: 'give'; readonly scenarioId: string } | { readonly kind: 'changed' };

export function tabsOpen({
  onTaken,
  onChanged,
  name = 'batsign',
  limitMs = 3000,
  locks = navigator.locks ?? null,
}: TabsOptions): Tabs {
  /** Of each scenario that this page plays, how often it was claimed. */
  const played = new Map<string, { claims: number; readonly release: Release }>();
  const lost = (scenarioId: string): void => {
    if (played.delete(scenarioId)) onTaken(scenarioId);
  };
  const exclusion =
    locks === null ? exclusionMessages(`${name}-play-`) : exclusionLocks(locks, `${name}-play-`, lost);
  const channel = new BroadcastChannel(`${name}-tabs`);
  const post = (message: Message): void => channel.postMessage(message);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'changed') onChanged();
    else if (played.has(data.scenarioId)) onTaken(data.scenarioId);
  });

  return {
    async claim(scenarioId) {
      const own = played.get(scenarioId);
      if (own !== undefined) {
        own.claims += 1;
        return 'kept';
      }
      const release = await exclusion.request(scenarioId, ANSWER_MS);
      if (release === null) return 'elsewhere';
      played.set(scenarioId, { claims: 1, release });
      return 'new';
    },
    async takeOver(scenarioId) {
      const given = exclusion.request(scenarioId, limitMs);
      post({ kind: 'give', scenarioId });
      const release = (await given) ?? (await exclusion.seize(scenarioId));
      played.set(scenarioId, { claims: 1, release });
    },
    release(scenarioId) {
      const own = played.get(scenarioId);
      if (own === undefined) return true;
      own.claims -= 1;
      if (own.claims > 0) return false;
      played.delete(scenarioId);
      own.release();
      return true;
    },
    changeTell: () => post({ kind: 'changed' }),
    close() {
      for (const { release } of played.values()) release();
      played.clear();
      channel.close();
      exclusion.close();
    },
  };
}
