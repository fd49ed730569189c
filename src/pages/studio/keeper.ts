import { type ReadonlySignal, signal } from '@preact/signals';

/** Something at hand that is kept as one goes. */
export interface Keeper<T> {
  readonly value: ReadonlySignal<T>;
  /** Whether all is kept, is being kept, or could not be. */
  readonly keeping: ReadonlySignal<'kept' | 'keeping' | 'failed'>;
  /** Takes the next value, and keeps it after those before. */
  change(next: T): void;
  /** Resolves when what was changed until now is kept; rejects where that failed. */
  kept(): Promise<void>;
}

export function keeperCreate<T>(
  save: (value: T) => Promise<void>,
  begun: T,
  onError: (error: unknown) => void,
): Keeper<T> {
  const value = signal(begun);
  const keeping = signal<'kept' | 'keeping' | 'failed'>('kept');
  let running: Promise<void> | null = null;

  const keepAll = async (): Promise<void> => {
    try {
      for (let last: T | null = null; last !== value.peek(); ) {
        last = value.peek();
        await save(last);
      }
      keeping.value = 'kept';
    } catch (error) {
      keeping.value = 'failed';
      throw error;
    } finally {
      running = null;
    }
  };

  return {
    value,
    keeping,
    change(next) {
      value.value = next;
      keeping.value = 'keeping';
      if (running !== null) return;
      running = keepAll();
      running.catch(onError);
    },
    async kept() {
      if (running === null && keeping.peek() === 'failed') running = keepAll();
      await running;
    },
  };
}
