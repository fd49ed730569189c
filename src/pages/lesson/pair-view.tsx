import { useMemo } from 'preact/hooks';
import { say } from '../../ui/words/say.ts';
import { FrameView } from './frame-view.tsx';
import type { PairPicture, PairStep } from './lesson.ts';
import { ROOM_BESIDE } from './rooms.ts';
import { useExam } from './use-exam.ts';
import { useImageTold } from './use-image-told.ts';

/** Two simulated images that look alike, side by side; their names come with the answer. */
export function PairView({ step, isAnswered }: { readonly step: PairStep; readonly isAnswered: boolean }) {
  return (
    <div class="lesson-stage" data-testid="lesson-stage">
      <div class="lesson-beside">
        {step.pictures.map((picture, i) => (
          <PairFigure key={picture.name} picture={picture} place={i === 0 ? 0 : 1} isAnswered={isAnswered} />
        ))}
      </div>
    </div>
  );
}

function PairFigure({
  picture,
  place,
  isAnswered,
}: {
  readonly picture: PairPicture;
  readonly place: 0 | 1;
  readonly isAnswered: boolean;
}) {
  const { shown, isFailed } = useExam(picture.request, picture.layers, true);
  const labels = useMemo(() => (isAnswered ? [...picture.labels] : []), [isAnswered, picture]);
  const told = useImageTold(shown, labels).value;
  const letter = say(place === 0 ? 'lesson.pair.first' : 'lesson.pair.second');
  if (isFailed.value) return <p role="alert">{say('lesson.failed')}</p>;
  return (
    <figure>
      <FrameView
        key={String(isAnswered)}
        shown={shown}
        labels={labels}
        room={ROOM_BESIDE}
        told={isAnswered ? told : letter}
      />
      <figcaption>
        {isAnswered ? say('lesson.pair.named', { letter, name: say(picture.name) }) : letter}
      </figcaption>
    </figure>
  );
}
