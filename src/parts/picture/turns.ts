/**
 * Lets work be done one after another: what is asked for last goes first, as it is what a person looks at now.
 *
 * @returns asks for a turn; `begin` runs when it comes, at once where nothing else is under way. The function that it
 *   gives ends the turn, or withdraws from waiting.
 */
export function turnsCreate(): (begin: () => void) => () => void {
  let running: object | null = null;
  const waiting: { readonly begin: () => void }[] = [];
  const next = (): void => {
    const turn = waiting.pop() ?? null;
    running = turn;
    turn?.begin();
  };
  return (begin) => {
    const turn = { begin };
    waiting.push(turn);
    if (running === null) next();
    return () => {
      const at = waiting.indexOf(turn);
      if (at >= 0) waiting.splice(at, 1);
      else if (running === turn) next();
    };
  };
}
