import { type Database, type DatabaseRecord, type ItemName, recordCount, recordOrder } from './database.ts';

/** A database that lasts as long as the page; values are copied in and out, as the browser's would. */
export function databaseMemory(): Database {
  const attempts = new Map<string, unknown>();
  const learnerItems = new Map<string, unknown>();
  const places = new Map<string, unknown>();
  const items = new Map<ItemName, unknown>();
  let claims = 0;
  let lastOrder = 0;
  return {
    attemptPut: async (record) => {
      attempts.set(record.id, structuredClone(recordCount(record, [...attempts.values()])));
    },
    attemptsAll: async () =>
      [...attempts].map(([key, value]): DatabaseRecord => ({ key, value: structuredClone(value) })),
    learnerItemPut: async (record) => {
      const same = learnerItems.get(record.id);
      const order = same === undefined ? lastOrder + 1 : recordOrder(same);
      learnerItems.set(record.id, structuredClone({ ...record, order }));
      lastOrder = Math.max(lastOrder, order);
    },
    learnerItemsAll: async () =>
      [...learnerItems].map(([key, value]): DatabaseRecord => ({ key, value: structuredClone(value) })),
    // No other page has these.
    placeClaim: async () => ++claims,
    placePut: async (record) => {
      places.set(record.scenarioId, structuredClone(record));
      return true;
    },
    placesAll: async () =>
      [...places].map(([key, value]): DatabaseRecord => ({ key, value: structuredClone(value) })),
    placeDelete: async (scenarioId) => {
      places.delete(scenarioId);
      return true;
    },
    itemPut: async (name, value) => {
      items.set(name, structuredClone(value));
    },
    itemGet: async (name) => structuredClone(items.get(name)),
    itemDelete: async (name) => {
      items.delete(name);
    },
    erase: async () => {
      attempts.clear();
      learnerItems.clear();
      places.clear();
      items.clear();
    },
    fill: async (filling, isEmptied) => {
      const {
        attempts: attempted,
        learnerItems: answered,
        places: left,
        items: single,
      } = structuredClone(filling);
      if (isEmptied) for (const records of [attempts, learnerItems, places, items]) records.clear();
      for (const record of attempted) attempts.set(record.id, record);
      for (const record of answered) learnerItems.set(record.id, record);
      lastOrder = Math.max(0, ...[...learnerItems.values()].map(recordOrder));
      for (const record of left) places.set(record.scenarioId, record);
      for (const [name, value] of Object.entries(single)) items.set(name as ItemName, value);
    },
    close: () => {},
  };
}
