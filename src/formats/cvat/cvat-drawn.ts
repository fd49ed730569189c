import {
  type AnnotationRead,
  type ClipFacts,
  clipJoin,
  framesOf,
  labelsOf,
  type PxSize,
  type Shape,
  type ShapeSaid,
} from '../../domain/annotation/annotation.ts';
import {
  type AnnotationCount,
  annotationCount,
  annotationLimit,
} from '../../domain/annotation/annotation-limits.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { shapeOfCvat } from './cvat-said.ts';
import { type KeyFrame, trackForms, trackLength } from './cvat-track.ts';

/** A thing as either file of CVAT has it; attributes of a key frame go before those of the track. */
export interface CvatThing {
  readonly said: Pick<ShapeSaid, 'label' | 'track' | 'group'>;
  readonly keys: readonly (KeyFrame & { readonly attributes: ReadonlyMap<string, string> })[];
  readonly attributes: ReadonlyMap<string, string>;
  /** The first frame that it is not seen in any more; null: the one behind its last key frame. */
  readonly stop: number | null;
}

/** What was drawn, in every frame in which it is seen, and how much of it was interpolated. */
function cvatDraw(things: readonly CvatThing[]): {
  readonly drawn: readonly { readonly index: number; readonly shape: Shape }[];
  readonly notes: readonly MessageFact[];
} {
  const count: AnnotationCount = annotationCount();
  const drawn: { readonly index: number; readonly shape: Shape }[] = [];
  const made = { interpolated: 0, held: 0, drawn: 0 };
  for (const { said, keys, attributes, stop } of things) {
    count.add('shapes', trackLength(keys, stop));
    let own = attributes;
    const byIndex = new Map(keys.map((key) => [key.index, key.attributes]));
    for (const { index, form, origin } of trackForms(keys, stop)) {
      if (form.kind === 'polyline' || form.kind === 'polygon') count.add('points', form.points.length);
      made[origin] += 1;
      const changed = byIndex.get(index);
      if (changed !== undefined && changed.size > 0) own = new Map([...attributes, ...changed]);
      drawn.push({ index, shape: shapeOfCvat(form, said, own) });
    }
  }
  const notes: readonly (MessageFact & { readonly count: number })[] = [
    { code: 'annotationInterpolated', count: made.interpolated },
    { code: 'annotationHeld', count: made.held },
  ];
  return { drawn, notes: notes.filter((note) => note.count > 0) };
}

/** How much of each kind was met that is not read, such as ellipses. */
function unreadNotes(kinds: readonly string[]): readonly MessageFact[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({
    code: 'annotationKindUnread',
    kind: kind.slice(0, 40),
    count,
  }));
}

/** The annotation that a file of CVAT makes. */
export function cvatRead(
  things: readonly CvatThing[],
  unread: readonly string[],
  file: { readonly labels: readonly string[]; readonly size: PxSize; readonly frames: number | null },
  clip: ClipFacts,
): AnnotationRead {
  const { drawn, notes } = cvatDraw(things);
  const frames = framesOf(drawn);
  const annotation = annotationLimit({
    clip: clipJoin({ frames: file.frames }, clip),
    size: file.size,
    spacing: clip.spacing,
    sector: null,
    labels: labelsOf(file.labels, frames),
    tags: [],
    frames,
  });
  return { annotation, notes: [...notes, ...unreadNotes(unread)] };
}
