import type { Order, Reading } from './order.ts'

/**
 * The outcome of a call that the reply told before is no second call: "called marcus and lena. lena no answer" is one
 * for each.
 */
export function withoutDoubles(readings: Reading[]): Reading[] {
  const outcomes = readings
    .flatMap(({ orders }) => orders)
    .filter((order) => order.verb === 'called' && order.outcome)
  const isTold = (order: Order, contact: number): boolean =>
    outcomes.some(
      (other) =>
        other.verb === 'called' &&
        order.verb === 'called' &&
        other.on === order.on &&
        other.targets.some((target) => 'contact' in target && target.contact === contact),
    )
  return readings.map((reading) => ({
    ...reading,
    orders: reading.orders.flatMap((order) => {
      if (order.verb !== 'called' || order.outcome) return [order]
      const targets = order.targets.filter(
        (target) => !('contact' in target && isTold(order, target.contact)),
      )
      return targets.length > 0 ? [{ ...order, targets }] : []
    }),
  }))
}
