/** Ranks, and coming to the standard. */
export const learning = {
  rank: {
    label: 'Your rank',
    novice: 'Novice',
    advanced_beginner: 'Advanced beginner',
    competent: 'Competent',
    proficient: 'Proficient',
    standing: '{{standing, number}} of {{skills, number}} skills at the standard.',
    next_one: '{{rank}} takes {{count, number}} more skill at the standard.',
    next_other: '{{rank}} takes {{count, number}} more skills at the standard.',
    last: 'This is the last rank: the next stage, expert, is reached at the bedside and not in a game.',
    words: 'The words are those of Dreyfus’s stages of skill, as clinical training uses them.',
    about:
      'Here they count skills that you hold at the standard, on simulated images; time spent has no part in it, and no rank says that you may work unsupervised.',
  },
  standard: {
    heading: 'At the standard',
    reached: '{{skill}}: at the standard now.',
    reachedWhy:
      '{{right, number}} of the {{count, number}} answers that decided it were right, all of them first answers without help.',
    lost: '{{skill}}: no longer at the standard.',
    lostWhy:
      '{{wrong, number}} of the last {{count, number}} answers that count were wrong, more than the standard allows. It is asked more often again until it is proven anew.',
    said: 'At the standard now: {{skills, list(type: unit)}}.',
    saidLost: 'No longer at the standard: {{skills, list(type: unit)}}.',
  },
} as const;
