import type { ComponentChildren } from 'preact';

/** The panel beside the scanner's screen: a body that scrolls and the actions below it. */
export function Panel({
  label,
  children,
  actions,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
}) {
  return (
    <div class="panel">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="panel-body" tabIndex={0} aria-label={label}>
        {children}
      </section>
      <div class="panel-foot">{actions}</div>
    </div>
  );
}
