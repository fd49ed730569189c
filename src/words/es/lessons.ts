import type { Translation } from '../../ui/words/words-type.ts';
import type { lessons as english } from '../en/lessons.ts';

export const lessons: Translation<typeof english> = {
  image: {
    title: 'La imagen',
    intro: 'Profundidad, ganancia, frecuencia, sonda y marcador: cinco cosas que deciden lo que ves.',
    depth: {
      ask: 'La imagen llega a 18 cm de profundidad. Hazla menos profunda: 12 cm o menos.',
      answer:
        'Lo que buscas se ve ahora más grande. La profundidad está bien elegida cuando eso llena la imagen y debajo no queda nada inútil.',
    },
    gain: {
      ask: 'La imagen está demasiado oscura. Sube la ganancia a 0 dB o más.',
      answer:
        'La ganancia amplifica los ecos cuando ya han vuelto; al cuerpo no le llega más sonido. Con muy poca se pierden los ecos débiles; con demasiada, el ruido y todo lo demás se ven blancos.',
    },
    frequency: {
      ask: 'Fíjate en lo gruesa que se ve la línea pleural. Sube la frecuencia a 5 MHz o más.',
      answer:
        'Las ondas más cortas muestran más detalle: la línea es más fina. Pero una frecuencia alta se debilita más por el camino y no llega tan hondo.',
    },
    probe: {
      ask: 'Esta sonda es convexa. Cámbiala por una lineal.',
      answer:
        'Las líneas de barrido paralelas forman un rectángulo, con la línea pleural en todo detalle y poca profundidad. Las de una sonda convexa se abren en abanico: una imagen ancha y profunda.',
    },
    turned: {
      ask: 'El marcador apunta a la cabeza, así que la izquierda de la imagen está hacia la cabeza. En el borde derecho se ve hígado. Gira la sonda media vuelta.',
      answer:
        'La izquierda y la derecha se han intercambiado, y el hígado queda a la izquierda. Para el pulmón, el marcador apunta a la cabeza. Compruébalo antes de leer una imagen.',
    },
    batSign: {
      ask: '¿Qué imagen muestra el signo del murciélago?',
      answer:
        'Las dos costillas con sus sombras y la línea pleural entre ellas parecen un murciélago. Toda exploración del pulmón empieza ahí. La otra imagen está entre dos costillas y no las muestra.',
      with: 'sobre dos costillas, el signo del murciélago',
      without: 'entre dos costillas, sin signo del murciélago',
    },
  },
  ribs: {
    title: 'Las costillas y la línea pleural',
    intro: 'Qué oculta una costilla y dónde se encuentra la línea pleural.',
    ribs: {
      ask: 'Quita las costillas. ¿Qué pasa con las franjas oscuras?',
      answer:
        'También desaparecen. Una franja oscura es la sombra de una costilla, porque el hueso detiene casi todo el sonido. Donde estaba se ven ahora la línea pleural y lo que hay debajo.',
    },
    shadow: {
      ask: 'Las costillas han vuelto. Deja que el sonido las atraviese: baja la pérdida tras una costilla a 6 dB o menos.',
      answer:
        'El frente curvo y brillante se queda; la sombra se borra. El hueso real detiene casi todo el sonido, así que en una sombra de verdad no se ve nada.',
    },
    pleura: {
      ask: 'La línea brillante entre las costillas y por debajo de ellas es la línea pleural. Quítala.',
      answer:
        'Con ella se van sus copias más profundas. Todo lo que se dice del pulmón se lee a partir de la línea pleural, y solo entre las costillas.',
    },
    tissue: {
      ask: 'Quita ahora el grano de la pared torácica.',
      answer:
        'La piel, la grasa y el músculo se dibujan con sus ecos. Sin ellos, el frente de las costillas y la línea pleural siguen ahí: son ecos intensos propios.',
    },
    fasciae: {
      ask: 'Haz más brillantes las fascias, al 180 % o más. ¿Cuál sigue siendo la línea pleural?',
      answer:
        'La que está entre las costillas y por debajo de ellas. Una fascia puede brillar igual, pero está por encima, no se desliza con la respiración y no deja sombra.',
    },
  },
  aLines: {
    title: 'Líneas A',
    intro: 'Cómo una línea se dibuja muchas veces.',
    reverberation: {
      ask: 'Deja que el sonido vaya y venga entre la pleura y la sonda: sube la reverberación al 80 % o más.',
      answer:
        'Aparecen copias de la línea pleural a múltiplos enteros de su profundidad, cada vez más débiles: las líneas A. El aire bajo la pleura refleja casi todo el sonido.',
    },
    depth: {
      ask: 'Haz la imagen más profunda, de 14 cm o más. ¿Dónde estarán las siguientes líneas A?',
      answer:
        'Cada una queda tan por debajo de la anterior como la línea pleural lo está de la piel. Mide esa profundidad una vez y sabrás dónde mirar.',
    },
    ribs: {
      ask: 'Las líneas A terminan en las sombras. Quita las costillas.',
      answer:
        'Ahora continúan, igual que la línea pleural que repiten. No pueden ser más largas que ella, y se borran donde queda oblicua al haz de sonido.',
    },
    pleura: {
      ask: 'Quita la línea pleural.',
      answer: 'Las líneas A se van con ella. Son artefactos que la repiten, no estructuras del pulmón.',
    },
    fascia: {
      ask: 'Hay líneas horizontales brillantes en las dos. ¿En qué imagen hay líneas A?',
      answer:
        'Las líneas A están por debajo de la línea pleural, a múltiplos enteros de su profundidad. Una línea horizontal brillante por encima de la línea pleural es una fascia, a cualquier profundidad.',
      aLines: 'líneas A por debajo de la línea pleural',
      fasciae: 'fascias por encima de la línea pleural',
    },
  },
  bLines: {
    title: 'Líneas B',
    intro: 'Qué hace de una franja una línea B y qué solo se le parece.',
    one: {
      ask: 'Añade una línea B.',
      answer:
        'Nace en la línea pleural, es nítida como un rayo láser, llega hasta el fondo sin debilitarse, borra las líneas A que cruza y se mueve con el deslizamiento pulmonar.',
    },
    strength: {
      ask: 'Hazla más tenue, hasta −14 dB o menos. Fíjate en las líneas A.',
      answer: 'Las líneas A que había borrado vuelven, y ella se pierde en el grano que la rodea.',
    },
    three: {
      ask: 'Vuelve a brillar. Añade tres o más y cuéntalas.',
      answer:
        'Tres o más líneas B entre dos costillas, en una imagen longitudinal, son una región positiva: un patrón intersticial. Una o dos pueden verse en pulmones sanos.',
    },
    sliding: {
      ask: 'Detén el deslizamiento pulmonar. ¿Qué hacen las líneas B?',
      answer: 'Se quedan casi quietas: una línea B se mueve con el deslizamiento pulmonar.',
    },
    zLine: {
      ask: '¿Qué imagen muestra una línea B?',
      answer:
        'La línea B brilla desde la línea pleural hasta el fondo. La otra es una línea Z: tenue, no se ve que nazca en la línea pleural y no borra ninguna línea A. No significa nada.',
      bLine: 'una línea B',
      zLine: 'una línea Z',
    },
    eLine: {
      ask: 'Las dos franjas brillan. ¿Cuál es la línea B?',
      answer:
        'La que nace en la línea pleural. La otra es una línea E: nace por encima de las costillas y de la línea pleural, en aire bajo la piel, y deja sombra.',
      bLine: 'una línea B, desde la línea pleural',
      eLine: 'una línea E, desde debajo de la piel',
    },
    cometTail: {
      ask: '¿Qué imagen muestra una línea B?',
      answer:
        'La que llega hasta el fondo. Una cola de cometa también nace en la línea pleural, pero es débil, se borra en dos o tres centímetros y no borra ninguna línea A.',
      bLine: 'una línea B',
      cometTail: 'una cola de cometa',
    },
  },
  confluence: {
    title: 'Confluencia',
    intro: 'Cuando las líneas B ya no se pueden contar.',
    near: {
      ask: 'Hay cuatro líneas B separadas. Júntalas: 3 mm o menos de una a la siguiente.',
      answer:
        'Se funden, sin hueco entre ellas: una confluencia. Ya no se puede contar, solo medir por la parte de la longitud de la línea pleural entre las costillas que ocupa.',
    },
    more: {
      ask: 'Hazla más ancha: seis líneas B.',
      answer:
        'En una forma de contar, el porcentaje del espacio entre dos costillas que está lleno se divide entre diez: medio espacio cuenta como cinco líneas B. Por eso el número se da junto con la forma de contar.',
    },
    apart: {
      ask: 'Sepáralas de nuevo, 6 mm o más, hasta que puedas contarlas.',
      answer:
        'Vuelve a haber huecos. Dónde acaban las líneas B aisladas y empieza una confluencia es cuestión de criterio, y los expertos no siempre coinciden.',
    },
    which: {
      ask: '¿Qué imagen muestra una confluencia?',
      answer:
        'La que no tiene huecos. En la otra hay pulmón oscuro de arriba abajo entre las líneas B, así que se cuentan una por una.',
      merged: 'una confluencia',
      single: 'líneas B aisladas',
    },
  },
  sliding: {
    title: 'Deslizamiento pulmonar',
    intro: 'Mira la línea pleural y, debajo de la imagen, el modo M de la línea central.',
    stop: {
      ask: 'El pulmón se desliza: arena por debajo de la línea pleural. Detén el deslizamiento pulmonar y mira el modo M durante una respiración.',
      answer:
        'Líneas rectas de arriba abajo, también por debajo de la línea pleural: el signo del código de barras. En este lugar no se desliza nada.',
    },
    go: {
      ask: 'Deja que el pulmón vuelva a deslizarse.',
      answer:
        'Líneas rectas por encima de la línea pleural y grano como arena por debajo: el signo de la orilla del mar. Ver deslizarse el pulmón descarta un neumotórax en ese lugar.',
    },
    bLine: {
      ask: 'El pulmón está quieto otra vez. Añade una línea B.',
      answer:
        'Las líneas B descartan un neumotórax en ese lugar, porque necesitan que las dos hojas de la pleura se toquen. La ausencia de deslizamiento pulmonar por sí sola no demuestra un neumotórax.',
    },
  },
  fluid: {
    title: 'Derrame y consolidación',
    intro: 'Dos cosas que pueden estar entre la pared torácica y el pulmón con aire.',
    effusion: {
      ask: 'Pon líquido entre la pared torácica y el pulmón.',
      answer:
        'Un derrame: negro, porque el líquido apenas devuelve sonido. Su borde profundo es la superficie del pulmón, lisa, que se mueve con la respiración. Con las sombras de dos costillas a los lados tiene cuatro lados: el signo del cuadrilátero.',
    },
    more: {
      ask: 'Pon más: 44 mm o más.',
      answer:
        'El pulmón queda más profundo y su superficie brilla como antes: el líquido apenas debilita el sonido.',
    },
    consolidation: {
      ask: 'Pon ahora pulmón sin aire en su lugar.',
      answer:
        'Una consolidación: el patrón de un tejido, como el hígado, justo debajo de la línea pleural, con broncogramas aéreos brillantes. Su borde profundo es irregular: el signo del desgarro.',
    },
    which: {
      ask: '¿Qué imagen muestra un derrame?',
      answer:
        'La negra con el borde profundo liso. La otra tiene el patrón de un tejido y un borde irregular. A menudo se ven los dos juntos.',
      effusion: 'un derrame',
      consolidation: 'una consolidación',
    },
  },
  zones: {
    title: 'Zonas del tórax',
    intro: 'Dónde se pone la sonda y cómo se puntúa una zona.',
    eight: {
      ask: 'Sobre el tórax están dibujados los seis puntos BLUE. Muestra el esquema de ocho zonas.',
      answer:
        'Cuatro a cada lado: superior e inferior por delante, superior e inferior de costado. La espalda queda fuera.',
    },
    twelve: {
      ask: 'Muestra el esquema de doce zonas.',
      answer: 'Seis a cada lado: ahora también se mira la espalda.',
    },
    place: {
      ask: 'Pon la sonda en la zona lateral inferior derecha.',
      answer:
        'Un hallazgo se nombra con su lugar, porque una enfermedad del pulmón puede estar en un solo lugar. Los dos pulmones se exploran punto por punto, siempre en el mismo orden.',
    },
    score: {
      ask: 'Esta zona no muestra líneas B: puntuación LUS 0. Dale al paciente un patrón intersticial.',
      answer:
        'Por patrones, como se puntúan aquí los mapas, tres o más líneas B separadas valen 1, las fundidas 2 y una consolidación 3. Otras reglas van por la parte de la línea pleural que ocupan. Con doce zonas la suma va de 0 a 36.',
    },
  },
  patient: {
    title: 'Un paciente completo',
    intro: 'El protocolo BLUE en cinco vistas. Este paciente tiene disnea.',
    lower: {
      ask: 'En el punto BLUE superior derecho el pulmón se desliza. Sigue hasta el punto BLUE inferior derecho.',
      answer:
        'Aquí lo mismo, y sin líneas B: si el otro lado es igual, es el perfil A. La siguiente pregunta es qué muestra el punto PLAPS.',
    },
    plaps: {
      ask: 'Ve al punto PLAPS derecho, en la parte posterior del costado.',
      answer:
        'Ni consolidación ni derrame. Un perfil A con las venas libres y sin PLAPS orienta a asma o EPOC.',
    },
    oedema: {
      ask: 'Otro paciente, en el punto BLUE superior: elige el patrón intersticial.',
      answer:
        'Tres o más líneas B entre dos costillas con deslizamiento pulmonar. Por delante y en ambos lados es el perfil B; en la insuficiencia respiratoria aguda orienta a edema pulmonar de origen cardíaco.',
    },
    pneumothorax: {
      ask: 'El siguiente paciente: elige neumotórax y mira la línea pleural.',
      answer:
        'Ni deslizamiento pulmonar ni líneas B. Líneas A sin deslizamiento pulmonar por delante son el perfil A′. Puede ser un neumotórax; un punto pulmonar lo hace muy probable.',
    },
    pneumonia: {
      ask: 'El último paciente, en el punto PLAPS: elige consolidación.',
      answer:
        'Una consolidación en el punto PLAPS con un perfil A por delante y las venas libres orienta a neumonía. Ningún signo nombra una enfermedad por sí solo: la exploración se lee junto con la historia y el examen.',
    },
  },
  ai: {
    title: 'Pilla a la IA',
    intro: 'Una red propone, tú decides. Comprueba cada propuesta con la imagen.',
    shadow: {
      ask: 'La red llama derrame a las franjas oscuras. Quita las costillas y vuelve a mirar.',
      answer:
        'Con las costillas se van sus sombras, y también la propuesta. En una sombra no se ve nada, tampoco líquido. En un estudio con radiografías, médicos en formación aceptaron el 52 % de las propuestas erróneas de una IA por lo demás fiable.',
    },
    aLine: {
      ask: 'Sitúa la línea pleural a esta profundidad. Baja la reverberación al 10 % o menos.',
      answer:
        'La línea se va: era una línea A, una copia de la línea pleural al doble de su profundidad. La línea pleural misma, justo debajo de las costillas, se queda, y la red la había pasado por alto.',
    },
    missed: {
      ask: 'Encuentra costillas, línea pleural y líneas A. ¿Qué le falta? Mira primero y después muestra lo que hay.',
      answer:
        'Una confluencia. El sesgo de automatización también es pasar por alto lo que la máquina no muestra.',
    },
    tissue: {
      ask: 'Llama derrame a esto. Mira el grano y el borde profundo, y después muestra lo que hay.',
      answer:
        'Una consolidación: tiene el patrón de un tejido y su borde profundo es irregular. El sesgo de automatización es menor cuando las personas saben que responden del resultado.',
    },
    right: {
      ask: '¿Y esta propuesta? Decide y después muestra lo que hay.',
      answer:
        'Era correcta. Rechazar lo correcto también es un error: comprueba cada propuesta con la imagen.',
    },
  },
};
