/** Of the name of a class, characters. */
export const CLASS_NAME_LENGTH = 60;

/** The name of a class as it was typed, without blanks around and doubled in it, and cut where it is too long. */
export function classNameRead(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  return [...name].slice(0, CLASS_NAME_LENGTH).join('').trim();
}
