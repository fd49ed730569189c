/** Neighbouring scan lines, both ends included. */
export interface LineRun {
  readonly from: number;
  readonly to: number;
}

/**
 * Joins visible scan lines into runs: gaps of at most `gap` lines are closed, runs of fewer than `least` lines
 * are dropped. A person does not see a line break where noise hides one scan line.
 */
export function runsFind(visible: Uint8Array, gap: number, least: number): LineRun[] {
  const runs: LineRun[] = [];
  let from = -1;
  let last = -1;
  for (let line = 0; line <= visible.length; line++) {
    const isOn = line < visible.length && visible[line] === 1;
    if (isOn) {
      if (from < 0) from = line;
      last = line;
    } else if (from >= 0 && (line === visible.length || line - last > gap)) {
      if (last - from + 1 >= least) runs.push({ from, to: last });
      from = -1;
    }
  }
  return runs;
}
