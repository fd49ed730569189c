import { Component, type ComponentChildren } from 'preact';
import type { Store } from '../ports/store.ts';
import { CrashScreen } from './crash-screen.tsx';

interface Props {
  readonly store: () => Promise<Store>;
  readonly children: ComponentChildren;
}

/** Shows the crash screen once anything below it fails while it is drawn. */
export class CrashGuard extends Component<Props, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ hasCrashed: true });
  }

  override render({ store, children }: Props) {
    return this.state.hasCrashed ? <CrashScreen store={store} /> : children;
  }
}
