import { type Errors, type Models, ServerClient } from 'postmark'
import type { outbox } from './db/schema.ts'

/** A letter as it stands in the outbox. */
export type Posted = typeof outbox.$inferSelect

/** What became of one letter. */
export type Outcome =
  | { is: 'sent'; postmarkId: string }
  /** Postmark will never take it: a dead address, a malformed letter (ErrorCode 300, 406, other 422). */
  | { is: 'refused'; reason: string }
  /** Surely not sent; try again later. */
  | { is: 'put off'; reason: string }
  /** Nobody knows whether it was sent. */
  | { is: 'unsure'; reason: string }

/** The way letters leave. The one home of Postmark's client. */
export type Mailer = {
  /** Sends up to MAX_BATCH letters in one call; outcomes in the same order. Never throws. */
  send: (letters: Posted[], from: string) => Promise<Outcome[]>
  /** Postmark's id of the message that carries this outbox id in its metadata; throws where Postmark cannot say. */
  find: (id: number) => Promise<string | undefined>
  /** Asks Postmark to write to an address again that bounced. False where nobody knows whether it will. */
  readmit: (address: string) => Promise<boolean>
}

/** Postmark's own limit for one call. */
export const MAX_BATCH = 500

/**
 * A letter that Postmark took is found by a question so much later, in ms, or surely was not taken. Postmark names no
 * time; a question that comes too early would send the letter twice. Just under the quarter of an hour of a tick.
 */
export const INDEX_LAG = 14 * 60_000

/** Seconds for one call, all in. */
const TIMEOUT = 25

/** The stream of all our letters. */
export const STREAM = 'outbound'

export function openMailer(env: { POSTMARK_TOKEN: string; POSTMARK_API: string }): Mailer {
  const url = new URL(env.POSTMARK_API || 'https://api.postmarkapp.com')
  const client = () =>
    new ServerClient(env.POSTMARK_TOKEN, {
      useHttps: url.protocol === 'https:',
      requestHost: url.host,
      timeout: TIMEOUT,
    })
  const send: Mailer['send'] = async (letters, from) => {
    if (letters.length === 0) return []
    try {
      const answers = await client().sendEmailBatch(letters.map((letter) => message(letter, from)))
      return letters.map((_, i) => outcome(answers[i]))
    } catch (error) {
      if (letters.length > 1 && isSpoilt(error)) {
        const half = Math.ceil(letters.length / 2)
        return [...(await send(letters.slice(0, half), from)), ...(await send(letters.slice(half), from))]
      }
      const failed = failure(error)
      return letters.map(() => failed)
    }
  }
  return {
    send,
    find: async (id) => {
      const { Messages } = await client().getOutboundMessages({
        count: 1,
        offset: 0,
        metadata_letter: String(id),
      })
      return Messages[0]?.MessageID
    },
    readmit: async (address) => {
      try {
        await client().deleteSuppressions(STREAM, { Suppressions: [{ EmailAddress: address }] })
        return true
      } catch (error) {
        // Refused by Postmark: then the letter says why.
        const { statusCode = 0 } = error as Partial<Errors.PostmarkError>
        return statusCode >= 400 && statusCode < 500 && statusCode !== 429
      }
    },
  }
}

function message(letter: Posted, from: string): Models.Message {
  return {
    From: from,
    To: letter.to,
    Subject: letter.subject,
    TextBody: letter.text,
    ...(letter.html && { HtmlBody: letter.html }),
    ...(letter.replyTo && { ReplyTo: letter.replyTo }),
    Headers: Object.entries(letter.headers).map(([Name, Value]) => ({ Name, Value })),
    Attachments: letter.attachments.map((attachment) => ({
      Name: attachment.name,
      Content: attachment.content,
      ContentType: attachment.type,
      ContentID: '',
    })),
    Metadata: { letter: String(letter.id) },
    MessageStream: STREAM,
    TrackOpens: false,
    TrackLinks: 'None' as Models.LinkTrackingOptions,
  }
}

/**
 * One item's answer in a batch: HTTP 200 even where the item failed. "Message accepted, but delivery may be delayed"
 * comes without an ErrorCode (https://github.com/anymail/django-anymail/issues/392).
 */
function outcome(answer: Models.MessageSendingResponse | undefined): Outcome {
  if (!answer || (answer.ErrorCode === undefined && !answer.MessageID))
    return { is: 'unsure', reason: 'no answer for this letter' }
  if (!answer.ErrorCode) return { is: 'sent', postmarkId: answer.MessageID }
  const reason = `Postmark ${answer.ErrorCode}`
  return PASSING.has(answer.ErrorCode) ? { is: 'put off', reason } : { is: 'refused', reason }
}

/**
 * Codes that pass: maintenance, out of credit, account pending or stopped, no such stream, rate limit. The letters
 * wait for the owner.
 */
const PASSING = new Set([10, 100, 400, 401, 405, 412, 413, 429, 1235, 1236])

/** The call as a whole was refused for what is in it. It is halved until the letter that is at fault stands alone. */
function isSpoilt(error: unknown): boolean {
  const { statusCode = 0, code = 0 } = error as Partial<Errors.PostmarkError>
  return (statusCode === 413 || statusCode === 422) && !PASSING.has(code)
}

/** The whole call failed. Only an answer from Postmark says that nothing was sent. */
function failure(error: unknown): Outcome {
  const { statusCode = 0, code = 0 } = error as Partial<Errors.PostmarkError>
  const reason = `HTTP ${statusCode}, Postmark ${code}`
  if (isSpoilt(error)) return { is: 'refused', reason }
  return statusCode >= 400 && statusCode < 500 ? { is: 'put off', reason } : { is: 'unsure', reason }
}
