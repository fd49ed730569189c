export const player = {
  cine: {
    label: 'Cine loop',
    first: 'First image',
    previous: 'Previous image',
    play: 'Play the loop',
    stop: 'Stop the loop',
    next: 'Next image',
    last: 'Last image',
    image: 'Image of the cine loop',
    imageBefore:
      'Image {{image}} of {{images}}, {{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} seconds before the last',
    place:
      '{{image}} of {{images}} · {{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s',
    placeBefore:
      '{{image}} of {{images}} · −{{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s',
  },
  overlay: {
    label: 'Network overlay',
    show: "Show the network's overlay",
    hide: "Hide the network's overlay",
    strength: 'Overlay strength',
    percent: '{{percent, number}} %',
  },
  network: {
    loading: 'Loading the network: {{percent, number}} %',
    tryAgain: 'Try again',
    adapted: 'Labelled by the adapted network "{{name}}".',
  },
  screen: {
    role: 'ultrasound image',
    cardStopped: 'The graphics card stopped drawing the image. It goes on without it, a little slower.',
    notDrawn: 'The image could not be drawn in this browser. Reload the page, or try another browser.',
  },
  waiting: {
    phantom: 'The probe is warming up …',
    patient: 'The probe is warming up …',
    clip: 'Your recording will be here.',
    stored: 'The recording will be here.',
    camera: 'The image of your machine will be here.',
  },
} as const;
