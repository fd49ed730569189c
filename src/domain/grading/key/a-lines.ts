import { type Instance, instanceOf } from '../instances.ts';
import type { AnatomyFinding, AnatomyView } from './anatomy-finding.ts';
import { windowAt } from './window.ts';

/** How far an A-line may lie from a whole multiple of the pleural line's depth, mm along the scan lines. */
export const A_LINE_OFF_MM = 3;

export interface ALinesReading {
  readonly findings: readonly AnatomyFinding[];
  readonly refused: number;
}

/** How deep a place lies in pleural depths, and how far from a whole one; null where no pleural line is seen. */
export function multipleAt(
  depthMm: number,
  pleuraMm: number | null,
): { readonly multiple: number; readonly offMm: number } | null {
  if (pleuraMm === null || pleuraMm <= 0) return null;
  const multiple = Math.max(2, Math.round(depthMm / pleuraMm));
  return { multiple, offMm: depthMm - multiple * pleuraMm };
}

/** One A-line for each window and multiple of the pieces that lie at one; a piece is cut where windows meet. */
export function aLinesRead(pieces: readonly Instance[], view: AnatomyView): ALinesReading {
  const { mask, beams, windows, pleuraMm } = view;
  const lines = new Map<string, { window: number; multiple: number | null; pixels: number[] }>();
  let refused = 0;
  pieces.forEach((piece, place) => {
    const parts = windows.map((): number[] => []);
    for (const at of piece.pixels) parts[windowAt(windows, beams.lateral[at]!)]!.push(at);
    for (const [window, pixels] of parts.entries()) {
      if (pixels.length === 0) continue;
      const line = multipleOf(pixels, view);
      if (line === 'none') {
        refused += 1;
        continue;
      }
      const name = line === null ? `${window} piece ${place}` : `${window} at ${line}`;
      const known = lines.get(name);
      if (known === undefined) lines.set(name, { window, multiple: line, pixels });
      else known.pixels.push(...pixels);
    }
  });
  const findings = [...lines.values()].map(({ window, multiple, pixels }) => ({
    ...instanceOf(mask, 'a_line', Int32Array.from(pixels)),
    window,
    multiple,
  }));
  return { findings: findings.sort((a, b) => a.mean.lateral - b.mean.lateral), refused };

  function multipleOf(pixels: readonly number[], { beams: table }: AnatomyView): number | null | 'none' {
    let depth = 0;
    let pleura = 0;
    for (const at of pixels) {
      const above = pleuraMm(table.lateral[at]!);
      if (above === null) return null;
      depth += table.depthMm[at]!;
      pleura += above;
    }
    const found = multipleAt(depth / pixels.length, pleura / pixels.length);
    return found === null ? null : Math.abs(found.offMm) <= A_LINE_OFF_MM ? found.multiple : 'none';
  }
}
