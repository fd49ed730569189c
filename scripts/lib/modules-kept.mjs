let isWatching = true;

/**
 * Lets the browser of tests keep the modules of a run. Vite has it ask again for each, which is right while they are
 * edited: every worker that a test starts asked for all of its own, five requests of six.
 * @type {import('vitest/config').Plugin}
 */
export const modulesKept = {
  name: 'batsign-modules-kept',
  configureVitest({ vitest }) {
    isWatching = vitest.config.watch;
  },
  configureServer({ middlewares }) {
    middlewares.use((_, response, next) => {
      const setHeader = response.setHeader.bind(response);
      response.setHeader = (name, value) =>
        setHeader(
          name,
          !isWatching && name === 'Cache-Control' && value === 'no-cache' ? 'max-age=3600' : value,
        );
      next();
    });
  },
};
