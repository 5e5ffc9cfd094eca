import { crowdSql } from './crowd.ts'
import { SENT, webhook } from './mail.ts'
import type { Running } from './runtime.ts'

/** CPU of one mail, in ms; each figure the median of the rounds, the ratio the median of the ratios of the rounds. */
export type Inbound = {
  bytes: number
  ours: number
  control: number
  ratio: number
  low: number
  high: number
}

const ROUNDS = 9
const MAILS = 120
const WARM_UP = 300

/** Mails by the webhook, one after the other, to the Worker and to the control in turns. */
export async function benchInbound(
  ours: Running,
  control: Running,
  authorization: string,
): Promise<Inbound[]> {
  await ours.sql(crowdSql({ users: 1, due: 5, idle: 295 }))
  const results: Inbound[] = []
  for (const bytes of [20_000, 100_000]) {
    const mails = (n: number) => Array.from({ length: n }, () => webhook(bytes))
    for (const worker of [ours, control]) await post(worker, mails(WARM_UP), authorization)
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) {
      const some = mails(MAILS)
      const spent = { ours: 0, control: 0 }
      // In turns of a few mails, so that what else this machine does falls on both.
      for (let i = 0; i < MAILS; i += TURN) {
        const turn = some.slice(i, i + TURN)
        spent.ours += await cost(ours, turn, authorization)
        spent.control += await cost(control, turn, authorization)
      }
      rounds.push(spent)
    }
    const ratios = rounds.map((round) => round.ours / round.control)
    results.push({
      bytes: Buffer.byteLength(webhook(bytes)),
      ours: median(rounds.map((round) => round.ours)) / MAILS,
      control: median(rounds.map((round) => round.control)) / MAILS,
      ratio: median(ratios),
      low: Math.min(...ratios),
      high: Math.max(...ratios),
    })
  }
  return results
}

const TURN = 20

async function cost(worker: Running, mails: string[], authorization: string): Promise<number> {
  const before = worker.used()
  await post(worker, mails, authorization)
  return worker.used() - before
}

/** A mail a minute: 200 an hour are the most that a user may send. */
const MINUTE = 60_000

let posted = 0

async function post({ url }: Running, mails: string[], authorization: string): Promise<void> {
  for (const body of mails) {
    const now = new Date(Date.parse(SENT) + posted++ * MINUTE).toISOString()
    const response = await fetch(`${url}/inbound/postmark`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'x-reachback-now': now },
      body,
    })
    const answer = await response.text()
    if (!answer.includes('"is":"handled"'))
      throw new Error(`a mail was not handled: ${response.status} ${answer}`)
  }
}

export const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
