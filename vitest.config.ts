import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/long/**'],
    // One process and no isolation: the layout libraries take half a second to import, and no test keeps global state.
    isolate: false,
    testTimeout: 30_000,
  },
});
