import { ANSWER_MS, type Exclusion, type Release } from './exclusion.ts';

type Message =
  | { readonly kind: 'ask'; readonly name: string; readonly from: string }
  | { readonly kind: 'held'; readonly name: string; readonly to: string }
  | { readonly kind: 'free'; readonly name: string };

/** By messages alone, where there are no locks (over plain http): whoever does not answer in time has nothing. */
export function exclusionMessages(prefix: string): Exclusion {
  const self = String(crypto.getRandomValues(new Uint32Array(2)));
  const held = new Set<string>();
  const asked = new Set<string>();
  const channel = new BroadcastChannel(`${prefix}exclusion`);
  const post = (message: Message): void => channel.postMessage(message);

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'ask') return;
    // Of two that ask at once one is first.
    const isOurs = held.has(data.name) || (asked.has(data.name) && self < data.from);
    if (isOurs) post({ kind: 'held', name: data.name, to: data.from });
  });

  const hold = (name: string): Release => {
    held.add(name);
    return () => {
      held.delete(name);
      post({ kind: 'free', name });
    };
  };

  /** Whether a message came in so many ms. */
  const heard = (limitMs: number, is: (message: Message) => boolean): Promise<boolean> =>
    new Promise((done) => {
      const end = (isHeard: boolean): void => {
        clearTimeout(timer);
        channel.removeEventListener('message', listen);
        done(isHeard);
      };
      const timer = setTimeout(() => end(false), limitMs);
      const listen = ({ data }: MessageEvent<Message>): void => {
        if (is(data)) end(true);
      };
      channel.addEventListener('message', listen);
    });

  return {
    async request(name, limitMs) {
      asked.add(name);
      const freed = heard(limitMs, (message) => message.kind === 'free' && message.name === name);
      const isHeld = heard(
        ANSWER_MS,
        (message) => message.kind === 'held' && message.name === name && message.to === self,
      );
      post({ kind: 'ask', name, from: self });
      const isFree = !(await isHeld) || (await freed);
      asked.delete(name);
      return isFree ? hold(name) : null;
    },
    seize: async (name) => hold(name),
    close: () => channel.close(),
  };
}
