/** From four digits to six. */
const PIN = /^[0-9]{4,6}$/;

export const PIN_LENGTH = 6;

/** Whether a text can be a PIN. */
export function pinIsSound(text: string): boolean {
  return PIN.test(text);
}
