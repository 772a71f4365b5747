import { defineConfig } from 'vitest/config';

// What takes too long for every run of the tests: `npm run test:long`.
export default defineConfig({
  test: {
    include: ['tests/long/**/*.long.test.ts'],
    isolate: false,
    testTimeout: 600_000,
  },
});
