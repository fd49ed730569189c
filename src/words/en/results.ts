/** What the learner can do. */
export const results = {
  title: 'What you can do',
  none: 'Nothing is known yet: play a lesson, a drill or a round, and what you can do is shown here.',
  standard:
    'Only first answers without help, on images of standard difficulty or harder, count here. The standard is {{percent, number}} % right; it is declared when that is proven, not when it is likely.',
  open: 'Not begun',
  handIn: 'Hand in my results',
  towards: 'On the way to the standard',
  standing: {
    not_yet: 'Learning',
    competent: 'At the standard',
    lost: 'Was at the standard, and is no longer',
  },
  right_one: '{{right, number}} of {{count, number}} answer right',
  right_other: '{{right, number}} of {{count, number}} answers right',
  quick: '{{percent, number}} % of the newest right within ten seconds',
  forecast: {
    far: 'no forecast yet',
    open: 'at least {{low, number}} more answers to the standard',
    proof: 'as good as the standard; more answers will prove it',
    between_one:
      'about {{count, number}} more answer to be as good as the standard ({{low, number}} to {{high, number}})',
    between_other:
      'about {{count, number}} more answers to be as good as the standard ({{low, number}} to {{high, number}})',
  },
  due: {
    now: 'due again now',
    in_one: 'due again in {{count, number}} day',
    in_other: 'due again in {{count, number}} days',
  },
  spent: '{{minutes, number}} min so far',
  confidence: {
    heading: 'How sure, how right',
    text: 'Who judges themselves well is right in about a quarter of their guesses and in nearly all they are sure of.',
    none: 'no answer yet',
    right_one: '{{percent, number}} % right of {{count, number}} answer',
    right_other: '{{percent, number}} % right of {{count, number}} answers',
    wrong: 'Sure, but wrong',
    wrongItem: '{{skill}}, {{atMs, datetime(dateStyle: medium)}}',
  },
} as const;
