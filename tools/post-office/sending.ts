import { createTransport } from 'nodemailer'
import addressparser from 'nodemailer/lib/addressparser'
import { Trouble } from '../trouble.ts'
import type { Draft } from './answers.ts'
import { type Clock, mailDate } from './clock.ts'
import type { Take } from './sorting.ts'

/**
 * Sends what a person wrote on the page, made into a message as a mail program would make it and taken as any
 * other that comes by SMTP. Throws Trouble for a draft that no mail program would send.
 */
export const sendDraft = async (clock: Clock, take: Take, draft: Draft): Promise<void> => {
  if (addressesOf(draft.from).length !== 1) throw new Trouble('From takes one address.')
  const to = [draft.to, draft.cc, draft.bcc].flatMap(addressesOf)
  if (to.length === 0) throw new Trouble('To, Cc and Bcc hold no address.')
  const { message } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
  }).sendMail({
    from: draft.from,
    to: draft.to,
    cc: draft.cc,
    // A Bcc is in the envelope only.
    envelope: { from: addressesOf(draft.from)[0]!, to },
    subject: draft.subject,
    text: draft.text.replaceAll('\r\n', '\n'),
    inReplyTo: draft.inReplyTo || undefined,
    references: draft.references || undefined,
    headers: { Date: mailDate(clock.now(), clock.offsetAt(clock.now())) },
  })
  await take(message as Buffer, { from: addressesOf(draft.from)[0]!, to })
}

const addressesOf = (list: string): string[] =>
  addressparser(list, { flatten: true })
    .map(({ address }) => address)
    .filter((address) => /^[^@\s]+@[^@\s]+$/.test(address))
