/** How far from what is seen a thing may be, CSS pixels: a person who scrolls finds it painted. */
const NEAR_CSS_PX = 400;

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | null = null;

/**
 * Runs `work` once as soon as an element is to be seen, or nearly so: of hundreds in a list, painting all would hold up
 * the page. Gives how not to wait any longer.
 */
export function onceNear(element: Element, work: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        const due = waiting.get(target);
        forget(target);
        due?.();
      }
    },
    { rootMargin: `${NEAR_CSS_PX}px` },
  );
  waiting.set(element, work);
  observer.observe(element);
  return () => forget(element);
}

function forget(element: Element): void {
  waiting.delete(element);
  observer?.unobserve(element);
}
