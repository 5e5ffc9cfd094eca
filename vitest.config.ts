import { builtinModules } from 'node:module'
import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

export default defineConfig(async () => ({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations(path.join(import.meta.dirname, 'migrations')),
          ALLOWED_SENDERS: 'ann@gmail.com, @university.edu',
          POSTMARK_TOKEN: 'test-token',
          INBOUND_AUTH: 'postmark:secret',
          LINK_KEY: 'a-key-for-tests-only',
          LOCAL_CLOCK: '1',
        },
      },
    }),
  ],
  // The same stand-ins as [alias] in wrangler.toml.
  resolve: {
    alias: Object.fromEntries(
      ['iconv-lite', 'encoding-japanese', 'html-to-text', 'he'].map((name) => [
        name,
        path.join(import.meta.dirname, `src/ingress/shims/${name}.ts`),
      ]),
    ),
  },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['./tests/support/migrate.ts'],
    // No test is about time: on a busy machine each may take its own.
    testTimeout: 120_000,
    // Bundled as wrangler does it: only then the aliases reach into mailparser's own imports.
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          // Its cache does not notice when a stand-in changes.
          force: true,
          include: ['mailparser'],
          rolldownOptions: { external: [/^node:/, ...builtinModules] },
        },
      },
    },
  },
}))
