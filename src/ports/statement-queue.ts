import type { Statement } from '../domain/course-system/xapi-statement.ts';

/** A statement on its way. */
export interface QueuedStatement {
  /** Its place in the queue, greater than of those before it. */
  readonly key: number;
  readonly statement: Statement;
}

/**
 * Keeps statements until they are sent, over the end of the page. A channel is where they go and for whom. Where the browser
 * keeps nothing it is this page's memory.
 */
export interface StatementQueue {
  add(channel: string, statement: Statement): Promise<QueuedStatement>;
  /** In the order in which they were added. */
  list(channel: string): Promise<readonly QueuedStatement[]>;
  drop(key: number): Promise<void>;
}
