import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A stand-in for Postmark's /email/batch that answers OK to every letter, at once. */
export type FarEnd = {
  url: string
  /** Letters in each call, in order. */
  calls: number[]
  /** The body of the latest full call. */
  body: () => string
  stop: () => Promise<void>
}

export async function openFarEnd(): Promise<FarEnd> {
  const calls: number[] = []
  let latest = ''
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const letters: { To: string }[] = JSON.parse(body)
    calls.push(letters.length)
    latest = body
    const answers = letters.map(({ To }, i) => ({
      To,
      SubmittedAt: '',
      MessageID: `00000000-0000-0000-0000-${String(i).padStart(12, '0')}`,
      ErrorCode: 0,
      Message: 'OK',
    }))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answers))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    body: () => latest,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
