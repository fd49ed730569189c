/** What to say of a file whose reading failed without a word of its own. */
export function fileSentence(name: string): string {
  return `${name} cannot be read here; choose another file, or export it as MP4 or PNG.`;
}
