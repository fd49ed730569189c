import type { Translation } from '../../ui/words/words-type.ts';
import type { about as english } from '../en/about.ts';

export const about: Translation<typeof english> = {
  title: 'Acerca de Batsign',
  training: {
    heading: 'Solo para formación, nunca para diagnóstico',
    text: 'Batsign enseña a reconocer artefactos en la ecografía pulmonar. No es un producto sanitario. Lo que marca su red nunca debe decidir sobre un paciente.',
  },
  privacy: {
    heading: 'Nada sale de esta página si no lo pides',
    text: 'Las imágenes se crean o se abren, las lee la red y se evalúan en esta pestaña del navegador. Tus archivos, marcas y puntuaciones no se envían a ninguna parte, salvo en un caso: si un sistema de cursos te abrió esta página, tu curso recibe tus respuestas y puntuaciones, y la página lo dice. Los intentos y las mejores puntuaciones se guardan en este navegador hasta que los borres en Ajustes, y también los clips que guardas en la biblioteca: de estos, solo la imagen ecográfica, sin el nombre del archivo ni nada más de lo que figure en él o junto a él. De un archivo con el que solo practicas no se guarda más que una huella (hash), por la que se lo reconoce, y en qué parte de él está la imagen.',
  },
  images: {
    heading: 'De dónde vienen las imágenes',
    text: 'De un fantoma virtual: una pared torácica y un pulmón simulados, con moteado, sombras y reverberaciones calculados a partir de ecos, no dibujados. Como el simulador sabe lo que construyó, también sabe cuál es la respuesta correcta. Los pacientes reales son más variados; practica con ellos acompañado de un docente.',
  },
  grading: {
    heading: 'Cómo se evalúan las marcas',
    network:
      'Una pequeña U-Net clasifica cada píxel de la imagen congelada. En una imagen del fantoma, su respuesta se compara primero con la verdad; donde se equivoca, se te evalúa con la verdad y se te dice. En tu propio clip solo está la red, así que se muestra su confianza y las clases dudosas no puntúan.',
    tolerance:
      'Una línea fina desviada un milímetro no debería contar como error. Por eso las puntuaciones usan un solapamiento con una tolerancia en milímetros, y junto a él se muestran el Dice y el IoU estrictos. Los propios expertos discrepan a menudo sobre las líneas B aisladas y confluentes: toma esas puntuaciones como orientación.',
  },
  medicine: {
    heading: 'En qué se basa la medicina',
    text: 'Lo que dicen las lecciones, las pistas y los comentarios se apoya en estos trabajos. Cada lección nombra los suyos en «Fuentes», junto al texto. Están simplificados para principiantes y no sustituyen a un docente.',
    works_one: 'El {{count, number}} trabajo',
    works_other: 'Los {{count, number}} trabajos',
  },
  more: {
    heading: 'Para leer más',
    text: 'Las clases de hallazgos siguen a Howell y colaboradores, «Deep learning for real-time multi-class segmentation of artefacts in lung ultrasound», Ultrasonics 140:107251 (2024). Los colores son los de Okabe e Ito, acompañados de una trama y un rótulo.',
  },
};
