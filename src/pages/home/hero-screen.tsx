import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Frame } from '../../domain/frame/frame.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { useServices } from '../../parts/services.ts';
import { framePaint, sectorPaint } from '../../scanner/frame-paint.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';

/** An exam whose ribs, pleural line and sliding are easy to see. */
const HERO_REQUEST: PhantomRequest = { seed: 7, split: 'game', pattern: 'a_lines', probe: 'convex' };

/** Side of the image in pixels: it is small on the page. */
const HERO_PX = 384;

/** A moving image that greets: it can be paused, and stands still where reduced motion is asked for. */
export function HeroScreen() {
  const { phantomSource } = useServices();
  const canvas = useRef<HTMLCanvasElement>(null);
  const isPaused = useSignal(matchMedia('(prefers-reduced-motion: reduce)').matches);
  const paused = isPaused.value;
  useEffect(() => {
    let isGone = false;
    let close = () => {};
    phantomSource(HERO_REQUEST, HERO_PX)
      .then((source) => {
        if (isGone) return source.close();
        close = () => source.close();
        source.sectorAhead?.((sector) => {
          if (canvas.current !== null && !isGone) sectorPaint(canvas.current, sector);
        });
        const show = ({ frame }: { readonly frame: Frame }) => {
          if (canvas.current !== null) framePaint(canvas.current, frame);
        };
        if (paused) return source.freeze(0).then(show);
        source.play(show);
      })
      .catch((error: unknown) => console.warn(error));
    return () => {
      isGone = true;
      close();
    };
  }, [phantomSource, paused]);
  return (
    <div class="hero-screen">
      <canvas ref={canvas} width={HERO_PX} height={HERO_PX} role="img" aria-label={say('home.hero.image')} />
      <button
        type="button"
        class="button-icon"
        aria-label={say(paused ? 'home.hero.play' : 'home.hero.stop')}
        onClick={() => {
          isPaused.value = !paused;
        }}
      >
        <Icon name={paused ? 'play' : 'pause'} />
      </button>
    </div>
  );
}
