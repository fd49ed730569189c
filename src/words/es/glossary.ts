import type { Translation } from '../../ui/words/words-type.ts';
import type { glossary as english } from '../en/glossary.ts';

export const glossary: Translation<typeof english> = {
  title: 'Glosario',
  lead: 'Las palabras de la ecografía pulmonar, cada una con sus fuentes. Las imágenes son simuladas.',
  search: 'Buscar en los términos',
  found_one: '{{count, number}} término',
  found_other: '{{count, number}} términos',
  none: 'Ningún término tiene estas letras en su nombre ni en su texto.',
  alike: 'Se confunde con:',
  groups: {
    image: 'La imagen',
    signs: 'Líneas y referencias',
    motion: 'Lo que se mueve',
    fluid: 'Líquido y pulmón sólido',
    places: 'Dónde explorar',
    patterns: 'Patrones y puntuaciones',
    network: 'Leer junto a una red',
  },
  terms: {
    probe: {
      name: 'Sonda',
      forms: 'sonda, sondas, sonda lineal, sonda convexa',
      text: 'La parte del ecógrafo que se apoya en la piel, emite sonido y recoge sus ecos. Una sonda lineal muestra la línea pleural con gran detalle, pero no llega hondo. Una sonda convexa dibuja un abanico ancho y profundo, mejor para la consolidación, el derrame y las bases del pulmón.',
    },
    orientation: {
      name: 'Orientación',
      forms: 'orientación',
      text: 'Qué lado de la imagen es cuál. Con la sonda a lo largo del cuerpo y su marca hacia la cabeza, la izquierda de la imagen mira a la cabeza, la derecha a los pies, y arriba está la piel.',
    },
    depth: {
      name: 'Profundidad',
      forms: 'profundidad',
      text: 'Hasta dónde llega la imagen dentro del cuerpo. Con más profundidad se ve más, pero todo más pequeño y con menos imágenes por segundo. Ajústala de modo que lo que buscas llene la imagen.',
    },
    gain: {
      name: 'Ganancia',
      forms: 'ganancia, compensación de ganancia con el tiempo',
      text: 'Cuánto se amplifican los ecos una vez que han vuelto. Con muy poca se pierden los ecos débiles; con demasiada el ruido parece un hallazgo. La compensación de ganancia con el tiempo amplifica cada profundidad por separado.',
    },
    frequency: {
      name: 'Frecuencia y resolución',
      forms: 'frecuencia, resolución',
      text: 'Una frecuencia más alta muestra detalles más finos y no llega tan hondo. Una frecuencia más baja llega más hondo y muestra menos detalle.',
    },
    artefact: {
      name: 'Artefacto',
      forms: 'artefacto, artefactos',
      text: 'Algo que está en la imagen y no es así en el cuerpo. El tejido que linda con aire devuelve casi todo el sonido, de modo que todo lo que se ve bajo la línea pleural de un pulmón sano son artefactos, hechos por sonido que va y viene.',
    },
    reverberation: {
      name: 'Reverberación',
      forms: 'reverberación, reverberaciones',
      text: 'El sonido que va y viene entre dos reflectores fuertes vuelve cada vez más tarde, y el ecógrafo dibuja la estructura superior una y otra vez por debajo. Las líneas A son reverberaciones de la línea pleural.',
    },
    'mirror-image': {
      name: 'Imagen en espejo',
      forms: 'imagen en espejo, imágenes en espejo',
      text: 'Un reflector fuerte y curvo, como el diafragma, puede mostrar otra vez detrás de sí lo que tiene delante. El hígado parece entonces estar por encima del diafragma, donde se parece a una consolidación.',
    },
    rib: {
      name: 'Costilla',
      forms: 'costilla, costillas',
      text: 'Un frente brillante y curvo con una sombra oscura debajo, pues el hueso detiene casi todo el sonido. Lo que no da sombra no es una costilla.',
    },
    'rib-shadow': {
      name: 'Sombra costal',
      forms: 'sombra costal, sombras costales, sombra de la costilla, sombras de las costillas',
      text: 'La franja oscura detrás de una costilla, por donde no pasa el sonido. En ella no se ve ni pulmón, ni aire, ni líquido. Es oscura como el líquido, pero lo que está detrás del líquido es brillante.',
    },
    'bat-sign': {
      name: 'Signo del murciélago',
      forms: 'signo del murciélago',
      text: 'Dos costillas con sus sombras y la línea pleural entre ellas parecen un murciélago cuando la sonda está a lo largo del cuerpo sobre dos costillas. Toda exploración del pulmón empieza por él.',
    },
    'intercostal-window': {
      name: 'Ventana intercostal',
      forms: 'ventana intercostal, ventanas intercostales, espacio intercostal, espacios intercostales',
      text: 'Lo que queda entre dos sombras costales vecinas. Solo ahí se pueden juzgar la línea pleural y lo que hay debajo.',
    },
    'pleural-line': {
      name: 'Línea pleural',
      forms: 'línea pleural, líneas pleurales',
      text: 'La línea brillante entre las costillas y justo por debajo de ellas, donde la pared torácica se encuentra con el pulmón. Todo lo que se dice del pulmón se lee ahí. En las imágenes de aquí está de 1 a 1,5 centímetros por debajo del borde superior de una costilla.',
    },
    fascia: {
      name: 'Fascia',
      forms: 'fascia, fascias',
      text: 'Una lámina entre los músculos de la pared torácica. Puede ser tan brillante como la línea pleural, pero está por encima de ella, no se desliza con la respiración y no da sombra.',
    },
    'a-line': {
      name: 'Línea A',
      forms: 'línea A, líneas A',
      text: 'Una copia horizontal de la línea pleural a un múltiplo entero de su profundidad, hecha por sonido que va y viene entre pleura y sonda. Significa que hay aire bajo la pleura, sea en un pulmón sano o en un neumotórax.',
    },
    'b-line': {
      name: 'Línea B',
      forms: 'línea B, líneas B',
      text: 'Un artefacto vertical y brillante que nace en la línea pleural, llega hasta el fondo de la imagen sin apagarse, borra las líneas A y se mueve con el deslizamiento pulmonar. Viene de un pulmón que justo bajo la pleura contiene más líquido o fibra de lo debido. Una o dos entre dos costillas pueden verse en pulmones sanos.',
    },
    'z-line': {
      name: 'Línea Z',
      forms: 'línea Z, líneas Z',
      text: 'Un artefacto vertical tenue que no significa nada. No se mueve con el deslizamiento pulmonar, no borra las líneas A y se pierde en lo que lo rodea.',
    },
    'e-line': {
      name: 'Línea E',
      forms: 'línea E, líneas E',
      text: 'Un artefacto vertical causado por aire bajo la piel. Nace por encima de las costillas y de la línea pleural, y puede ser tan largo y brillante como una línea B.',
    },
    'comet-tail': {
      name: 'Cola de cometa',
      forms: 'cola de cometa, colas de cometa',
      text: 'Un artefacto vertical corto y débil que nace en la línea pleural y se apaga en dos o tres centímetros. No borra las líneas A, se ve en pulmones sanos y no es una línea B.',
    },
    confluence: {
      name: 'Confluencia',
      forms: 'confluencia, confluencias, líneas B confluentes',
      text: 'Líneas B que se funden sin hueco entre ellas. Ya no se pueden contar una a una, solo medir por la parte de la línea pleural entre las costillas que llenan. Los expertos no siempre coinciden en dónde empieza.',
    },
    'white-lung': {
      name: 'Pulmón blanco',
      forms: 'pulmón blanco',
      text: 'Una confluencia que llena todo el espacio entre dos costillas, de modo que la imagen bajo la línea pleural es blanca por igual.',
    },
    'artefact-score': {
      name: 'Puntuación de artefactos de líneas B',
      forms: 'puntuación de artefactos de líneas B, BLAS',
      text: 'La parte del espacio entre dos costillas que llenan las líneas B y las confluencias. Aún distingue más de menos donde las líneas B se han fundido.',
    },
    'lung-sliding': {
      name: 'Deslizamiento pulmonar',
      forms: 'deslizamiento pulmonar',
      text: 'La línea pleural titila de un lado a otro con cada respiración, pues la hoja de la pleura que cubre el pulmón se desliza sobre la de la pared torácica. Verlo descarta un neumotórax en ese lugar. Es mínimo en lo alto del pulmón y máximo cerca del diafragma.',
    },
    'lung-pulse': {
      name: 'Pulso pulmonar',
      forms: 'pulso pulmonar',
      text: 'Una sacudida de la línea pleural con cada latido, que se ve donde el pulmón toca la pared torácica pero no se desliza. Descarta un neumotórax en ese lugar.',
    },
    'lung-point': {
      name: 'Punto pulmonar',
      forms: 'punto pulmonar, puntos pulmonares',
      text: 'El borde de un neumotórax, donde el pulmón que se desliza entra en la imagen y sale de ella con la respiración. Es muy específico de neumotórax; no encontrarlo no descarta nada. Los bordes del corazón y el diafragma lo imitan.',
    },
    'm-mode': {
      name: 'Modo M',
      forms: 'modo M',
      text: 'Una sola línea de exploración dibujada una y otra vez, lado a lado. Lo que está quieto se vuelve líneas rectas; lo que se mueve, grano.',
    },
    'seashore-sign': {
      name: 'Signo de la orilla',
      forms: 'signo de la orilla, signo de la orilla del mar',
      text: 'Modo M con líneas rectas por encima de la línea pleural y grano como arena por debajo. El pulmón se desliza en ese lugar.',
    },
    'barcode-sign': {
      name: 'Signo del código de barras',
      forms: 'signo del código de barras, signo de la estratosfera, código de barras',
      text: 'Modo M con líneas rectas de arriba abajo, también por debajo de la línea pleural. Nada se desliza en ese lugar; eso solo no demuestra un neumotórax.',
    },
    pneumothorax: {
      name: 'Neumotórax',
      forms: 'neumotórax',
      text: 'Aire entre las dos hojas de la pleura, que oculta el pulmón. Sube, y por eso en un paciente que yace boca arriba se mira primero delante. No hay deslizamiento pulmonar y se ven líneas A; un punto pulmonar lo hace muy probable.',
    },
    effusion: {
      name: 'Derrame pleural',
      forms: 'derrame pleural, derrames pleurales, derrame, derrames',
      text: 'Líquido entre las dos hojas de la pleura, casi siempre negro. Su borde profundo, la superficie del pulmón, es liso y se mueve con la respiración. Los ecos finos que se arremolinan en él hablan a favor de sangre, pus u otro líquido lleno de células o proteínas.',
    },
    'quad-sign': {
      name: 'Signo del cuadrilátero',
      forms: 'signo del cuadrilátero, signo del cuadrado',
      text: 'Un derrame con cuatro bordes: la línea pleural arriba, dos sombras costales a los lados y, abajo, la superficie lisa del pulmón.',
    },
    'sinusoid-sign': {
      name: 'Signo del sinusoide',
      forms: 'signo del sinusoide, signo sinusoidal',
      text: 'En modo M, a través de un derrame, la superficie del pulmón se acerca a la línea pleural con cada inspiración, como una onda. Muestra que el líquido es libre y fluido.',
    },
    'spine-sign': {
      name: 'Signo de la columna',
      forms: 'signo de la columna',
      text: 'La columna se ve por encima del diafragma, porque allí el líquido deja pasar el sonido. En un pulmón sano el aire la oculta, y termina en el diafragma.',
    },
    'curtain-sign': {
      name: 'Signo de la cortina',
      forms: 'signo de la cortina',
      text: 'En la base de un pulmón sano el aire baja sobre el hígado o el bazo con cada inspiración y oculta el diafragma, como una cortina.',
    },
    consolidation: {
      name: 'Consolidación',
      forms: 'consolidación, consolidaciones, pulmón consolidado',
      text: 'Pulmón que apenas contiene aire y por eso se ve como un órgano sólido, como el hígado, justo bajo la línea pleural. Pueden causarla la neumonía, la atelectasia, la contusión, el infarto y un tumor; la imagen sola rara vez dice cuál.',
    },
    'shred-sign': {
      name: 'Signo del desgarro',
      forms: 'signo del desgarro',
      text: 'El borde profundo e irregular de una consolidación, donde linda con pulmón que contiene aire, con ecos brillantes y dispersos detrás.',
    },
    'air-bronchogram': {
      name: 'Broncograma aéreo',
      forms: 'broncograma aéreo, broncogramas aéreos',
      text: 'Aire en un bronquio que recorre pulmón consolidado: puntos brillantes o líneas que se ramifican. Donde se mueve con la respiración el bronquio está abierto, y la neumonía es más probable que la atelectasia por un bronquio obstruido.',
    },
    zone: {
      name: 'Zona',
      forms: 'zona, zonas',
      text: 'Una parte del tórax que se explora y se distingue de otras. El protocolo BLUE tiene seis puntos; otros esquemas tienen ocho zonas delante y al lado, o doce con la espalda. Un hallazgo se nombra con su zona.',
    },
    'blue-point': {
      name: 'Punto BLUE',
      forms: 'punto BLUE, puntos BLUE',
      text: 'Uno de los tres lugares de cada lado en los que mira el protocolo BLUE: el punto superior bajo el centro de la clavícula, el inferior más o menos una mano más abajo y hacia fuera, y el punto PLAPS detrás del costado del tórax.',
    },
    plaps: {
      name: 'PLAPS',
      forms: 'PLAPS, punto PLAPS, puntos PLAPS',
      text: 'Síndrome alveolar y/o pleural posterolateral: consolidación o derrame, o ambos, en el punto PLAPS, tan atrás como la sonda puede llegar en un paciente que yace boca arriba.',
    },
    'a-profile': {
      name: 'Perfil A',
      forms: 'perfil A',
      text: "Líneas A con deslizamiento pulmonar y a lo sumo dos líneas B entre dos costillas: lo que muestra el pulmón sano, y lo que muestra el pulmón en el asma, la EPOC y la embolia pulmonar. Sin deslizamiento es el perfil A', que puede ser un neumotórax.",
    },
    'b-profile': {
      name: 'Perfil B',
      forms: 'perfil B',
      text: "Deslizamiento pulmonar y tres o más líneas B entre dos costillas, delante y en ambos lados. En la insuficiencia respiratoria aguda apunta a edema pulmonar de origen cardíaco. Sin deslizamiento es el perfil B', que apunta a neumonía.",
    },
    'ab-profile': {
      name: 'Perfil A/B',
      forms: 'perfil A/B',
      text: 'Tres o más líneas B entre dos costillas, delante y en un lado, y líneas A en el otro. En la insuficiencia respiratoria aguda apunta a neumonía.',
    },
    'c-profile': {
      name: 'Perfil C',
      forms: 'perfil C',
      text: 'Consolidación delante, del tamaño que sea. En la insuficiencia respiratoria aguda apunta a neumonía.',
    },
    'positive-region': {
      name: 'Región positiva',
      forms: 'región positiva, regiones positivas, patrón intersticial',
      text: 'Un lugar con tres o más líneas B en el espacio entre dos costillas, en una imagen a lo largo del cuerpo: un patrón intersticial. Pueden causarlo el edema, la neumonía y la fibrosis; dónde están esas regiones ayuda a distinguirlos.',
    },
    'lus-score': {
      name: 'Puntuación LUS',
      forms: 'puntuación LUS, puntuaciones LUS',
      text: 'Cada zona recibe de 0 a 3 por su peor hallazgo. Por patrones, como se puntúan aquí los mapas: 0 por líneas A o menos de tres líneas B, 1 por tres o más líneas B separadas, 2 por una confluencia, 3 por consolidación. Según una regla más nueva, las líneas B y las confluencias a lo largo de hasta la mitad de la línea pleural valen 1, y a lo largo de más de la mitad, 2. La suma dice cuán poco aire contiene el pulmón; no nombra ninguna enfermedad.',
    },
    'blue-protocol': {
      name: 'Protocolo BLUE',
      forms: 'protocolo BLUE',
      text: 'Busca la causa de la insuficiencia respiratoria aguda en un orden fijo: deslizamiento pulmonar, luego líneas A, líneas B o consolidación delante, después las venas o los puntos PLAPS. Sus respuestas fueron correctas en el 90,5 % de 260 pacientes. Se lee junto con la historia clínica.',
    },
    'automation-bias': {
      name: 'Sesgo de automatización',
      forms: 'sesgo de automatización',
      text: 'Fiarse demasiado de lo que propone una máquina: tomar sus errores y pasar por alto lo que no muestra. En un estudio, médicos en formación aceptaron el 52 % de las propuestas erróneas de una IA que por lo demás era fiable.',
    },
    'automation-complacency': {
      name: 'Complacencia ante la automatización',
      forms: 'complacencia ante la automatización',
      text: 'Mirar con menos atención porque una máquina también mira, sobre todo donde hay mucho más que hacer. La práctica sola no lo remedia.',
    },
  },
};
