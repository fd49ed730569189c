import { signal } from '@preact/signals';

/** The text of the bar on top while a scenario runs. */
export interface BarStatus {
  readonly title: string;
  readonly detail: string;
  readonly timeLeftS: number | null;
}

export const barStatus = signal<BarStatus | null>(null);
