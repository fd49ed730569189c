import { useEffect, useState } from 'preact/hooks';

/** As the style sheet has it: too narrow for chest, image and controls side by side. */
const NARROW = '(max-width: 960px)';

export function useIsNarrow(): boolean {
  return useMedia(NARROW);
}

/** Whether a media query holds, now and later. */
export function useMedia(media: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(media).matches);
  useEffect(() => {
    const query = matchMedia(media);
    const look = (): void => setHolds(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, [media]);
  return holds;
}
