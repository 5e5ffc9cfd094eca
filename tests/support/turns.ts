import { AsyncLocalStorage } from 'node:async_hooks'
import type { Between } from './faults.ts'

/** Things that happen at once: each waits before each of its operations until it is its turn. */
export class Turns {
  readonly #whose = new AsyncLocalStorage<Happening>()

  /** `whose` picks one of so many that wait. */
  async take(all: (() => Promise<unknown>)[], whose: (count: number) => number): Promise<void> {
    const happenings = all.map((act): Happening => {
      const happening: Happening = { waits: [], isOver: false }
      this.#whose.run(happening, act).finally(() => {
        happening.isOver = true
      })
      return happening
    })
    for (;;) {
      while (happenings.some(({ waits, isOver }) => waits.length === 0 && !isOver)) await moment()
      const waiting = happenings.filter(({ waits }) => waits.length > 0)
      if (waiting.length === 0) return
      await waiting[whose(waiting.length)]!.waits.shift()!()
    }
  }

  readonly between: Between = (_, carryOut) => {
    const happening = this.#whose.getStore()
    if (!happening) return carryOut()
    return new Promise((resolve, reject) => {
      happening.waits.push(() => carryOut().then(resolve, reject))
    })
  }
}

/** `waits`: its next operations, most often one. */
type Happening = { waits: (() => Promise<void>)[]; isOver: boolean }

const moment = () => new Promise((resolve) => setTimeout(resolve, 0))
