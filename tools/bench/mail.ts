import { addressOf, MORNING, privateAddressOf } from './crowd.ts'

/** Postmark's JSON for a mail of user 1 to one person who is new, of about so many bytes. */
export function webhook(bytes: number): string {
  const n = ++count
  const person = { Email: `eva${n}@new.example`, Name: `Eva Neu${n}`, MailboxHash: '' }
  const user = { Email: addressOf(1), Name: 'Ann Lee', MailboxHash: '' }
  const sentence = 'Would you have fifteen minutes to tell me how your team chooses what to build? '
  const text = sentence.repeat(Math.ceil((bytes * 0.3) / sentence.length))
  const line = `<div style="font-family:Arial,sans-serif">${sentence}<br></div>`
  const html = line.repeat(Math.ceil((bytes * 0.6) / line.length))
  return JSON.stringify({
    FromName: 'Ann Lee',
    MessageStream: 'inbound',
    From: user.Email,
    FromFull: user,
    To: `"${person.Name}" <${person.Email}>`,
    ToFull: [person],
    Cc: '',
    CcFull: [],
    Bcc: '',
    BccFull: [],
    OriginalRecipient: privateAddressOf(1),
    Subject: 'Fifteen minutes about your work?',
    MessageID: '22c74902-a0c1-4511-804f-341342852c90',
    ReplyTo: '',
    MailboxHash: 'user1',
    Date: 'Thu, 12 Nov 2026 10:00:00 -0500',
    TextBody: text,
    HtmlBody: html,
    StrippedTextReply: '',
    Tag: '',
    Headers: [
      { Name: 'Message-ID', Value: `<bench-${n}@mail.university.edu>` },
      ...Array.from({ length: 12 }, (_, i) => ({
        Name: `Received-${i}`,
        Value: 'by mx.google.com with ESMTPS',
      })),
    ],
    Attachments: [],
  })
}

/** The instant at which these mails come in. */
export const SENT = new Date(MORNING + 9_000_000).toISOString()

let count = 0
