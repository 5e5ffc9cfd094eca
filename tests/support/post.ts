import { vi } from 'vitest'

/** A letter as it reached Postmark. */
export type Sent = {
  To: string
  From: string
  Subject: string
  TextBody: string
  HtmlBody: string
  ReplyTo: string
  Headers: { Name: string; Value: string }[]
  Attachments: { Name: string; ContentType: string; Content: string }[]
  Metadata: Record<string, string>
  MessageID: string
  /** When Postmark took it, in ms. */
  takenAt: number
}

/** A letter is not found at once: so much later, in ms. Postmark names no time; this is more than anybody tells of. */
const INDEX_LAG = 10 * 60_000

/** Postmark's far end: takes letters, and can be told to fail. Stands in for the network alone. */
export class Postmark {
  /** The instant that counts as now, in ms. */
  now = 0
  letters: Sent[] = []
  /** All that it ever took; this is what it knows when asked for a letter. */
  readonly taken: Sent[] = []
  calls: string[] = []
  /**
   * Answers for the next calls; without one a call succeeds. `lost` takes the letters and then breaks; `page` answers
   * with a web page, as something on the way may.
   */
  failures: (number | 'down' | 'lost' | 'page')[] = []
  /** ErrorCodes for letters to an address; the others of the same call go. */
  refusals: Record<string, number> = {}
  /** It takes letters, and says that they may be late: without an ErrorCode. */
  isDelayed = false
  /** A letter to this address makes it refuse the whole call. */
  spoiler = ''

  constructor() {
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
      this.#answer(new Request(input as string, init)),
    )
  }

  /** The letters since the last look. */
  take(): Sent[] {
    return this.letters.splice(0)
  }

  async #answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    this.calls.push(`${request.method} ${url.pathname}`)
    const failure = this.failures.shift()
    if (failure === 'down') throw new TypeError('network connection lost')
    if (failure === 'page') return new Response('<p>Just a moment...</p>')
    if (typeof failure === 'number')
      return Response.json({ ErrorCode: 0, Message: 'no' }, { status: failure })
    if (url.pathname === '/messages/outbound') {
      const id = url.searchParams.get('metadata_letter')
      const found = this.taken.filter(
        ({ Metadata, takenAt }) => Metadata.letter === id && takenAt <= this.now - INDEX_LAG,
      )
      return Response.json({ TotalCount: found.length, Messages: found })
    }
    if (url.pathname.endsWith('/suppressions/delete')) return Response.json({ Suppressions: [] })
    const letters = ((await request.json()) as Sent[]).map((letter) => ({
      ...letter,
      MessageID: crypto.randomUUID(),
      takenAt: this.now,
    }))
    if (letters.some(({ To }) => To === this.spoiler))
      return Response.json({ ErrorCode: 402, Message: 'invalid JSON' }, { status: 422 })
    const taken = letters.filter(({ To }) => !this.refusals[To])
    this.letters.push(...taken)
    this.taken.push(...taken)
    if (failure === 'lost') throw new TypeError('network connection lost')
    return Response.json(
      letters.map(({ To, MessageID }) =>
        this.refusals[To]
          ? { ErrorCode: this.refusals[To], Message: 'no' }
          : { To, MessageID, SubmittedAt: '', Message: 'OK', ...(!this.isDelayed && { ErrorCode: 0 }) },
      ),
    )
  }
}
