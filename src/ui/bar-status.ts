import { signal } from '@preact/signals';

/** What the bar on top says while a scenario runs. */
export interface BarStatus {
  readonly title: string;
  readonly detail: string;
  readonly timeLeftS: number | null;
}

export const barStatus = signal<BarStatus | null>(null);
