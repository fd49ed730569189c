import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Statement } from '../../domain/course-system/xapi-statement.ts';
import type { QueuedStatement, StatementQueue } from '../../ports/statement-queue.ts';

const DATABASE = 'batsign-statements';
const VERSION = 1;

interface Queued {
  readonly channel: string;
  readonly statement: Statement;
}

interface StatementsSchema extends DBSchema {
  statements: { key: number; value: Queued; indexes: { channel: string } };
}

/** The queue in a database of its own. */
export function statementQueue(name = DATABASE): StatementQueue {
  let opening: Promise<IDBPDatabase<StatementsSchema>> | null = null;
  /** What the browser would not keep, with keys below those of the database. */
  const loose = new Map<number, Queued>();
  const open = (): Promise<IDBPDatabase<StatementsSchema>> => {
    opening ??= openDB<StatementsSchema>(name, VERSION, {
      upgrade(database) {
        const store = database.createObjectStore('statements', { autoIncrement: true });
        store.createIndex('channel', 'channel');
      },
      terminated() {
        opening = null;
      },
    }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    async add(channel, statement) {
      try {
        const key = await (await open()).add('statements', { channel, statement });
        return { key, statement };
      } catch (error) {
        console.warn(error);
        const key = -1e9 + loose.size;
        loose.set(key, { channel, statement });
        return { key, statement };
      }
    },
    async list(channel) {
      const kept: QueuedStatement[] = [];
      try {
        const transaction = (await open()).transaction('statements');
        for await (const cursor of transaction.store.index('channel').iterate(channel)) {
          kept.push({ key: cursor.primaryKey, statement: cursor.value.statement });
        }
      } catch (error) {
        console.warn(error);
      }
      const here = [...loose].filter(([, one]) => one.channel === channel);
      return [...kept, ...here.map(([key, { statement }]) => ({ key, statement }))];
    },
    async drop(key) {
      if (loose.delete(key)) return;
      await (await open()).delete('statements', key);
    },
  };
}
