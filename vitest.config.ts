import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './testing/closing-line.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{kernel,capabilities,platform,scripts,ui,pages}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*journey.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['**/*.db.test.ts', '{kernel,capabilities}/**/*journey.test.ts', 'apps/server/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'data/**'],
          globalSetup: ['./testing/postgres.ts'],
          // Real browsers on a machine that does other things as well: a click may be lost once, not twice.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
})
