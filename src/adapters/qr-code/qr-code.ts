import { generate } from 'lean-qr';

/** A QR code as a drawing. */
export interface QrCode {
  /** Modules on a side. */
  readonly size: number;
  /** Of an SVG path, a unit for each module: its dark ones. */
  readonly path: string;
}

/**
 * @param text of letters of ASCII, so that every reader gives the same back
 * @throws Error where it is too long for any code
 */
export function qrCode(text: string): QrCode {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return { size: code.size, path };
}
