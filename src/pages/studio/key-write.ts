import type { ExpertKey, KeyClip, KeyExpert, KeyPlace } from '../../domain/scenario/expert-key.ts';
import type { DraftEdit } from '../../domain/studio/draft-edit.ts';
import { askedAt } from '../../domain/studio/draft-parts.ts';
import { keyFindings } from '../../domain/studio/key-read.ts';
import { expertKeyWrite } from '../../domain/studio/key-write.ts';
import { askedFollow, levelOf } from '../../domain/studio/tolerance-level.ts';
import type { ClipRecord } from '../../ports/records.ts';
import type { DraftEditor } from './draft-editor.ts';

/** A clip as far as marks in mm depend on it. */
export function keyClipOf({ width, height, timesMs, sector }: ClipRecord): KeyClip {
  return { widthPx: width, heightPx: height, images: timesMs.length, sector };
}

/** Writes a key into the draft, and what is asked for with it: classes that are new in the key, without those that are gone. */
export function keyPut(
  editor: DraftEditor,
  clip: KeyClip,
  before: ExpertKey | null,
  next: { readonly experts: readonly KeyExpert[]; readonly places: readonly KeyPlace[] },
  field: string | null,
): void {
  const values = editor.values.peek();
  const parts = editor.parts.peek();
  const { image, mark } = parts;
  if (image === null) return;
  const written = expertKeyWrite({ drawnOn: clip, ...next });
  const edits: DraftEdit[] = [{ path: [...image, 'key'], value: written ?? undefined }];
  const asked = askedAt(values, parts);
  const now = keyFindings(next);
  // A new draft asks for what is usual; the first marks say what this image is about.
  const drawn = keyFindings(before);
  const follows = askedFollow(drawn.size === 0 ? [] : asked, drawn, now, levelOf(asked) ?? 'usual');
  if (mark !== null && follows.length > 0) {
    edits.push({ path: [...mark, 'findings'], value: follows });
    edits.push({ path: ['teaches'], value: follows.map(({ finding }) => finding) });
  }
  editor.edit(edits, field);
}
