/** The name of the file in which a learner is handed over: letters and digits of every script, and no others. */
export function learnerFile(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'batsign-learner.json' : `batsign-${plain}.json`;
}
