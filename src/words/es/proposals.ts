/** Los hallazgos de la red como propuestas, con errores entre ellas. */
export const proposals = {
  label: 'Propuestas',
  title: 'Lo que propone la IA',
  list: 'Propuestas, por sus números en la imagen',
  item: '{{number, number}} {{label}}',
  whole: '¿Falta algún hallazgo?',
  submit: 'Entregar mis decisiones',
  left_one: 'Queda {{count, number}} decisión',
  left_other: 'Quedan {{count, number}} decisiones',
  skip: 'Saltar esta imagen',
  act: { legend: 'Tu decisión', accept: 'Aceptar', reject: 'Rechazar', mend: 'Corregir' },
  missing: {
    legend: '¿Falta alguno?',
    note: 'Una línea B, una confluencia, un derrame o una consolidación. No se proponen todas las costillas, líneas pleurales y líneas A.',
    no: 'No falta ninguno',
    yes: 'Falta uno',
    which: '¿Cuál?',
  },
  mend: {
    which: 'Es',
    move: 'Muévelo',
    left: 'Izquierda',
    right: 'Derecha',
    up: 'Arriba',
    down: 'Abajo',
    note: 'Elige qué es, o muévelo a su lugar, y di después cuánta seguridad tienes. Las flechas lo mueven, y una pulsación en la imagen lo pone ahí.',
  },
  sure: {
    legend: '¿Cuánta seguridad tienes?',
    wait: 'Primero decide, luego di cuánta seguridad tienes.',
    guess: 'Al azar',
    low: 'Con dudas',
    fair: 'Bastante seguro',
    sure: 'Seguro',
  },
  state: {
    open: 'por decidir',
    accept: 'aceptada',
    reject: 'rechazada',
    mend: 'corregida',
    none: 'no falta ninguno',
    missing: 'falta: {{label}}',
  },
  said: '{{name}}: {{state}}. {{left}}.',
  told: {
    title: 'Lo que era correcto y lo que no',
    of: 'de 100',
    skipped: 'Saltada: se muestra lo que era correcto y lo que no.',
    caughtNone: 'No había ningún error entre ellas.',
    caught_one: 'Descubriste {{caught, number}} de {{count, number}} error.',
    caught_other: 'Descubriste {{caught, number}} de {{count, number}} errores.',
    alarmsNone: 'Respetaste todo lo correcto.',
    alarmMissing: 'Diste por omitido un hallazgo que no falta.',
    alarms_one: 'Diste por errónea {{count, number}} cosa correcta.',
    alarms_other: 'Diste por erróneas {{count, number}} cosas correctas.',
    spot: {
      right: '{{number, number}}: bien',
      wrong: '{{number, number}}: mal',
      missing: '{{label}}: faltaba',
    },
    undecided: { right: '{{name}}: correcto.', wrong: '{{name}}: incorrecto.' },
    right: {
      accept: '{{name}}: correcto, y lo aceptaste.',
      reject: '{{name}}: correcto, pero lo rechazaste.',
      mended: '{{name}}: correcto, y lo sigue siendo como lo corregiste.',
      spoiled: '{{name}}: correcto, pero ya no como lo corregiste.',
    },
    wrong: {
      accept: '{{name}}: incorrecto, pero lo aceptaste.',
      reject: '{{name}}: incorrecto, y lo rechazaste.',
      mended: '{{name}}: incorrecto, y correcto como lo corregiste.',
      spoiled: '{{name}}: incorrecto, y lo viste; pero como lo corregiste tampoco es correcto.',
    },
    missing: {
      named: 'No se propuso: {{label}}. Dijiste que faltaba.',
      unnamed: 'No se propuso: {{label}}. No lo dijiste.',
      other: 'No se propuso: {{label}}. Dijiste que faltaba otro hallazgo: {{said}}.',
      only: 'No se propuso: {{label}}.',
      falseAlarm: 'Dijiste que faltaba uno: {{label}}. No falta.',
      true: 'Dijiste que faltaba uno: {{label}}. Así es; no siempre se propone todo.',
      whole:
        'No faltaba ninguna línea B, confluencia, derrame ni consolidación, y lo dijiste. No se proponen todas las costillas, líneas pleurales y líneas A.',
      room: 'No faltaba ninguno por error, y lo dijiste. No había sitio para proponer todo lo que hay: también {{labels, list(type: conjunction)}}.',
    },
    onImage: 'En la imagen',
    proposed: 'Propuestas',
    truth: 'Lo que hay',
  },
  trap: {
    shadow_as_effusion:
      'Sombra de una costilla tomada por un derrame. Detrás de una costilla la imagen es oscura porque el hueso detiene el sonido; el líquido se ve entre las costillas.',
    missed_confluence:
      'Confluencia omitida. Recorre tú toda la línea pleural: lo que no se propone es lo que más fácilmente se pasa por alto.',
    a_line_as_pleura:
      'Línea A tomada por la línea pleural. La línea pleural es la línea brillante justo debajo de las costillas; sus copias están más hondas, a múltiplos enteros de su profundidad.',
    b_line_doubled:
      'Una línea B propuesta dos veces. Sigue cada haz hacia arriba: donde no sale un segundo de la línea pleural, no lo hay.',
    z_line_as_b_line:
      'Una cola corta tomada por una línea B. Una línea B llega hasta el fondo de la imagen sin atenuarse; lo que se pierde por el camino, como las líneas Z y las colas de cometa, no lo es.',
    rib_space_drift:
      'Corrida un espacio intercostal. Lo que se propone existe, pero en el espacio de al lado: compara el lugar, y no solo el nombre.',
    other: 'Un error de la propia red: según la verdad del simulador, ahí no hay nada de eso.',
    /** Of a finding that the network itself left out. */
    unseen: 'Un error de la propia red: no lo ve. Recorre toda la imagen antes de leer lo que se propone.',
  },
  chart: {
    title: 'Errores descubiertos',
    label:
      'Errores descubiertos: {{caught, number}} %. Cosas correctas tomadas por errores: {{alarms, number}} %. Por alcanzar: {{wanted, number}} % descubiertos.',
    x: 'Cosas correctas tomadas por errores',
    y: 'Errores descubiertos',
    none: 'Todavía no hay nada que mostrar: juega un escenario en el que haya que atrapar a la IA.',
    counts:
      '{{caught, number}} de {{wrong, number}} errores descubiertos, {{alarms, number}} de {{right, number}} cosas correctas tomadas por errores.',
    score:
      'La puntuación se calcula con todas las imágenes juntas: es la media entre la proporción de errores que descubriste y la proporción de cosas correctas que respetaste.',
    attempt:
      '{{at, datetime(dateStyle: medium)}}: {{caught, number}} de {{wrong, number}} errores descubiertos, {{alarms, number}} de {{right, number}} cosas correctas tomadas por errores',
    reached: 'Se alcanzó la norma: se acepta como mucho un error de cada cinco.',
    open: 'La norma: aceptar como mucho un error de cada cinco, entre diez errores o más.',
  },
} as const;
