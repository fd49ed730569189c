import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { routeHref } from './route.ts';
import { say } from './words/say.ts';

/** A screen of text: sets the document's title and shows the heading and a way home. */
export function Page({
  title,
  isNarrow = true,
  children,
}: {
  readonly title: string;
  readonly isNarrow?: boolean;
  readonly children: ComponentChildren;
}) {
  usePageTitle(title);
  return (
    <div class={isNarrow ? 'page page-narrow' : 'page'}>
      <a class="bar-link back-link" href={routeHref({ page: 'home' })}>
        <Icon name="back" />
        {say('ui.allScenarios')}
      </a>
      <h1>{title}</h1>
      {children}
    </div>
  );
}

export function usePageTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = title === 'Batsign' ? title : `${title} · Batsign`;
  }, [title]);
}
