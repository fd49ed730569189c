import type { PackageWhole } from '../../domain/package/package-whole.ts';

/** What can be handed out: a draft, or a course of drafts. */
export interface HandedOut {
  /** Whether it can be: nothing is wrong with it. */
  readonly isReady: boolean;
  readonly author: string;
  readonly licence: string;
  readonly title: string;
  /** Ids of its clips. */
  readonly clips: readonly string[];
  onAbout(about: { readonly author: string } | { readonly licence: string }): void;
  /** Of a new revision, made of what is kept. */
  wholeMake(): Promise<PackageWhole>;
}
