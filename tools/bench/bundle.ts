import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { Trouble } from '../trouble.ts'

/**
 * Bundles the Worker as a deployment does, with the aliases of wrangler.toml, and sends it nowhere. Returns its file.
 * Throws Trouble, with wrangler's words, where it cannot be built.
 */
export async function bundleWorker(folder: string): Promise<string> {
  const wrangler = path.join(ROOT, 'node_modules/wrangler/wrangler-dist/cli.js')
  const env = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_WRITE_LOGS: 'false' }
  const args = ['--no-warnings', wrangler, 'deploy', '--dry-run', '--outdir', folder]
  try {
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, env, timeout: 60_000 })
  } catch (error) {
    throw new Trouble(`The Worker could not be built.\n${(error as { stderr?: string }).stderr ?? error}`)
  }
  return path.join(folder, 'index.js')
}

/** What a mail costs at the least: its body is read, and the database is asked once. */
export function controlWorker(folder: string): string {
  const file = path.join(folder, 'control.mjs')
  writeFileSync(
    file,
    `export default {
  async fetch(request, env) {
    await request.arrayBuffer()
    await env.DB.prepare('select 1').first()
    return Response.json({ is: 'handled' })
  },
}
`,
  )
  return file
}

const ROOT = path.join(import.meta.dirname, '../..')
