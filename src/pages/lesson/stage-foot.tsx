import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';

/** Stops the moving image and lets it run. */
export function StageFoot({
  isStill,
  onStill,
}: {
  readonly isStill: boolean;
  readonly onStill: (isStill: boolean) => void;
}) {
  return (
    <button type="button" class="button lesson-still" onClick={() => onStill(!isStill)}>
      <Icon name={isStill ? 'play' : 'pause'} />
      {say(isStill ? 'lesson.run' : 'lesson.stop')}
    </button>
  );
}
