import { valueAt } from '../../domain/scenario/schema-keys.ts';
import type { DraftEditor } from './draft-editor.ts';

/** An expert's marks on an image as the draft has them now, or where they were carried from. */
export function keyMarksText(editor: DraftEditor, who: number, index: number): string {
  const { image } = editor.parts.peek();
  const listed = (name: 'frames' | 'carried'): readonly unknown[] => {
    const list =
      image === null ? null : valueAt([...image, 'key', 'experts', who, name], editor.values.peek());
    return Array.isArray(list) ? list : [];
  };
  const at = (list: readonly unknown[], wanted: unknown): unknown =>
    list.find((one) => valueAt(['index'], one) === wanted) ?? null;
  const drawn = at(listed('frames'), index);
  if (drawn !== null) return JSON.stringify(drawn);
  const moved = at(listed('carried'), index);
  return JSON.stringify([moved, at(listed('frames'), valueAt(['from'], moved))]);
}
