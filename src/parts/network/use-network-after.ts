import { useEffect } from 'preact/hooks';
import { useServices } from '../services.ts';

/**
 * Loads the network once `isDue`. It takes the processor for a second or two, and is asked for by itself where something is to
 * be labelled sooner: so pages let what is to be looked at come first.
 */
export function useNetworkAfter(isDue: boolean): void {
  const { network } = useServices();
  useEffect(() => {
    if (isDue) network.start();
  }, [network, isDue]);
}
