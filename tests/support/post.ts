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
}

/** Postmark's far end: takes letters, and can be told to fail. Stands in for the network alone. */
export class Postmark {
  letters: Sent[] = []
  calls: string[] = []
  /** Answers for the next calls; without one a call succeeds. `lost` takes the letters and then breaks. */
  failures: (number | 'down' | 'lost')[] = []

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
    if (typeof failure === 'number')
      return Response.json({ ErrorCode: 0, Message: 'no' }, { status: failure })
    if (url.pathname === '/messages/outbound') {
      const id = url.searchParams.get('metadata_letter')
      const found = this.letters.filter((letter) => letter.Metadata.letter === id)
      return Response.json({ TotalCount: found.length, Messages: found })
    }
    const taken = ((await request.json()) as Sent[]).map((letter) => ({
      ...letter,
      MessageID: crypto.randomUUID(),
    }))
    this.letters.push(...taken)
    if (failure === 'lost') throw new TypeError('network connection lost')
    return Response.json(
      taken.map(({ To, MessageID }) => ({ To, MessageID, SubmittedAt: '', ErrorCode: 0, Message: 'OK' })),
    )
  }
}
