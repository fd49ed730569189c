import type { Translation } from '../../ui/words/words-type.ts';
import type { picture as english } from '../en/picture.ts';

export const picture: Translation<typeof english> = {
  making: 'Se está generando una imagen.',
  shows: 'Una imagen de ecografía pulmonar que muestra: {{names, list(type: unit)}}.',
  caption: 'Una imagen simulada. El simulador sabe lo que hay en ella.',
};
