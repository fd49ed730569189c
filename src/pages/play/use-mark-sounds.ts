import { useEffect, useRef } from 'preact/hooks';
import { useServices } from '../../parts/services.ts';

/** A click for a mark, another for one taken back. */
export function useMarkSounds(count: number, done: number): void {
  const { audio } = useServices();
  const before = useRef({ count, done });
  useEffect(() => {
    const last = before.current;
    before.current = { count, done };
    if (done > last.done && count > last.count) audio.play('mark');
    else if (done < last.done || count < last.count) audio.play('undo');
  }, [audio, count, done]);
}
