/** A matcher for paths with `/`: `*` and `?` stand for characters within one folder, `**` for any at all. */
export function globMatcher(glob: string): (path: string) => boolean {
  const source = glob.replace(/\*\*|[*?]|[\\^$.|+()[\]{}]/g, (part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : `\\${part}`;
  });
  const pattern = new RegExp(`^${source}$`);
  return (path) => pattern.test(path);
}
