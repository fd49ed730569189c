import type { Translation } from '../../../ui/words/words-type.ts';
import type { network as english } from '../../en/messages/network.ts';

export const network: Translation<typeof english> = {
  networkSilent:
    'La red no llega. Puedes seguir sin ella: las imágenes del fantoma se evalúan con su verdad. Se la sigue esperando; también puedes volver a intentarlo.',
};
