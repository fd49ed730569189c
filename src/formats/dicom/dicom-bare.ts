/** Bytes of the preamble of a DICOM file, the DICM behind it among them. */
const PREAMBLE_BYTES = 132;

/** Group and element of the first element are at most this in a file without a preamble: the file's own and the object's head. */
const GROUPS = [0x0002, 0x0008];
const LAST_ELEMENT = 0x0060;

/** Lengths that the value of such an element can have. */
const LONGEST = 256;

const SYNTAX = { explicit: '1.2.840.10008.1.2.1', implicit: '1.2.840.10008.1.2' } as const;

interface Head {
  readonly group: number;
  readonly isExplicit: boolean;
}

/** Reads the first element of a file without preamble (old exports have none); null where it begins otherwise. */
function headRead(bytes: Uint8Array): Head | null {
  if (bytes.length < PREAMBLE_BYTES) return null;
  const word = (at: number): number => bytes[at]! | (bytes[at + 1]! << 8);
  const group = word(0);
  if (!GROUPS.includes(group) || word(2) > LAST_ELEMENT) return null;
  const isLetter = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
  if (isLetter(bytes[4]!) && isLetter(bytes[5]!)) return { group, isExplicit: true };
  const length = word(4) + 0x10000 * word(6);
  return length < LONGEST && length % 2 === 0 ? { group, isExplicit: false } : null;
}

/** Whether a file is a DICOM object whose preamble was left out. */
export function isBareDicom(bytes: Uint8Array): boolean {
  return headRead(bytes) !== null;
}

/** The file as it should be: with its preamble, and with a head that names how it is written where it has none. */
export function dicomComplete(bytes: Uint8Array): Uint8Array {
  const head = headRead(bytes);
  if (head === null) return bytes;
  const meta = head.group === 0x0002 ? new Uint8Array(0) : metaWrite(head.isExplicit);
  const whole = new Uint8Array(PREAMBLE_BYTES + meta.length + bytes.length);
  whole.set([0x44, 0x49, 0x43, 0x4d], PREAMBLE_BYTES - 4);
  whole.set(meta, PREAMBLE_BYTES);
  whole.set(bytes, PREAMBLE_BYTES + meta.length);
  return whole;
}

/** File meta information (PS3.10, 7.1) of a transfer syntax alone: its group length, and the syntax. */
function metaWrite(isExplicit: boolean): Uint8Array {
  const syntax = isExplicit ? SYNTAX.explicit : SYNTAX.implicit;
  const value = [...syntax].map((letter) => letter.charCodeAt(0));
  if (value.length % 2 === 1) value.push(0);
  const element = [0x02, 0, 0x10, 0, 0x55, 0x49, value.length, 0, ...value];
  return Uint8Array.from([0x02, 0, 0, 0, 0x55, 0x4c, 4, 0, element.length, 0, 0, 0, ...element]);
}
