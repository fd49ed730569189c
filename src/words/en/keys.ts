/** The sheet of the keyboard. */
export const keys = {
  shortcuts: 'Keyboard shortcuts',
  sheet: 'Keyboard',
  sheetNote:
    'Single keys act while the image or the tools are in view and no text field is in use. Switch them off in Settings.',
  showSheet: 'Show this sheet',
  /** As they stand on keyboards. */
  name: {
    space: 'Space',
    shift: 'Shift',
    enter: 'Enter',
    home: 'Home',
    end: 'End',
    pageUp: 'Page ↑',
    pageDown: 'Page ↓',
    arrow: '+ arrow',
  },
  probe: {
    title: 'Probe',
    slide: 'Slide it by 4 mm over the skin',
    slideFar: 'Slide it by 20 mm (Alt: 1 mm)',
    turn: 'Turn it to the left, to the right',
    tilt: 'Tilt it to either side',
    press: 'Press less, more',
  },
  looking: {
    title: 'Looking',
    freeze: 'Freeze the moving image',
    overlay: "Show or hide the network's overlay, where it gives nothing away",
    review: 'After grading: result, key, my marks or the bare image',
  },
  placing: {
    title: 'Placing a mark',
    move: 'Move the cross-hair by 1 mm',
    moveFar: 'Move it by 5 mm',
    moveNear: 'Move it by 0.25 mm',
    place: 'Place a point here',
    finish: 'Finish the line, region or stroke',
    drop: 'Drop the unfinished mark',
  },
  choosing: {
    title: 'Choosing',
    finding: 'Class, in the order of the list',
    beam: 'B-line, from the pleura to the bottom',
    size: 'Smaller, larger',
  },
  changing: {
    title: 'Changing',
    undo: 'Undo',
    redo: 'Redo (also Ctrl Y)',
    hint: 'Next hint',
  },
  scanning: {
    title: 'While you scan',
    freeze: 'Freeze',
  },
  machine: {
    title: 'Machine',
    depth: 'Depth less, more',
    gain: 'Gain less, more',
  },
  mMode: {
    title: 'M-mode',
    line: 'Move the line over the image',
  },
} as const;
