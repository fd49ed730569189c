import '../../ui/style/clips.css';
import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClipChoice, ClipOffer } from '../../adapters/clip/clip-choice.ts';
import { onceNear } from '../../ui/once-near.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { bytesText, clipNameText, lengthText } from './clip-text.ts';

interface ClipOffersProps {
  readonly choice: ClipChoice;
  readonly isBusy?: boolean;
  /** Where several may be chosen: those that are. Else pressing one takes it. */
  readonly chosen?: ReadonlySet<ClipOffer>;
  readonly onPick: (offer: ClipOffer) => void;
}

/** So many are put on the page in one frame. */
const A_FRAME = 40;

/** How many of a long list are on the page: more with each frame, so that it never waits for all. */
function useGrowing(all: number): number {
  const [shown, shownSet] = useState(A_FRAME);
  useEffect(() => {
    if (shown >= all) return;
    const frame = requestAnimationFrame(() => shownSet(shown + A_FRAME));
    return () => cancelAnimationFrame(frame);
  }, [shown, all]);
  return Math.min(shown, all);
}

/** The clips of a zip, each with its picture, name, length and size, to choose from. */
export function ClipOffers({ choice, isBusy = false, chosen, onPick }: ClipOffersProps) {
  const shown = useGrowing(choice.clips.length);
  return (
    <div class="clip-offers" data-testid="clip-offers">
      <ul class="clip-cards">
        {choice.clips.slice(0, shown).map((offer) => (
          <li key={clipNameText(offer.name)}>
            {chosen === undefined ? (
              <button type="button" class="clip-offer" disabled={isBusy} onClick={() => onPick(offer)}>
                <OfferFace offer={offer} />
              </button>
            ) : (
              <label class="choice">
                <input type="checkbox" checked={chosen.has(offer)} onChange={() => onPick(offer)} />
                <span class="choice-face clip-offer">
                  <OfferFace offer={offer} />
                </span>
              </label>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OfferFace({ offer }: { readonly offer: ClipOffer }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    return element === null ? undefined : onceNear(element, () => offer.previewPaint(element));
  }, [offer]);
  return (
    <>
      <span class="clip-thumb" aria-hidden="true">
        <canvas ref={canvas} />
      </span>
      <strong class="clip-name">
        <Path path={clipNameText(offer.name)} />
      </strong>
      <span class="soft small figures">
        {lengthText(offer)}
        <br />
        {say('opening.sizes', { width: offer.width, height: offer.height, bytes: bytesText(offer.bytes) })}
      </span>
    </>
  );
}

/** A path that is broken at its slashes first. */
function Path({ path }: { readonly path: string }) {
  const folders = path.split('/');
  const name = folders.pop();
  return (
    <>
      {folders.map((folder, at) => (
        <Fragment key={`${at} ${folder}`}>
          {folder}/<wbr />
        </Fragment>
      ))}
      {name}
    </>
  );
}

/** Files of the zip that cannot be used, and why. */
export function OffersRefused({ choice: { refused } }: Pick<ClipOffersProps, 'choice'>) {
  if (refused.length === 0) return null;
  return (
    <details>
      <summary>{say('opening.othersUnusable', { count: refused.length })}</summary>
      <ul class="removed-list small">
        {refused.map(({ name, why }) => {
          const text = clipNameText(name);
          return (
            <li key={text}>
              <span class="clip-name">{text}</span>: {messageSentence(why)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
