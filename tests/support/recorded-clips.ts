import references from '../fixtures/sectors.json' with { type: 'json' };

/** A recorded clip whose sector was set by hand, in shares of the image: of its width for x and a linear width, of its height else. */
export interface RecordedClip {
  /** Its path in the folder of recorded clips. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly kind: string;
  readonly originX: number;
  readonly originY: number;
  readonly radius?: number;
  readonly angleDeg?: number;
  readonly widthShare?: number;
  readonly depth: number;
}

/** Of the recorded clips of each format, size and kind of sector at most so many, in the order of their list. */
export function recordedClips(most: number, folder = ''): readonly RecordedClip[] {
  const counts = new Map<string, number>();
  return (references as readonly RecordedClip[]).filter(({ file, kind, width, height }) => {
    if (!file.startsWith(folder)) return false;
    const like = [file.split('.').at(-1), kind, width, height].join(' ');
    const count = (counts.get(like) ?? 0) + 1;
    counts.set(like, count);
    return count <= most;
  });
}
