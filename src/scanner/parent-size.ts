import type { ScreenSize } from './layout.ts';

/** Reports the parent's size now and whenever it, or the zoom of the page, changes. Returns how to stop. */
export function parentSizeWatch(parent: HTMLElement, report: (size: ScreenSize) => void): () => void {
  const read = () =>
    report({
      width: parent.clientWidth,
      height: parent.clientHeight,
      pixelRatio: window.devicePixelRatio,
    });
  const observer = new ResizeObserver(read);
  observer.observe(parent);
  let query: MediaQueryList | null = null;
  const zoomWatch = () => {
    query?.removeEventListener('change', zoomed);
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', zoomed);
  };
  const zoomed = () => {
    zoomWatch();
    read();
  };
  zoomWatch();
  read();
  return () => {
    observer.disconnect();
    query?.removeEventListener('change', zoomed);
  };
}
