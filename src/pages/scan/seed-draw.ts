/** Number of a patient nobody has seen. */
export function seedDraw(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
