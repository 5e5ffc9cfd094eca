import { env } from 'cloudflare:workers'
import { type Arrival, through } from '../faults/providers.ts'
import type { Random } from '../fuzz/random.ts'
import { beforePostmark, type Faults, withBetween } from '../support/faults.ts'
import type { Sent } from '../support/post.ts'
import { restore, snapshot } from '../support/snapshot.ts'
import { type Mail, OPEN, World } from '../support/world.ts'
import { Model } from './model.ts'
import { addressOf, emailOf, FIRST, TALKERS, USERS } from './people.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const BEGIN = Date.parse('2026-11-02T09:00-05:00')
const MORNING = Date.parse('2026-11-02T07:30-05:00')

/** Some users, to whom things happen in any order; each comes again until it is through, as the providers do. */
export class Lives {
  readonly model = new Model()
  readonly #world: World
  readonly #faults: Faults
  readonly #addresses = new Map<string, string>()
  /** Since when a user has stopped. */
  readonly #stopped = new Map<string, number>()
  /** The day on which a person was met. */
  readonly metOn = new Map<string, string>()
  /** When the latest thing was said of a person. */
  readonly #saidAt = new Map<string, number>()
  #now = BEGIN

  private constructor(faults: Faults) {
    this.#faults = faults
    this.#world = new World(withBetween({ ...env, LOCAL_CLOCK: '' } as Cloudflare.Env, faults.between))
    beforePostmark(faults.between)
  }

  /** All users join. */
  static async begin(faults: Faults): Promise<Lives> {
    const lives = new Lives(faults)
    for (const user of USERS) {
      await lives.#arrives(lives.#mailOf(user, {}))
      const welcome = lives.letters.findLast(({ To }) => To === emailOf(user))!
      lives.#addresses.set(user, /reach\+[a-z0-9]+@in\.example\.com/.exec(welcome.TextBody)![0])
    }
    return lives
  }

  /** Empty tables. */
  static async end(): Promise<void> {
    await restore(Object.fromEntries(Object.keys(await snapshot()).map((table) => [table, []])))
  }

  get letters(): Sent[] {
    return this.#world.postmark.taken
  }

  /** One thing happens. */
  async goOn(random: Random, n: number): Promise<void> {
    const user = random.of(USERS)
    const name = `${random.of(FIRST)} ${user}`
    if (this.#stopped.has(user)) await (random.once(4) ? this.#comesBack(user) : this.#tick(random))
    else if (random.once(80)) await this.#stops(user)
    else if (!this.model.histories.has(name)) await this.#writesTo(user, name, random)
    else
      await random.of([
        () => this.#tick(random),
        () => this.#tick(random),
        () => this.#writesTo(user, name, random),
        () => this.#notes(user, `called ${name}, no answer`, name, 'attempted call', random),
        () => this.#notes(user, `note ${name}: number ${n}`, name, 'noted', random),
        () => this.#taps(user, name, random),
        () => this.#comesOfIt(user, name, random),
      ])()
  }

  get now(): number {
    return this.#now
  }

  /** Until no letter waits, and nothing is late. */
  async settle(): Promise<void> {
    while (await this.#faults.goOn());
    await this.#arrives({ is: 'tick' })
  }

  async #tick(random: Random): Promise<void> {
    if (random.once(15)) this.#now = MORNING + Math.ceil((this.#now - MORNING) / DAY) * DAY
    await this.#arrives({ is: 'tick' })
  }

  async #writesTo(user: string, name: string, random: Random): Promise<void> {
    const written = { to: `${name} <${addressOf(name)}>`, text: 'Fifteen minutes?' }
    const mail = this.#mailOf(user, written)
    if (random.once(10)) {
      await this.#arrives({ is: 'both', of: [mail, this.#mailOf(user, { ...written, id: `2-${mail.id}` })] })
      this.#said(name, 'attempted email')
    } else await this.#arrivesOnceOrTwice(mail, random)
    this.#said(name, 'attempted email')
  }

  async #notes(user: string, text: string, name: string, what: string, random: Random): Promise<void> {
    const mail = this.#mailOf(user, { text })
    await this.#arrivesOnceOrTwice(mail, random)
    this.model.notes.add(mail.id)
    this.#said(name, what)
  }

  /** Some answer and set a meeting, which falls through; the others are met, and thanked. */
  async #comesOfIt(user: string, name: string, random: Random): Promise<void> {
    const { meeting, owesThanks } = this.model.standing(name)
    const isTalker = TALKERS.includes(name.split(' ')[0]!)
    // Their mails say +0000: London, in winter.
    const today = new Date(this.#now).toISOString().slice(0, 10)
    if (isTalker && meeting) await this.#notes(user, `${name} cancelled`, name, 'cancelled', random)
    else if (isTalker && random.once(2)) await this.#notes(user, `${name} answered`, name, 'answered', random)
    else if (isTalker) await this.#notes(user, `${name} meeting june 10 2pm by phone`, name, 'booked', random)
    else if (owesThanks) await this.#notes(user, `thanked ${name}`, name, 'thanked', random)
    else if (this.metOn.get(name) !== today) {
      await this.#notes(user, `met ${name} today`, name, 'met', random)
      this.metOn.set(name, today)
    }
  }

  /** The link in a person's line of the latest letter; only where the line is still open, as nothing was said since. */
  async #taps(user: string, name: string, random: Random): Promise<void> {
    const letter = this.letters.findLast(
      ({ To, HtmlBody }) => To === emailOf(user) && HtmlBody.includes('>Snooze<'),
    )
    const line = letter?.HtmlBody.split('<tr>').find((row) => row.includes(`>${name}</b>`))
    const path = /href="https:\/\/reachback\.example\.com(\/l\/[^"]+)">Snooze</.exec(line ?? '')?.[1]
    if (!path || this.#saidAt.get(name)! > letter!.takenAt) return
    await this.#arrivesOnceOrTwice({ is: 'tap', path }, random)
    this.#said(name, 'snoozed')
  }

  async #stops(user: string): Promise<void> {
    const mail = this.#mailOf(user, { text: 'stop' })
    await this.#arrives(mail)
    this.model.notes.add(mail.id)
    this.#stopped.set(user, this.#now)
  }

  async #comesBack(user: string): Promise<void> {
    this.model.silences.push({ email: emailOf(user), from: this.#stopped.get(user)!, to: this.#now })
    this.#stopped.delete(user)
    const mail = this.#mailOf(user, { text: 'searching again' })
    await this.#arrives(mail)
    this.model.notes.add(mail.id)
  }

  #said(name: string, what: string): void {
    this.model.said(name, what)
    this.#saidAt.set(name, this.#now)
  }

  #mailOf(user: string, written: Partial<Mail>): Arrival & { is: 'mail'; id: string } {
    const id = `${this.#now}@university.edu`
    const rcpt = this.#addresses.get(user) ?? OPEN
    const at = new Date(this.#now).toISOString().replace('Z', '+00:00')
    const mail = { from: `${user} <${emailOf(user)}>`, to: rcpt, rcpt, id, at, ...written }
    return { is: 'mail', id, body: this.#world.webhook(mail) }
  }

  async #arrivesOnceOrTwice(arrival: Arrival, random: Random): Promise<void> {
    if (random.once(10)) return this.#arrives({ is: 'both', of: [arrival, arrival] })
    await this.#arrives(arrival)
    if (random.once(10)) await this.#arrives(arrival)
  }

  async #arrives(arrival: Arrival): Promise<void> {
    await through(arrival, this.#now, this.#world, this.#faults)
    this.#now = Math.max(this.#now, Date.now()) + MINUTE
  }
}
