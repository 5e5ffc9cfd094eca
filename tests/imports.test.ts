/// <reference types="vite/types/importMeta.d.ts" />
import { expect, it } from 'vitest'

/** The rules of the house: who may know whom. A file's imports, by its path below src/. */
const sources = import.meta.glob<string>('../src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const files = Object.entries(sources).map(([path, text]) => ({
  path: path.replace('../src/', ''),
  imports: [
    ...text.matchAll(/^(?:import|export)\b[^'"]*?from ['"]([^'"]+)['"]|^import ['"]([^'"]+)['"]/gm),
  ].map(([, from, bare]) => (from ?? bare)!),
  typeOnly: new Set(
    [...text.matchAll(/^(?:import|export) type\b[^'"]*?from ['"]([^'"]+)['"]/gm)].map(([, from]) => from!),
  ),
  text,
}))

const folderOf = (path: string, target: string): string =>
  new URL(target, `https://x/${path}`).pathname.slice(1)

it('finds the sources', () => {
  expect(files.length).toBeGreaterThan(50)
})

it.each([
  ['mailparser', /^ingress\/mime\.ts$/],
  ['postmark', /^mailer\.ts$/],
  ['drizzle-orm', /^(db\/|app\.ts$)/],
  ['node-ical', /^core\/mail\/(calendar|invitation)[a-z-]*\.ts$/],
  ['email-forward-parser', /^core\/mail\/forward[a-z-]*\.ts$/],
  ['hono', /^(app\.ts$|pages\/|letters\/layout\/)/],
])('%s has one home', (vendor, home) => {
  const users = files.filter(({ imports }) =>
    imports.some((name) => name === vendor || name.startsWith(`${vendor}/`)),
  )
  for (const { path } of users) expect(path).toMatch(home)
})

it.each(['core/', 'letters/'])('%s is pure: it imports values of core/ and letters/ alone', (folder) => {
  for (const { path, imports, typeOnly } of files.filter((file) => file.path.startsWith(folder)))
    for (const name of imports) {
      if (!name.startsWith('.') || typeOnly.has(name)) continue
      expect(folderOf(path, name), `${path} imports ${name}`).toMatch(/^(core|letters|inbound-email)/)
    }
})

it.each(['core/', 'letters/'])(
  '%s takes now as an argument, and asks no clock, chance, network or log',
  (folder) => {
    for (const { path, text } of files.filter((file) => file.path.startsWith(folder)))
      expect(text, path).not.toMatch(
        /\bDate\.now\(|\bnew Date\(\)|Math\.random|crypto\.|\bfetch\(|cloudflare:workers|Temporal\.Now/,
      )
  },
)

it('SQL stands in db/ alone', () => {
  for (const { path, text } of files.filter((file) => !file.path.startsWith('db/')))
    expect(text, path).not.toMatch(/sql`(?!select 1`)|\b(insert into|delete from)\b/)
})

it('every file but the words of other tongues is short', () => {
  for (const { path, text } of files) expect(text.split('\n').length, path).toBeLessThanOrEqual(300)
})
