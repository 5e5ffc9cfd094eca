import type { Order, Reading, Verb } from '../core/commands/order.ts'

/**
 * What decides who is the user, or where their mail goes. It takes more than a From and the private address, which
 * whoever saw it in Cc knows: proof by the provider, or an answer to a letter of ours.
 */
const SENSITIVE = new Set<Verb>(['sender', 'new private address'])

/** The readings of a mail that has neither: what is sensitive is not done, and how to say it is told. */
export const withoutSensitive = (readings: Reading[]): Reading[] =>
  readings.map((reading) => {
    if (!reading.orders.some(isSensitive)) return reading
    const orders = reading.orders.filter((order) => !isSensitive(order))
    return { ...reading, orders, problem: { kind: 'needs proof', sentence: NEEDS_PROOF } }
  })

const isSensitive = ({ verb }: Order): boolean => SENSITIVE.has(verb)

const NEEDS_PROOF = 'nothing proves that this mail is yours. Say it once more in an answer to this letter.'
