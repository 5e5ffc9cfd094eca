import { env } from 'cloudflare:workers'
import { app, checkSettings } from './app.ts'
import { arrive } from './arrive.ts'
import { compose } from './compose.ts'
import { deliver } from './deliver.ts'
import { openDeps } from './deps.ts'
import { readMime } from './ingress/mime.ts'
import { refuse } from './refuse.ts'
import { tidy } from './tidy.ts'

checkSettings(env)

export default {
  fetch: app.fetch,

  /** A mail by Email Routing. An exception makes the sending server try again. */
  async email(message, env, ctx) {
    const mail = await readMime(message.raw, message.to)
    if ('refused' in mail) return void (await refuse(mail.refused, openDeps(env, Date.now())))
    const isLocal = env.LOCAL_CLOCK === '1' && mail.sentAt !== undefined
    const deps = openDeps(env, isLocal ? mail.sentAt! : Date.now())
    const received = await arrive(mail, 'cloudflare', deps)
    if (received.is === 'handled' && received.hasLetters) ctx.waitUntil(deliver(deps))
  },

  /** Every 15 minutes: the digests that are due, the letters that wait, what is past its days. */
  async scheduled(controller, env) {
    const deps = openDeps(env, controller.scheduledTime)
    try {
      await compose(deps)
    } finally {
      await deliver(deps).finally(() => tidy(deps))
    }
  },
} satisfies ExportedHandler<Cloudflare.Env>
