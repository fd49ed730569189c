/** How often what is seen follows what other pages do; more often could not be read. */
const EVERY_MS = 500;

/** Runs `work` once for however many calls come close together, and only when a person can see the page. */
export function whenSeen(work: () => void): () => void {
  let isDue = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = (): void => {
    if (!isDue || timer !== null || document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      timer = null;
      isDue = false;
      work();
    }, EVERY_MS);
  };
  document.addEventListener('visibilitychange', look);
  return () => {
    isDue = true;
    look();
  };
}
