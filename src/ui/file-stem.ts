/** A title as the name of a file, without what a file system does not take. */
export function fileStem(title: string, otherwise: string): string {
  const stem = title
    .normalize('NFKD')
    .replace(/[^\w -]+/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase();
  return stem === '' ? otherwise : stem;
}
