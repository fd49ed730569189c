/** The page about the game. */
export const about = {
  title: 'About Batsign',
  training: {
    heading: 'For training only, never for diagnosis',
    text: 'Batsign teaches how to recognise artefacts on lung ultrasound. It is not a medical device. What its network marks must never decide about a patient.',
  },
  privacy: {
    heading: 'Nothing leaves this page unless you ask for it',
    text: "Images are made or opened, read by the network and graded in this browser tab. Your files, marks and scores are not sent anywhere, but for one case: where a course system opened this page for you, your course is told of your answers and scores, and the page says so. Attempts and best scores are kept in this browser until you erase them in Settings, and so are the clips that you save in the library: of those only the ultrasound image, without the file's name or anything else that stands in or beside it. Of a file that you only practise on nothing is kept but a hash, by which it is known again, and where in it the image lies.",
  },
  images: {
    heading: 'Where the images come from',
    text: 'A virtual phantom: a simulated chest wall and lung, with speckle, shadows and reverberation computed from echoes rather than drawn. Because the simulator knows what it built, it also knows the right answer. Real patients look more varied; practise on them with a teacher.',
  },
  grading: {
    heading: 'How marks are graded',
    network:
      'A small U-Net labels every pixel of the frozen image. On a phantom image its answer is first checked against the truth; where it is wrong, you are graded by the truth and told so. On your own clip there is only the network, so its confidence is shown and uncertain classes are not scored.',
    tolerance:
      'A thin line a millimetre off should not count as wrong. Scores therefore use an overlap with a tolerance in millimetres, and the strict Dice and IoU are shown beside it. Experts themselves often disagree about single and confluent B-lines: take those scores as guidance.',
  },
  medicine: {
    heading: 'Where the medicine comes from',
    text: 'What lessons, hints and feedback say rests on these works. Lessons name theirs under "Sources" beside the text. They are simplified for beginners, and no substitute for a teacher.',
    works_one: 'The {{count, number}} work',
    works_other: 'The {{count, number}} works',
  },
  more: {
    heading: 'Read more',
    text: 'The finding classes follow Howell and others, "Deep learning for real-time multi-class segmentation of artefacts in lung ultrasound", Ultrasonics 140:107251 (2024). Colours are those of Okabe and Ito, with a pattern and a label beside each.',
  },
} as const;
