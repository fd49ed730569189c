import type { Translation } from '../../ui/words/words-type.ts';
import type { console as english } from '../en/console.ts';

export const console: Translation<typeof english> = {
  patientAndProbe: 'Paciente y sonda',
  zones: 'Zonas',
  probeOn: 'Sonda en',
  betweenZones: 'entre zonas',
  zoneOf: '{{id}}: {{zone}}',
  side: {
    legend: 'Lado del paciente',
    front: 'Delante',
    left: 'Izquierda',
    back: 'Detrás',
    right: 'Derecha',
  },
  spots: 'En qué fijarse',
  mMode: {
    figure: 'Modo M, los últimos {{seconds, number}} segundos de una línea de barrido',
    trace: 'Trazado del modo M',
    ago: '−{{seconds, number}} s',
  },
  machine: {
    probe: 'Sonda',
    probes: { convex: 'Convexa', linear: 'Lineal' },
    preset: 'Preajuste',
    choose: 'Elegir…',
    presets: { lung: 'Pulmón', abdomen: 'Abdomen', heart: 'Corazón', superficial: 'Pleura, lineal' },
    depth: 'Profundidad',
    gain: 'Ganancia',
    focus: 'Foco',
    frequency: 'Frecuencia',
    dynamicRange: 'Rango din.',
    timeGain: 'Ganancia según la profundidad',
    level: 'Igualar la ganancia en toda la profundidad',
    wholeCm: '{{cm, number(maximumFractionDigits: 0)}} cm',
    cm: '{{cm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} cm',
    depthCm: '{{cm, number(maximumFractionDigits: 1)}} cm',
    mhz: '{{mhz, number(maximumFractionDigits: 2)}} MHz',
    db: '{{db, number(maximumFractionDigits: 1)}} dB',
    more: '+{{db, number(maximumFractionDigits: 1)}} dB',
    less: '−{{db, number(maximumFractionDigits: 1)}} dB',
  },
};
