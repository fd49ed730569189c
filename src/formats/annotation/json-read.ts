import { annotationBytesCheck, annotationDamaged } from '../../domain/annotation/annotation-limits.ts';
import type { AnnotationFormatName } from '../../domain/message/annotation-messages.ts';
import type { StoredSchema } from '../../domain/stored/stored-read.ts';

/**
 * A JSON text as a schema wants it.
 * @throws AnnotationError `annotation-damaged` that names the first field that is not as it should be,
 *   `annotation-too-large`
 */
export function jsonRead<T>(text: string, schema: StoredSchema<T>, format: AnnotationFormatName): T {
  annotationBytesCheck(text.length, format);
  const read = schema.safeParse(jsonParse(text, format));
  if (read.success) return read.data;
  throw annotationDamaged(format, placeOf(read.error.issues[0]!.path));
}

/** A byte order mark before it, as some programs on Windows write, is passed over. */
function jsonParse(text: string, format: AnnotationFormatName): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw annotationDamaged(format, '');
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`))
    .join('')
    .slice(0, 120);
}

/** UTF-8 bytes of a text. */
export function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
