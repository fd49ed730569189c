/** The texts of each interactive lesson; the statements that they rest on stand beside their keys in the lessons. */
export const lessons = {
  image: {
    title: 'The image',
    intro: 'Depth, gain, frequency, probe and marker: five things that decide what you see.',
    depth: {
      ask: 'The image reaches 18 cm deep. Make it shallower: 12 cm or less.',
      answer:
        'What you look for is now drawn larger. Depth is well set when that fills the image and nothing useless lies below it.',
    },
    gain: {
      ask: 'The image is too dark. Turn the gain up, to 0 dB or more.',
      answer:
        'Gain amplifies the echoes after they have come back; the body is sent no more sound. Too little hides faint echoes, too much makes noise and everything else white.',
    },
    frequency: {
      ask: 'Look how thick the pleural line is drawn. Raise the frequency to 5 MHz or more.',
      answer:
        'Shorter waves show finer detail: the line is thinner. But a high frequency is weakened more on its way and does not reach as deep.',
    },
    probe: {
      ask: 'This probe is convex. Change to a linear one.',
      answer:
        'Parallel scan lines make a rectangle, with the pleural line in fine detail and little depth. The scan lines of a convex probe spread like a fan: a wide, deep image.',
    },
    turned: {
      ask: 'The marker points to the head, so the left of the image is towards the head. At the right edge liver can be seen. Turn the probe by half a turn.',
      answer:
        'Left and right have changed places, and the liver lies on the left. For the lung the marker points to the head. Check it before you read an image.',
    },
    batSign: {
      ask: 'Which image shows the bat sign?',
      answer:
        'The two ribs with their shadows and the pleural line between them look like a bat. Every scan of the lung begins there. The other image lies between two ribs, and shows neither.',
      with: 'across two ribs, the bat sign',
      without: 'between two ribs, no bat sign',
    },
  },
  ribs: {
    title: 'Ribs and the pleural line',
    intro: 'What a rib hides, and where the pleural line is found.',
    ribs: {
      ask: 'Take the ribs away. What happens to the dark stripes?',
      answer:
        'They go too. A dark stripe is the shadow of a rib, for bone stops nearly all of the sound. Where it was, the pleural line and what is below it can now be seen.',
    },
    shadow: {
      ask: 'The ribs are back. Let sound pass through them: bring the loss behind a rib down to 6 dB or less.',
      answer:
        'The bright curved front stays, the shadow fades. Bone itself stops nearly all of the sound, so in a real shadow nothing can be seen.',
    },
    pleura: {
      ask: 'The bright line between and below the ribs is the pleural line. Take it away.',
      answer:
        'Its copies further down go with it. All that is said about the lung is read from the pleural line, and only between the ribs.',
    },
    tissue: {
      ask: 'Now take the grain of the chest wall away.',
      answer:
        'Skin, fat and muscle are drawn by their echoes. Without them the front of the ribs and the pleural line stay: they are strong echoes of their own.',
    },
    fasciae: {
      ask: 'Make the fasciae brighter, to 180 % or more. Which line is still the pleural line?',
      answer:
        'The one between and below the ribs. Fascia can be as bright, but it lies above, does not glide with the breath and casts no shadow.',
    },
  },
  aLines: {
    title: 'A-lines',
    intro: 'How one line is drawn many times.',
    reverberation: {
      ask: 'Let sound go to and fro between pleura and probe: turn the reverberation up to 80 % or more.',
      answer:
        'Copies of the pleural line appear at whole multiples of its depth, weaker each time: A-lines. Air below the pleura reflects nearly all of the sound.',
    },
    depth: {
      ask: 'Make the image deeper, 14 cm or more. Where will the next A-lines be?',
      answer:
        'Each lies as far below the one before as the pleural line lies below the skin. Measure that depth once, and you know where to look.',
    },
    ribs: {
      ask: 'The A-lines end at the shadows. Take the ribs away.',
      answer:
        'Now they go on, as the pleural line that they repeat does. They cannot be longer than it is, and fade where it is slanted to the beam of sound.',
    },
    pleura: {
      ask: 'Take the pleural line away.',
      answer: 'The A-lines go with it. They are artefacts that repeat it, and no structures of the lung.',
    },
    fascia: {
      ask: 'Bright horizontal lines in both. In which image are there A-lines?',
      answer:
        'A-lines lie below the pleural line, at whole multiples of its depth. A bright horizontal line above the pleural line is fascia, at any depth.',
      aLines: 'A-lines below the pleural line',
      fasciae: 'fasciae above the pleural line',
    },
  },
  bLines: {
    title: 'B-lines',
    intro: 'What makes a stripe a B-line, and what only looks like one.',
    one: {
      ask: 'Put in one B-line.',
      answer:
        'It starts at the pleural line, is sharp like a laser beam, runs to the bottom without fading, erases the A-lines that it crosses and moves with lung sliding.',
    },
    strength: {
      ask: 'Make it fainter, down to −14 dB or less. Watch the A-lines.',
      answer: 'The A-lines that it had erased come back, and it gets lost in the grain around it.',
    },
    three: {
      ask: 'Bright again. Put in three or more, and count them.',
      answer:
        'Three or more B-lines between two ribs, in one image along the body, are a positive region: an interstitial pattern. One or two can be found in healthy lungs.',
    },
    sliding: {
      ask: 'Stop the lung sliding. What do the B-lines do?',
      answer: 'They stand nearly still: a B-line moves with lung sliding.',
    },
    zLine: {
      ask: 'Which image shows a B-line?',
      answer:
        'The B-line is bright from the pleural line to the bottom. The other is a Z-line: faint, not seen to start at the pleural line, and it erases no A-line. It means nothing.',
      bLine: 'a B-line',
      zLine: 'a Z-line',
    },
    eLine: {
      ask: 'Both stripes are bright. Which one is the B-line?',
      answer:
        'The one that starts at the pleural line. The other is an E-line: it starts above ribs and pleural line, at air under the skin, and casts a shadow.',
      bLine: 'a B-line, from the pleural line',
      eLine: 'an E-line, from under the skin',
    },
    cometTail: {
      ask: 'Which image shows a B-line?',
      answer:
        'The one that runs to the bottom. A comet tail starts at the pleural line too, but is weak and fades within two or three centimetres, and erases no A-line.',
      bLine: 'a B-line',
      cometTail: 'a comet tail',
    },
  },
  confluence: {
    title: 'Confluence',
    intro: 'When B-lines can no longer be counted.',
    near: {
      ask: 'Four B-lines stand apart. Bring them together: 3 mm or less from one to the next.',
      answer:
        'They merge, with no gap between them: a confluence. It can no longer be counted, only measured by the share of the pleural line’s length between the ribs that it fills.',
    },
    more: {
      ask: 'Make it broader: six B-lines.',
      answer:
        'By one way of counting, the share of the space between two ribs that is filled, in per cent, is divided by ten: half a space counts as five B-lines. So tell the count together with the way of counting.',
    },
    apart: {
      ask: 'Pull them apart again, 6 mm or more, until you can count them.',
      answer:
        'Now there are gaps again. Where single B-lines end and a confluence begins is a matter of judgement, and experts do not always agree.',
    },
    which: {
      ask: 'Which image shows a confluence?',
      answer:
        'The one with no gap. In the other there is dark lung from top to bottom between the B-lines, so they are counted one by one.',
      merged: 'a confluence',
      single: 'single B-lines',
    },
  },
  sliding: {
    title: 'Lung sliding',
    intro: 'Watch the pleural line, and below the image the M-mode of the line in the middle.',
    stop: {
      ask: 'The lung slides: sand below the pleural line. Stop the lung sliding and watch the M-mode for a breath.',
      answer:
        'Straight lines from top to bottom, below the pleural line too: the barcode sign. Nothing slides at this place.',
    },
    go: {
      ask: 'Let the lung slide again.',
      answer:
        'Straight lines above the pleural line and grain like sand below it: the seashore sign. Seeing the lung slide rules out a pneumothorax at that place.',
    },
    bLine: {
      ask: 'The lung stands still once more. Put in a B-line.',
      answer:
        'B-lines rule out a pneumothorax at that place, for they need the two layers of the pleura to touch. Absent lung sliding alone does not prove a pneumothorax.',
    },
  },
  fluid: {
    title: 'Effusion and consolidation',
    intro: 'Two things that can lie between the chest wall and the lung that holds air.',
    effusion: {
      ask: 'Put fluid between the chest wall and the lung.',
      answer:
        'An effusion: black, as fluid sends hardly any sound back. Its deep border is the surface of the lung, smooth, which moves with the breath. With the shadows of two ribs at its sides it is four-sided: the quad sign.',
    },
    more: {
      ask: 'Let there be more of it: 44 mm or more.',
      answer: 'The lung lies deeper, and its surface is as bright as before: fluid hardly weakens the sound.',
    },
    consolidation: {
      ask: 'Now put airless lung there instead.',
      answer:
        'A consolidation: the pattern of tissue, like liver, right below the pleural line, with bright air bronchograms. Its deep border is ragged: the shred sign.',
    },
    which: {
      ask: 'Which image shows an effusion?',
      answer:
        'The black one with the smooth deep border. The other has the pattern of tissue and a ragged border. Both are often seen together.',
      effusion: 'an effusion',
      consolidation: 'a consolidation',
    },
  },
  zones: {
    title: 'Zones of the chest',
    intro: 'Where the probe is put, and how a zone is scored.',
    eight: {
      ask: 'The six BLUE points are drawn on the chest. Show the scheme of eight zones.',
      answer:
        'Four on either side: upper and lower in front, upper and lower at the side. The back is left out.',
    },
    twelve: {
      ask: 'Show the scheme of twelve zones.',
      answer: 'Six on either side: now the back is looked at too.',
    },
    place: {
      ask: 'Put the probe on the right lower lateral zone.',
      answer:
        'A finding is named with its place, for a disease of the lung can lie in one place only. Both lungs are scanned point by point, always in the same order.',
    },
    score: {
      ask: 'This zone shows no B-lines: LUS score 0. Give the patient an interstitial pattern.',
      answer:
        'Scored by patterns, as charts are scored here, three or more B-lines that stand apart are 1, merged ones 2, consolidation 3. Other rules go by the share of the pleural line that is taken. With twelve zones the sum goes from 0 to 36.',
    },
  },
  patient: {
    title: 'A whole patient',
    intro: 'The BLUE protocol in five views. This patient is short of breath.',
    lower: {
      ask: 'At the right upper BLUE point the lung slides. Go on to the right lower BLUE point.',
      answer:
        'The same here, and no B-lines: if the other side is like it, this is the A-profile. The next question is what the PLAPS point shows.',
    },
    plaps: {
      ask: 'Go to the right PLAPS point, at the back of the side.',
      answer:
        'Neither consolidation nor effusion. An A-profile with free veins and no PLAPS points to asthma or COPD.',
    },
    oedema: {
      ask: 'Another patient, upper BLUE point: choose the interstitial pattern.',
      answer:
        'Three or more B-lines between two ribs with lung sliding. In front on both sides this is the B-profile; in acute respiratory failure it points to oedema of the lung from the heart.',
    },
    pneumothorax: {
      ask: 'The next patient: choose pneumothorax, and watch the pleural line.',
      answer:
        'No lung sliding and no B-lines. A-lines without lung sliding in front are the A′-profile. It may be a pneumothorax; a lung point makes that very likely.',
    },
    pneumonia: {
      ask: 'The last patient, at the PLAPS point: choose consolidation.',
      answer:
        'Consolidation at the PLAPS point with an A-profile in front and free veins points to pneumonia. No sign names a disease by itself: a scan is read with the history and the examination.',
    },
  },
  ai: {
    title: 'Catch the AI',
    intro: 'A network proposes, you decide. Test each proposal against the image.',
    shadow: {
      ask: 'The network calls the dark stripes an effusion. Take the ribs away and look again.',
      answer:
        'With the ribs their shadows go, and the proposal too. In a shadow nothing can be seen, no fluid either. In a study of radiographs doctors in training accepted 52 % of the wrong proposals of an AI that was otherwise reliable.',
    },
    aLine: {
      ask: 'It puts the pleural line at this depth. Turn the reverberation down, to 10 % or less.',
      answer:
        'The line goes: it was an A-line, a copy of the pleural line at twice its depth. The pleural line itself, just below the ribs, stays, and the network had left it out.',
    },
    missed: {
      ask: 'It finds ribs, pleural line and A-lines. What does it miss? Look first, then show what is there.',
      answer: 'A confluence. Automation bias is also to miss what the machine does not show.',
    },
    tissue: {
      ask: 'It calls this an effusion. Look at the grain and at the deep border, then show what is there.',
      answer:
        'A consolidation: it has the pattern of tissue, and its deep border is ragged. Automation bias is less where people know that they answer for the result.',
    },
    right: {
      ask: 'And this proposal? Decide, then show what is there.',
      answer: 'It was right. To refuse what is right is an error as well: check each proposal by the image.',
    },
  },
} as const;
