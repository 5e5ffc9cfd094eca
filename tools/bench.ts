import './check-node.js'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import type { Digests } from './bench/digests.ts'
import type { Inbound } from './bench/inbound.ts'
import type { Running } from './bench/runtime.ts'
import { report } from './trouble.ts'

// Measures the two budgets of time; those of counts are in tests/budget.test.ts. Nothing but this machine is spoken to.

/** It ends by itself, whatever hangs. */
const LIMIT = 170_000

const SECRETS = {
  POSTMARK_TOKEN: 'bench',
  INBOUND_AUTH: 'postmark:bench',
  LINK_KEY: 'a-key-for-the-bench-only',
}

const main = async (): Promise<void> => {
  // Loaded only now: without the packages they could not be, and ./check-node.js has said so.
  const { bundleWorker, controlWorker } = await import('./bench/bundle.ts')
  const { openFarEnd } = await import('./bench/far-end.ts')
  const { benchInbound } = await import('./bench/inbound.ts')
  const { benchDigests } = await import('./bench/digests.ts')
  const { run, TELLS_CPU } = await import('./bench/runtime.ts')

  const folder = mkdtempSync(path.join(tmpdir(), 'reachback-bench-'))
  const opened: { stop: () => Promise<void> }[] = []
  const began = performance.now()
  try {
    const farEnd = await openFarEnd()
    opened.push(farEnd)
    const vars = {
      INBOUND_ADDRESS: 'reach@in.example.com',
      FROM_ADDRESS: 'Reachback <letters@in.example.com>',
      BASE_URL: 'https://reachback.example.com',
      ALLOWED_SENDERS: '@university.edu',
      POSTMARK_API: farEnd.url,
      LOCAL_CLOCK: '1',
      ...SECRETS,
    }
    const start = async (bundle: string, name: string): Promise<Running> => {
      const running = await run(bundle, vars, path.join(folder, name))
      opened.push(running)
      return running
    }
    const bundle = await bundleWorker(path.join(folder, 'bundle'))
    const ours = await start(bundle, 'ours')
    const control = await start(controlWorker(folder), 'control')
    console.log('Mails in ...')
    const inbound = await benchInbound(ours, control, `Basic ${btoa(SECRETS.INBOUND_AUTH)}`)
    await control.stop()
    console.log('Digests out ...')
    const digests = await benchDigests(ours, farEnd)
    show(inbound, digests, TELLS_CPU, (performance.now() - began) / 1000)
  } finally {
    for (const one of opened.reverse()) await one.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function show(inbound: Inbound[], digests: Digests, tellsCpu: boolean, seconds: number): void {
  const kind = tellsCpu ? 'CPU' : 'wall time (this system does not tell CPU)'
  const rows = inbound.map(({ bytes, ours, control, ratio, low, high }) => [
    `${Math.round(bytes / 1000)} KB`,
    `${ours.toFixed(2)} ms`,
    `${control.toFixed(2)} ms`,
    `${ratio.toFixed(2)}x`,
    `${low.toFixed(2)} to ${high.toFixed(2)}`,
  ])
  console.log(`
A mail in, ${kind} for one
${table([['body', 'Reachback', 'control', 'ratio', 'of rounds'], ...rows])}

  Postmark's webhook, one mail after the other, to somebody new, for a user with 300 contacts. The control is a
  Worker that reads the body and makes one trivial D1 statement. Both run at once, each in its own workerd, and get
  their mails in turns; ${tellsCpu ? 'CPU is that of the workerd process, its HTTP server and local D1 included' : 'the clock includes everything'}. The ratio is the
  median of the ratios of nine rounds of 120 mails.

Digests out, ${digests.users.toLocaleString('en')} users with 5 due lines each
${table([
  ['digests a second', Math.round(digests.perSecond).toLocaleString('en')],
  [
    'a plain client that posts the same calls',
    `${Math.round(digests.floor).toLocaleString('en')} letters a second`,
  ],
  [`${kind} for a digest`, `${(digests.cpu * 1000).toFixed(0)} µs, D1 included`],
  ['letters for a call to Postmark', digests.lettersPerCall.toFixed(0)],
  ['bytes for a letter', digests.bytesPerLetter.toFixed(0)],
  ['ticks until all were sent', String(digests.ticks)],
])}

  From the cron's first tick to the last letter's end, into a stand-in for Postmark on this machine that answers at
  once. The medians of ${digests.mornings} mornings of the same users, who have 20 contacts each.

${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.versions.node}; took ${seconds.toFixed(0)} s.`)
}

/** Columns, two spaces apart. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)))
  return rows
    .map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`.trimEnd())
    .join('\n')
}

setTimeout(() => {
  console.error(`Not done within ${LIMIT / 1000} seconds.`)
  process.exit(1)
}, LIMIT)
main()
  .then(() => 0, report)
  .then((code) => process.exit(code))
