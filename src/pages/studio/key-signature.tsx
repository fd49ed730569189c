import { useSignal } from '@preact/signals';
import { type KeyExpert, keyIndices } from '../../domain/scenario/expert-key.ts';
import { say } from '../../ui/words/say.ts';

/** Whose key is drawn, and the way to the other expert's. */
export function KeySignatureForm({
  own,
  other,
  who,
  usual,
  onBy,
  onWho,
}: {
  /** Null where this expert has drawn nothing yet. */
  readonly own: KeyExpert | null;
  readonly other: KeyExpert | null;
  /** 0, or 1 for the second expert. */
  readonly who: number;
  /** The name that is taken where none is written. */
  readonly usual: string;
  readonly onBy: (by: string) => void;
  readonly onWho: (who: number) => void;
}) {
  const name = useSignal(own?.by ?? '');
  const way = who === 1 ? 'toFirst' : other === null ? 'toSecond' : 'seeSecond';
  return (
    <div class="studio-two">
      <label class="field">
        {say(who === 1 ? 'studio.key.bySecond' : 'studio.key.by')}
        <input
          type="text"
          maxLength={80}
          placeholder={usual}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
            onBy(name.value.trim());
          }}
        />
        <span class="soft small">{say('studio.key.byHelp')}</span>
      </label>
      {(who === 1 || own !== null) && (
        <div class="stack studio-top">
          <p class="small">{say(who === 1 ? 'studio.key.isSecond' : 'studio.key.secondHelp')}</p>
          {own !== null && other !== null && <p class="small">{bothText(own, other)}</p>}
          <button type="button" class="button" onClick={() => onWho(1 - who)}>
            {say(`studio.key.${way}`)}
          </button>
        </div>
      )}
    </div>
  );
}

/** Which images learners are given, of those that either expert has marked. */
function bothText(own: KeyExpert, other: KeyExpert): string {
  const mine = new Set(keyIndices({ experts: [own] }));
  const both = keyIndices({ experts: [other] }).filter((index) => mine.has(index)).length;
  const count = keyIndices({ experts: [own, other] }).length;
  return both === 0 ? say('studio.key.noneOfBoth') : say('studio.key.ofBoth', { both, count });
}
