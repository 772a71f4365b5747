import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/long/**'],
    // One process and no isolation: the layout libraries take half a second to import, and no test keeps global state.
    isolate: false,
    // Half of the time is that of other programs, so both of two cores have work.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
