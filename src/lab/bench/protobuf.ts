/** One field of a protocol buffer message, encoded: https://protobuf.dev/programming-guides/encoding/ */
export type Field = readonly number[] | Uint8Array;

const VARINT = 0;
const BYTES = 2;

/** A non-negative integer below 2^53, seven bits at a time. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return bytes;
}

function tag(field: number, wire: number): number[] {
  return varint(field * 8 + wire);
}

export function fieldInt(field: number, value: number): Field {
  return [...tag(field, VARINT), ...varint(value)];
}

export function fieldBytes(field: number, bytes: Uint8Array): Field {
  const head = [...tag(field, BYTES), ...varint(bytes.length)];
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  return whole;
}

export function fieldText(field: number, text: string): Field {
  return fieldBytes(field, new TextEncoder().encode(text));
}

export function fieldMessage(field: number, fields: readonly Field[]): Field {
  return fieldBytes(field, message(fields));
}

/** Fields one after the other: a whole message. */
export function message(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, field) => sum + field.length, 0));
  let at = 0;
  for (const field of fields) {
    bytes.set(field, at);
    at += field.length;
  }
  return bytes;
}
