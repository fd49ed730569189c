/** Made when the game is built (vite.config.ts): all shipped scenarios of a language, as the list has them. */
declare module 'virtual:scenario-list/*' {
  import type { ListedScenario } from '../domain/scenario/listed-scenario.ts';

  const scenarios: readonly ListedScenario[];
  export default scenarios;
}
