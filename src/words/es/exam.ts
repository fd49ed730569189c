import type { Translation } from '../../ui/words/words-type.ts';
import type { exam as english } from '../en/exam.ts';

export const exam: Translation<typeof english> = {
  start: {
    lead: 'Demuestra lo que sabes hacer sin ayuda. {{items, number}} imágenes: marcas hallazgos, cuentas, distingues lo parecido y lees el movimiento y el modo M.',
    rules: {
      answers:
        'No hay pistas, ni superposición, ni comentarios. Una respuesta entregada no se puede cambiar.',
      normals:
        'En un tercio de las imágenes o más no está lo que se pregunta, o todo es normal. Entonces entrega sin marcas o dilo.',
      time: 'Tienes {{minutes, number(maximumFractionDigits: 1)}} min para todo. Cada imagen tiene también su límite: {{mark, number}} s para marcar, {{mMode, number}} s para leer un modo M, {{question, number}} s para responder, tras {{observe, number}} s como mucho para mirar cuando se pregunta por el movimiento. Estos tiempos son fijos: los pusimos nosotros, porque ningún estándar los da. Solo los alarga el tiempo extra de más abajo.',
      clock:
        'El tiempo cuenta mientras tienes una imagen delante. Se detiene mientras se prepara o se califica una, y mientras el examen está cerrado. Al volver encuentras la misma imagen y el tiempo que quedaba.',
      form: 'Cada examen tiene otros pacientes. Los tipos de preguntas, en cuántas no está lo que se pregunta y la dificultad son los mismos.',
      standard:
        'Apruebas con {{pass, number}} de {{items, number}} preguntas bien. De los aprendices simulados que fallan una de cada cinco o más, aprueba el {{falsePass, number}} %; de los que fallan una de cada diez o menos, suspende el {{falseFail, number}} %.',
    },
    honest:
      'Este examen se ejecuta en tu navegador, y su solución también: quien la busque puede encontrarla. Cuando hay mucho en juego hace falta una persona que vigile.',
    extra: {
      legend: 'Tiempo extra',
      none: 'Ninguno',
      percent: '{{percent, number}} % más',
      why: 'Para quien lo necesite, por ejemplo al marcar con el teclado. El certificado no lo menciona.',
    },
    begin: 'Empezar el examen',
    goOn: 'Seguir con tu examen',
    open: 'Tienes un examen sin terminar. Empieza otro solo si quieres dejarlo.',
  },
  past: {
    heading: 'Tus exámenes',
    none: 'Todavía no has terminado ningún examen en este dispositivo.',
    unread: 'No se pudieron leer tus exámenes: {{reason}}',
    entry:
      '{{at, datetime(dateStyle: medium; timeStyle: short)}}: {{right, number}} de {{items, number}} bien',
    passed: 'aprobado',
    failed: 'no aprobado',
  },
  report: {
    title: 'Examen del {{at, datetime(dateStyle: long)}}',
    missing: 'Ese examen no está en este dispositivo.',
    right: '{{right, number}} de {{items, number}} bien',
    passed: 'Aprobado. El criterio es {{pass, number}} de {{items, number}}.',
    failed: 'No aprobado. El criterio es {{pass, number}} de {{items, number}}.',
    unwhole:
      'Una imagen no se pudo mostrar o calificar, así que este examen no cuenta. Nadie tiene la culpa; haz otro.',
    seen: 'Sus imágenes ya se habían visto, así que este examen es práctica y no tiene certificado. Haz otro.',
    practise: 'Qué practicar ahora',
    round: 'Una ronda de lo que todavía estás aprendiendo',
    another: 'Hacer otro examen',
    back: 'El examen',
  },
  items: {
    heading: 'Pregunta por pregunta',
    number: 'Pregunta {{number, number}}',
    standing: {
      right: 'Bien',
      wrong: 'Mal',
      left_out: 'Sin responder',
      unreached: 'No se llegó',
      unscored: 'No se pudo calificar',
    },
    score: 'Puntuación {{score, number(maximumFractionDigits: 0)}}',
    seconds: '{{seconds, number}} s',
    secondsNone: 'menos de 1 s',
    said: 'Tu respuesta: {{reply}}',
    key: 'Solución: {{expected}}',
    picture: 'Mostrar la imagen con su solución',
    making: 'La imagen se está preparando otra vez…',
    failed: 'No se pudo preparar la imagen: {{reason}}',
    noMarks: 'Entregaste sin marcas.',
    keyNone: 'La solución es que no hay nada que marcar.',
  },
  picture: {
    marks: 'Tus marcas',
    key: 'La solución',
    there: 'Lo que hay en la imagen',
    marksOf: 'La imagen con tus marcas: {{names, list(type: conjunction)}}',
    keyOf: 'La imagen con su solución: {{names, list(type: conjunction)}}',
    nothing: 'La imagen, sin nada marcado',
  },
  certificate: {
    heading: 'Certificado',
    name: 'Nombre en el certificado',
    empty: 'Escribe el nombre de la persona del certificado.',
    save: 'Guardar el certificado (PDF)',
    file: 'Guardar el archivo del examen',
    note: 'El nombre se queda en este dispositivo. Guarda el archivo junto con el certificado: contiene todas las respuestas, y el código se comprueba con él.',
    code: 'Código: {{code}}',
    unmade: 'No se pudo preparar el certificado.',
    documentTitle: 'Certificado de Batsign',
    statement: 'ha aprobado el examen de ecografía pulmonar de Batsign.',
    date: 'Fecha',
    result: 'Resultado',
    resultText:
      '{{right, number}} de {{items, number}} preguntas bien ({{percent, number(maximumFractionDigits: 0)}} %)',
    standard: 'Criterio',
    standardText:
      '{{pass, number}} de {{items, number}} bien, fijado con el método de los grupos contrastados en aprendices simulados de cinco niveles',
    items: 'Preguntas',
    itemsText:
      '{{items, number}} imágenes simuladas, {{normals, number}} de ellas sin el hallazgo o con movimiento normal, sin pistas: {{skills}}',
    versions: 'Versiones',
    versionsText: 'preguntas {{form, number}}, forma {{seed}}; red {{network}}',
    codeLabel: 'Código',
    foot: 'El código se puede comprobar con el archivo del examen en la página del examen. Demuestra que ambos corresponden y no se han cambiado. No demuestra quién hizo el examen ni si una persona vigiló. Solo para formación: no autoriza a diagnosticar.',
    fileName: 'certificado-batsign',
    attemptName: 'examen-batsign',
  },
  check: {
    heading: 'Comprobar un certificado',
    lead: 'Escribe el código del certificado y abre el archivo del examen que lo acompaña. Nada sale de esta página.',
    code: 'Código del certificado',
    file: 'Abrir el archivo del examen',
    fileLabel: 'Archivo de un examen',
    empty: 'Escribe primero el código: 20 cifras y letras.',
    unreadable: 'Este no es el archivo de un examen, o está dañado.',
    otherVersion: 'Este archivo es de un examen que esta versión del juego no conoce.',
    matches:
      'El código corresponde a este archivo. {{name}}, {{at, datetime(dateStyle: long)}}: {{right, number}} de {{items, number}} bien, {{verdict}}.',
    differs:
      'El código no corresponde a este archivo: es de otro examen, o se cambiaron el archivo o el certificado.',
    limits:
      'Que correspondan demuestra que el certificado y el archivo van juntos. Quien sepa cómo puede fabricar los dos: cuando hay mucho en juego, pregunta quién vigiló.',
  },
};
