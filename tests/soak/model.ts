import type { Sent } from '../support/post.ts'
import { header } from '../support/world.ts'

/** What must hold after any number of mails, ticks, taps and faults: what was said is known, once and in its order. */
export class Model {
  /** Of each contact by name, what was said of them: "attempted email", "noted". */
  readonly histories = new Map<string, string[]>()
  /** Notes that were taken; each has one receipt. */
  readonly notes = new Set<string>()
  /** When a user stopped, and came back. */
  readonly silences: { email: string; from: number; to: number }[] = []

  said(name: string, what: string): void {
    this.histories.set(name, [...(this.histories.get(name) ?? []), what])
  }

  /** How a contact stands: whose turn it is where they talk, whether a meeting is set, whether thanks are owed. */
  standing(name: string): { turn: string; meeting: boolean; owesThanks: boolean } {
    const said = this.histories.get(name) ?? []
    const last = (...words: string[]) => said.findLast((word) => words.includes(word))
    const meeting = last('booked', 'cancelled') === 'booked'
    const isWritten = last('answered', 'cancelled', 'attempted email', 'attempted call')?.startsWith(
      'attempted',
    )
    const isTalking = last('answered', 'cancelled') !== undefined && !meeting
    return {
      turn: isTalking ? (isWritten ? 'them' : 'me') : '',
      meeting,
      owesThanks: last('met', 'thanked') === 'met',
    }
  }

  /** What is wrong with these letters; nothing should be. `isOthers`: whether a text names somebody of another user. */
  wrongIn(letters: Sent[], isOthers: (text: string, email: string) => boolean): string[] {
    const digests = letters.filter(
      (letter) => letter.ReplyTo.includes('+d.') && !header(letter, 'In-Reply-To'),
    )
    const answered = letters.map((letter) => header(letter, 'In-Reply-To').slice(1, -1)).filter(Boolean)
    const isSilent = ({ To, takenAt }: Sent) =>
      this.silences.some(({ email, from, to }) => email === To && from < takenAt && takenAt < to)
    return [
      ...twice(letters.map(({ Metadata }) => `letter ${Metadata.letter}`)),
      ...twice(digests.map(({ To, Subject }) => `digest ${To} ${Subject.slice(0, 10)}`)),
      ...twice(answered.map((id) => `receipt ${id}`)),
      ...[...this.notes].filter((id) => !answered.includes(id)).map((id) => `no receipt ${id}`),
      ...letters.filter(isSilent).map(({ To, Subject }) => `stopped ${To}: ${Subject}`),
      ...letters
        .filter((letter) => isOthers(letter.TextBody + letter.HtmlBody, letter.To))
        .map(({ To }) => `mixed ${To}`),
    ]
  }
}

const twice = (all: string[]): string[] => all.filter((one, i) => all.indexOf(one) < i)
