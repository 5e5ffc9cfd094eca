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
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['./tests/support/migrate.ts'] },
}))
