import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { BriefingPicture } from '../../domain/scenario/scenario.ts';
import { onceNear } from '../../ui/once-near.ts';
import { LabelledPicture } from './labelled-picture.tsx';
import type { Pointer } from './picture-layout.ts';
import { turnsCreate } from './turns.ts';

/** Simulating one image keeps a core busy: of a page full of them one is made at a time. */
const turnAsk = turnsCreate();

/** A simulated image that is made once it is nearly in view, when no other is being made. */
export function PictureInTurn({
  picture,
  pointers,
}: {
  readonly picture: BriefingPicture;
  readonly pointers: readonly Pointer[];
}) {
  const place = useRef<HTMLDivElement>(null);
  const isDue = useSignal(false);
  const turnEnd = useRef(() => {});
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const forget = onceNear(element, () => {
      turnEnd.current = turnAsk(() => {
        isDue.value = true;
      });
    });
    return () => {
      forget();
      turnEnd.current();
    };
  }, []);
  return (
    <div ref={place} class="picture-in-turn">
      {isDue.value && (
        <LabelledPicture picture={picture} pointers={pointers} onMade={() => turnEnd.current()} />
      )}
    </div>
  );
}
