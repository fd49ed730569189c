/** A simulated image with names on it. */
export const picture = {
  making: 'An image is being made.',
  shows: 'A lung ultrasound image that shows: {{names, list(type: unit)}}.',
  caption: 'A simulated image. The simulator knows what is there.',
} as const;
