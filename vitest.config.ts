import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': path.resolve(import.meta.dirname),
  // The guards throw outside a bundler; here they stand for "nothing to guard".
  'server-only': path.resolve(import.meta.dirname, 'lib/testing/empty-module.ts'),
  'client-only': path.resolve(import.meta.dirname, 'lib/testing/empty-module.ts'),
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          // Some write megabytes or run programs; a machine that is busy must not fail them.
          testTimeout: 30_000,
          include: ['{lib,components,scripts,e2e/fakes}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/*.web.test.{ts,tsx}'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'web',
          environment: 'happy-dom',
          include: ['**/*.web.test.{ts,tsx}'],
          exclude: ['node_modules/**', '.next/**'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          environment: 'node',
          include: ['**/*.db.test.ts'],
          exclude: ['node_modules/**', '.next/**'],
          globalSetup: ['lib/testing/start-test-postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
