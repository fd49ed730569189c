import type { Records } from '../ports/records.ts';

/** Records that tell when a clip was kept. */
export function recordsWatched<Of extends Records>(records: Of, onKept: () => void): Of {
  return {
    ...records,
    async clipWrite(clip) {
      const writer = await records.clipWrite(clip);
      return {
        ...writer,
        async finish() {
          const kept = await writer.finish();
          onKept();
          return kept;
        },
      };
    },
  };
}
