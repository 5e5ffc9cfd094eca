import './check-node.js'
import path from 'node:path'
import { readOptions, USAGE } from './options.ts'
import { report } from './trouble.ts'

// Brings up the whole product on this machine; `npm start -- --help` lists the options.
const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return console.log(USAGE)
  // Loaded only now: without the packages it could not be, and ./check-node.js has said so.
  const { openLocal, INBOUND_ADDRESS } = await import('./local.ts')
  const { told } = await import('./post-office/clock.ts')

  console.log('Starting the Worker and its post office ...')
  const folder = path.join(import.meta.dirname, '..', '.wrangler')
  // Until everything is up there is nothing to end in order, and ./worker.ts sees to its children.
  let stop: () => void = () => process.exit(0)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop())
  const local = await openLocal({ ...options, folder })
  console.log(`
  Letters    http://127.0.0.1:${options.port}
  SMTP       127.0.0.1:${options.smtpPort}, any mail program, no password
  Worker     ${local.worker.url}, its log in .wrangler/office/worker.log
  Time       ${told(local.clock, local.clock.now())}; it moves when you ask for it

Try this:
  1. Join: on the page choose Write, and send a mail to ${INBOUND_ADDRESS}. Or from a terminal:
       swaks --server 127.0.0.1:${options.smtpPort} --from you@example.com --to ${INBOUND_ADDRESS} \\
         --header 'Subject: Join' --body 'I want to join.'
  2. Write to somebody: to grace@acme.com, with the private address of the welcome letter in Bcc.
  3. Choose "Next letter" and answer the letter that comes: "1 snooze 3d".

Ctrl-C stops everything; the state stays until "npm start -- --fresh".`)

  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  }).then(() => 'stopped' as const)
  const end = await Promise.race([stopped, local.worker.ended.then(() => 'died' as const)])
  if (end === 'died')
    console.error('The Worker has stopped by itself: the end of .wrangler/office/worker.log says why.')
  await local.close()
  process.exit(end === 'died' ? 1 : 0)
}

main().catch((error) => process.exit(report(error)))
