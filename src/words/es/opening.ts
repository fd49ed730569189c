import type { Translation } from '../../ui/words/words-type.ts';
import type { opening as english } from '../en/opening.ts';

export const opening: Translation<typeof english> = {
  anotherFile: 'Otro archivo',
  othersUnusable_one: 'Hay {{count, number}} más que no se puede usar',
  othersUnusable_other: 'Hay {{count, number}} más que no se pueden usar',
  nameMore: '{{name}} y {{others, number}} más',
  nameOfSize: '{{name}}, {{width}} x {{height}}',
  sizes: '{{width}} x {{height}} · {{bytes}}',
  kilobytes: '{{kilobytes, number}} kB',
  megabytes: '{{megabytes, number}} MB',
  megabytesFew: '{{megabytes, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} MB',
  images_one: '{{count, number}} imagen',
  images_other: '{{count, number}} imágenes',
  length: '{{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s, {{images}}',
  lengthShort: '{{seconds, number(minimumFractionDigits: 2; maximumFractionDigits: 2)}} s, {{images}}',
  date: '{{at, datetime(dateStyle: medium)}}',
  clipOf: 'Clip del {{at, datetime(dateStyle: medium)}}',
  from: { file: 'De un archivo', camera: 'De una cámara', patient: 'De un paciente virtual' },
  sector: {
    convex: 'Convexa, {{cm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} cm de profundidad',
    convexAssumed:
      'Convexa, {{cm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} cm de profundidad (supuesta)',
    linear: 'Lineal, {{cm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} cm de profundidad',
    linearAssumed:
      'Lineal, {{cm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} cm de profundidad (supuesta)',
  },
  sorting: 'Revisando los archivos: {{percent, number}} %',
  unpacking: 'Descomprimiendo: {{percent, number}} %',
  reading: 'Buscando la imagen ecográfica: {{percent, number}} %',
  looking: 'Mirando el clip {{clip, number}} de {{clips, number}}',
  brokeOff: 'El clip se interrumpió durante la reproducción. Vuelve a abrir el archivo.',
  brokeOffAndOpens: 'El clip se interrumpió durante la reproducción. Sigue y se volverá a abrir.',
  machineOnce: 'Un ecógrafo no da dos veces la misma imagen: esta ronda empieza de nuevo.',
  patientStopped: 'El paciente virtual se detuvo inesperadamente. Sigue y se volverá a iniciar.',
  patientRevived: 'El paciente virtual se detuvo inesperadamente y se ha vuelto a iniciar.',
};
