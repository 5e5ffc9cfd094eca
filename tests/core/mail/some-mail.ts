import type { InboundEmail } from '../../../src/inbound-email.ts'

/** An InboundEmail from Ann, with what a test cares about put in. */
export const someMail = (parts: Partial<InboundEmail>): InboundEmail => ({
  recipient: 'reach+token@in.example.com',
  from: { address: 'ann@gmail.com', name: 'Ann Lee' },
  sender: undefined,
  to: [],
  cc: [],
  subject: '',
  messageId: undefined,
  otherIds: [],
  inReplyTo: [],
  references: [],
  sentAt: undefined,
  utcOffset: undefined,
  text: '',
  html: '',
  headers: [],
  calendar: undefined,
  deliveryStatus: undefined,
  attached: [],
  isCut: false,
  ...parts,
})
