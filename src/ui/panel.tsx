import type { ComponentChildren } from 'preact';

/** The panel beside the scanner's screen: a body that scrolls and the actions below it. */
export function Panel({
  label,
  isReading = false,
  children,
  actions,
}: {
  readonly label: string;
  /** Whether it is read for itself: a small window then gives it more room than the image. */
  readonly isReading?: boolean;
  readonly children: ComponentChildren;
  /** Null where there are none. */
  readonly actions: ComponentChildren;
}) {
  return (
    <div class="panel" data-reading={isReading}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="panel-body" tabIndex={0} aria-label={label}>
        {children}
      </section>
      {actions !== null && <div class="panel-foot">{actions}</div>}
    </div>
  );
}
