import type { Translation } from '../../ui/words/words-type.ts';
import type { rounds as english } from '../en/rounds.ts';

export const rounds: Translation<typeof english> = {
  image: '{{item, number}} de {{items, number}}',
  today: {
    title: 'Ronda',
    summary: 'Unas pocas imágenes, elegidas según lo que sabes hacer y lo que quizá hayas olvidado.',
  },
  drill: {
    'b-line-rush': {
      title: 'Carrera de líneas B',
      text: 'Diez imágenes: ¿línea B, confluencia o solo algo parecido?',
    },
    'count-them': { title: 'Cuéntalas', text: 'Diez imágenes: ¿cuántas líneas B, cuántas líneas A?' },
    'which-effusion': {
      title: '¿Líquido o sólido?',
      text: 'Diez imágenes: ¿derrame, consolidación o ninguno?',
    },
    'sliding-or-not': { title: '¿Se desliza o no?', text: 'Diez líneas pleurales: ¿se desliza el pulmón?' },
  },
  why: {
    reviewDue: 'Toca repasar: hay cerca de un {{percent, number}} % de probabilidad de que aún lo sepas.',
    newSkill: 'Nuevo para ti.',
    wasWrong: 'La última vez no acertaste.',
    wasSlow: 'La última vez acertaste, en {{seconds, number}} s.',
    inLearning: 'Todavía lo estás aprendiendo.',
    keptUp: 'No hay nada pendiente: de todo lo que sabes, esto es lo que más probablemente hayas olvidado.',
    hardNormal: 'Para mantener la práctica.',
  },
  find: {
    rib: 'Marca el frente brillante de cada costilla.',
    pleural_line: 'Traza la línea pleural hasta donde la veas entre las costillas.',
    a_line:
      'Marca todas las líneas A entre las dos costillas del centro. Si no hay ninguna, entrega sin marcas.',
    b_line: 'Marca cada línea B separada. Si no hay ninguna, entrega sin marcas.',
    b_line_confluence:
      'Marca dónde se han fundido las líneas B. Si no hay ningún lugar así, entrega sin marcas.',
    pleural_effusion: 'Marca el líquido hasta donde lo veas. Si no hay, entrega sin marcas.',
    consolidation: 'Marca el pulmón consolidado. Si no hay, entrega sin marcas.',
  },
  delimit: 'Márcalo con toda la exactitud que puedas: esta vez cuenta su borde.',
  count: {
    ask: '¿Cuántas {{many}} ves?',
    a_line_count: 'Las líneas A se cuentan entre las dos costillas del centro, sin la propia línea pleural.',
    b_line_count:
      'Se cuentan las líneas B separadas que llegan al fondo de la imagen; las que se han fundido, no.',
  },
  tellApart: {
    explain: '{{label}}: {{looks}}',
    ask: '¿Hay {{one}} en esta imagen?',
    yes: 'Sí, {{name}}',
    no: 'No; como mucho, algo que se le parece',
  },
  pattern: {
    ask: '¿Qué muestra el pulmón?',
    a_lines: 'Líneas A',
    b_lines: 'Líneas B',
    confluence: 'Líneas B fundidas',
    effusion: 'Derrame pleural',
    consolidation: 'Consolidación',
    explain: 'La imagen está congelada: recórrela desde la línea pleural hacia abajo y compara.',
  },
  sliding: {
    watch: 'Mira solo la línea pleural durante dos respiraciones. ¿Se desliza?',
    ask: '¿Se deslizaba el pulmón?',
    yes: 'Sí, se desliza',
    no: 'No, está quieto',
    explain: 'El deslizamiento se ve solo en la línea pleural: un centelleo de vaivén con cada respiración.',
  },
  mMode: {
    ask: '¿Qué muestra el modo M en tu línea?',
    seashore: 'Orilla del mar',
    barcode: 'Código de barras',
    lung_point: 'Ambos por turnos: punto pulmonar',
    explain:
      'Lee el modo M desde la línea pleural hacia abajo: el grano es pulmón que se mueve; las líneas rectas, no.',
  },
  lungPoint: {
    watch: 'Sigue la línea pleural de un extremo al otro durante dos respiraciones. ¿Dónde se desliza?',
    ask: '¿Qué parte de la línea pleural se desliza?',
    all: 'Toda',
    left: 'La parte izquierda de la imagen, no la derecha',
    right: 'La parte derecha de la imagen, no la izquierda',
    none: 'Ninguna',
    explain:
      'Donde una parte se desliza y otra no, entre ambas está el punto pulmonar, que se mueve con la respiración.',
  },
  probe: {
    text: 'Ve aquí: {{zone}}. Congela una vista que muestre una costilla y la línea pleural, en {{count, number}} s.',
    view: 'Una costilla con su sombra y, al lado, la línea pleural: toda exploración empieza con esta vista.',
  },
  proposals: 'Acepta lo correcto, rechaza o corrige lo que no lo es y di si falta algo.',
  whole: {
    text: 'Un paciente al que le falta el aire. Mira {{count, number}} puntos BLUE: uno anterior en cada lado y otro más. ¿Qué patrón hay, y se desliza el pulmón?',
    ask: '¿Qué perfil tiene este tórax?',
    a_prime: 'Perfil A′: líneas A delante que en algún punto no se deslizan',
    b_prime: 'Perfil B′: líneas B delante que en algún punto no se deslizan',
    b: 'Perfil B: líneas B delante en ambos lados',
    ab: 'Perfil A/B: líneas B delante en un solo lado',
    c: 'Perfil C: consolidación delante',
    nude: 'Perfil A, y nada a los lados ni detrás',
    a_plaps: 'Perfil A y PLAPS: consolidación o derrame a los lados o detrás',
    explain:
      'Primero decide lo anterior: si hay consolidación, después el deslizamiento y, después, las líneas A o B en un lado o en ambos.',
    report: 'Compara tus puntos con los verdaderos.',
  },
  confidence: {
    label: '¿Qué seguridad tienes? Tu respuesta se entrega con ella.',
    guess: 'Al azar',
    unsure: 'Con dudas',
    fairly: 'Bastante seguro',
    sure: 'Seguro',
  },
  exam: {
    title: 'Examen',
    summary: '{{items, number}} preguntas, el mismo criterio para todos, sin pistas.',
    link: 'Hacer el examen o comprobar un certificado',
  },
};
