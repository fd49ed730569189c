import '../../ui/style/clips.css';
import { useEffect, useRef } from 'preact/hooks';
import type { ClipRecord } from '../../ports/records.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { useServices } from '../services.ts';

/** A kept clip's middle image, from the pixels that are kept. */
export function ClipThumb({ clip }: { readonly clip: ClipRecord }) {
  const { records } = useServices();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { id, width, height, timesMs } = clip;
  useEffect(() => {
    let isGone = false;
    const show = async (): Promise<void> => {
      const reader = await (await records()).clipRead(id);
      const grey = await reader.frame(Math.floor(timesMs.length / 2));
      if (!isGone && canvas.current !== null) framePaint(canvas.current, { width, height, grey });
    };
    show().catch((error: unknown) => console.warn(error));
    return () => {
      isGone = true;
    };
  }, [records, id, width, height, timesMs]);
  return (
    <span class="clip-thumb" aria-hidden="true">
      <canvas ref={canvas} width={width} height={height} />
    </span>
  );
}
