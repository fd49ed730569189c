/** What stands on keys. */
export const keyNames = {
  space: 'Space',
  home: 'Home',
  end: 'End',
  pageDown: 'Page ↓',
  pageUp: 'Page ↑',
  shift: 'Shift',
  enter: 'Enter',
  andArrow: '+ arrow',
} as const;
