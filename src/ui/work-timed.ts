/**
 * Does a piece of work at once, and tells the browser's timeline for how long it kept the page: as `batsign.NAME`, which a
 * trace or an observer sees, and which the page itself does not keep.
 */
export function workTimed<Result>(name: 'choose' | 'key' | 'grade' | 'explain', work: () => Result): Result {
  const entry = `batsign.${name}`;
  const start = performance.now();
  try {
    return work();
  } finally {
    performance.measure(entry, { start });
    performance.clearMeasures(entry);
  }
}
