/**
 * A task of the page's own thread.
 * @typedef {object} Task
 * @property {number} workMs for how long it had a processor
 * @property {number} tookMs by the clock
 * @property {ReadonlySet<string>} works names of the measures (User Timing) that were begun in it
 */

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: any }} TraceEvent */

/**
 * The events of a trace that bear one of these names. A trace can be longer than a text may be, so that it is read line
 * by line: Chromium writes an event a line.
 * @param {Buffer} trace
 * @param {readonly string[]} names their beginnings
 * @returns {Generator<TraceEvent>}
 */
function* traceEvents(trace, names) {
  for (let from = 0; from < trace.length; ) {
    const end = trace.indexOf('\n', from);
    const to = end < 0 ? trace.length : end;
    const line = trace.toString('utf8', from, to);
    from = to + 1;
    if (!names.some((name) => line.includes(`"name":"${name}`))) continue;
    yield JSON.parse(line.replace(/^\{"traceEvents":\[|(?<=\})(?:\],"metadata".*|\],?|,)$/g, ''));
  }
}

/** What a trace has to be asked for, for `traceTasks`. */
export const TASK_CATEGORIES = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];

/**
 * The tasks of the page's own thread in a trace.
 * @param {Buffer} trace
 * @param {readonly string[]} [works] beginnings of the names of measures that are told of
 * @returns {readonly Task[]} in the order of their start
 */
export function traceTasks(trace, works = []) {
  /** @type {Set<string>} */
  const threads = new Set();
  /** @type {TraceEvent[]} */
  const tasks = [];
  /** @type {TraceEvent[]} */
  const begun = [];
  for (const event of traceEvents(trace, ['thread_name', 'RunTask', ...works])) {
    if (event.name === 'thread_name') {
      if (event.args.name === 'CrRendererMain') threads.add(threadOf(event));
    } else if (event.name === 'RunTask') tasks.push(event);
    else if (event.ph === 'b') begun.push(event);
  }
  const own = tasks.filter((task) => threads.has(threadOf(task))).sort((a, b) => a.ts - b.ts);
  if (own.length === 0) throw new Error('The trace tells of no task of the page.');
  return own.map((task) => {
    const endUs = task.ts + (task.dur ?? 0);
    const inside = begun.filter(({ pid, ts }) => pid === task.pid && ts >= task.ts && ts <= endUs);
    return {
      workMs: (task.tdur ?? 0) / 1000,
      tookMs: (task.dur ?? 0) / 1000,
      works: new Set(inside.map(({ name }) => name)),
    };
  });
}

/** @param {TraceEvent} event */
const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
