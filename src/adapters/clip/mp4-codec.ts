import { fourCc, type Mp4Box, mp4Find } from './mp4-boxes.ts';

export interface Mp4Codec {
  readonly codec: string;
  readonly description: Uint8Array<ArrayBuffer> | null;
  readonly width: number;
  readonly height: number;
}

/** Bytes of a visual sample entry before its own boxes (ISO/IEC 14496-12, 12.1.3). */
const ENTRY_BYTES = 78;

/** What the first sample description says of codec and size, named as the WebCodecs registry does. */
export function mp4CodecRead(bytes: DataView, stsd: Mp4Box): Mp4Codec | null {
  const at = stsd.start + 8;
  if (at + 8 + ENTRY_BYTES > stsd.end) return null;
  const format = fourCc(bytes, at + 4);
  const entry: Mp4Box = {
    type: format,
    start: at + 8 + ENTRY_BYTES,
    end: Math.min(stsd.end, at + bytes.getUint32(at)),
  };
  const record = (type: string): Uint8Array<ArrayBuffer> | null => {
    const box = mp4Find(bytes, entry, type);
    if (box === null) return null;
    return new Uint8Array(
      bytes.buffer as ArrayBuffer,
      bytes.byteOffset + box.start,
      box.end - box.start,
    ).slice();
  };
  const size = { width: bytes.getUint16(at + 32), height: bytes.getUint16(at + 34) };
  const avc = record('avcC');
  if (avc !== null && avc.length >= 7) return { codec: avcName(avc), description: avc, ...size };
  const hevc = record('hvcC');
  if (hevc !== null && hevc.length >= 23) return { codec: hevcName(hevc), description: hevc, ...size };
  const vp = format === 'vp08' || format === 'vp09' ? record('vpcC') : null;
  if (vp !== null && vp.length >= 7) return { codec: vpName(format, vp), description: null, ...size };
  const av1 = record('av1C');
  if (av1 !== null && av1.length >= 4) return { codec: av1Name(av1), description: av1, ...size };
  return { codec: format, description: null, ...size };
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** RFC 6381: profile, constraints and level as they stand in the record. */
function avcName(record: Uint8Array): string {
  return `avc1.${hex(record[1]!)}${hex(record[2]!)}${hex(record[3]!)}`;
}

/** ISO/IEC 14496-15 annex E: profile space and number, compatibility bits reversed, tier, level, constraints. */
function hevcName(record: Uint8Array): string {
  const space = ['', 'A', 'B', 'C'][record[1]! >> 6]!;
  const view = new DataView(record.buffer, record.byteOffset);
  let compatibility = 0;
  for (let bit = 0, flags = view.getUint32(2); bit < 32; bit++) {
    compatibility = compatibility * 2 + ((flags >>> bit) & 1);
  }
  const tier = (record[1]! & 0x20) === 0 ? 'L' : 'H';
  const constraints = [...record.subarray(6, 12)];
  while (constraints.length > 0 && constraints.at(-1) === 0) constraints.pop();
  const parts = constraints.map((byte) => `.${byte.toString(16)}`).join('');
  return `hvc1.${space}${record[1]! & 0x1f}.${compatibility.toString(16)}.${tier}${record[12]!}${parts}`;
}

/** The "vp" codec configuration: a full box of profile, level, then bit depth in the upper half byte. */
function vpName(format: string, record: Uint8Array): string {
  if (format === 'vp08') return 'vp8';
  // Chromium's recorder leaves the level 0, which its decoder refuses: 1.0 asks for least.
  return `vp09.${two(record[4]!)}.${two(record[5]! || 10)}.${two(record[6]! >> 4)}`;
}

/** AV1 in ISOBMFF, section 2.3. */
function av1Name(record: Uint8Array): string {
  const profile = record[1]! >> 5;
  const level = record[1]! & 0x1f;
  const tier = (record[2]! & 0x80) === 0 ? 'M' : 'H';
  const isHigh = (record[2]! & 0x40) !== 0;
  const isTwelve = (record[2]! & 0x20) !== 0;
  return `av01.${profile}.${two(level)}${tier}.${isHigh ? (isTwelve ? '12' : '10') : '08'}`;
}
