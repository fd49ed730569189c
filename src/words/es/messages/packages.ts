import type { Translation } from '../../../ui/words/words-type.ts';
import type { packages as english } from '../../en/messages/packages.ts';

export const packages: Translation<typeof english> = {
  packageNone: 'Esto no es un paquete de Batsign: no hay en él una lista de sus partes (manifest.json).',
  packageUnsound:
    'La lista de partes de este paquete (manifest.json) no es como tiene que ser; pide el archivo otra vez a quien lo hizo.',
  packageNewer:
    'Este paquete se hizo para un Batsign más nuevo. Carga otra vez esta página para tener la última versión, o pide un paquete hecho con esta.',
  packageLarge:
    'Este paquete, o una parte de él, llega a {{megabytes}} MB al desempaquetarlo, y se admiten como mucho {{most}} MB; hazlo más pequeño, con clips más cortos.',
  packageFull:
    'Este paquete tiene {{parts, number}} partes, y se admiten como mucho {{most, number}}; divídelo en varios.',
  packagePartMissing:
    'Falta una parte de este paquete ({{path}}): se cortó o se cambió. Pide el archivo otra vez.',
  packagePartChanged:
    'Una parte de este paquete no es aquella con la que se hizo ({{path}}): se cambió o se dañó. Pide el archivo otra vez.',
  packagePartUnknown:
    'En este paquete hay algo que no va en ninguno, o que no está en su lista ({{path}}). No se ha tomado nada de él.',
  packageScenario: 'Un escenario de este paquete no se puede jugar ({{path}}): {{fault}}',
  packageTextsAlone: 'Este paquete tiene textos de un escenario que no está en él ({{path}}).',
  packageClipDamaged: 'Un clip de este paquete no se puede leer ({{path}}); pide el archivo otra vez.',
  packageClipGone:
    'Un clip que se reproduce en {{path}} ya no está en la biblioteca de este dispositivo, así que no se puede entregar. Recupera el clip de un paquete o de una copia, o elige otro.',
  packagesNotKept:
    'Este navegador no guarda nada en este dispositivo, como en una ventana privada, así que no se puede tomar ningún paquete. Abre Batsign en una ventana normal.',
  packageNotFetched:
    'No se pudo traer el paquete de {{address}}: no está ahí, no hay conexión, o su sitio no lo da a otras páginas. Descárgalo y abre el archivo.',
  gameUnbuilt:
    'Un paquete para sistemas de cursos se hace con el juego construido, y este no lo es: abre Batsign donde está alojado, o constrúyelo con npm run build.',
  gameChanged:
    'Un archivo del juego no llegó como se construyó ({{path}}). Carga otra vez esta página y haz entonces el paquete.',
};
