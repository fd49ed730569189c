const EVERY_MS = 2000;

/** Says how far something is: on one line of a terminal, else on a new line every tenth of the way. */
export function progressLine(
  say: (text: string) => void,
): (what: string, share: number, leftMs: number | null) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  let tenths = 0;
  return (what, share, leftMs) => {
    const left = leftMs === null ? '' : `, ${(leftMs / 60_000).toFixed(1)} min left`;
    const text = `${what}: ${Math.floor(100 * share)} %${left}`;
    if (process.stderr.isTTY) {
      const now = performance.now();
      if (now - saidAt < EVERY_MS && share < 1) return;
      saidAt = now;
      process.stderr.write(`\r${text.padEnd(60)}${share === 1 ? '\n' : ''}`);
    } else if (Math.floor(10 * share) > tenths) {
      tenths = Math.floor(10 * share);
      say(text);
    }
  };
}
