import { type Bounce, readBounce } from './core/mail/bounces.ts'
import { attachedForwards, type Forward, innerMail, readForward } from './core/mail/forwards.ts'
import type { Printer } from './core/mail/inner-dates.ts'
import { type Invitation, readInvitation } from './core/mail/invitations.ts'
import type { InboundEmail } from './inbound-email.ts'

/** A mail that is passed on; `bounce`: it reports a failure. */
export type Passed = Forward & { bounce?: Bounce }

/** What a mail carries besides its own words. */
export type Contents = {
  /** Mails that it passes on. */
  forwards: Passed[]
  invitation?: Invitation | { refused: string }
  /** It reports that a mail could not be delivered. */
  bounce?: Bounce
}

/**
 * Reads what a mail carries. A report is told before a forward, since it has the mail that failed attached.
 *
 * @param printer the user's programs: forwards print dates in their zone and order
 * @param isToUs only a mail to nobody else passes others on; the body of outreach is not searched for any
 */
export async function readContents(mail: InboundEmail, printer: Printer, isToUs = true): Promise<Contents> {
  const bounce = readBounce(mail)
  if (bounce) return { forwards: [], bounce }
  const invitation =
    mail.calendar === undefined ? undefined : readInvitation(mail.calendar, { zone: printer.zone })
  if (!isToUs) return { forwards: [], ...(invitation && { invitation }) }
  const isMany = mail.attached.length > 1
  const forward = isMany ? undefined : await readForward(mail, printer)
  const forwards = isMany ? await attachedForwards(mail) : forward ? [forward] : []
  return {
    forwards: forwards.map((one) => {
      const failure = readBounce(innerMail(mail, one))
      return { ...one, ...(failure && { bounce: failure }) }
    }),
    ...(invitation && { invitation }),
  }
}

/** The reports among the contents. */
const bouncesIn = ({ forwards, bounce }: Contents): Bounce[] => [
  ...(bounce ? [bounce] : []),
  ...forwards.flatMap((forward) => forward.bounce ?? []),
]

/** Ids of mails that did not arrive. */
export const failedIdsIn = (contents: Contents): string[] =>
  bouncesIn(contents).flatMap(({ originalMessageId }) => originalMessageId ?? [])

/** Everybody whom the contents name. */
export function addressesIn(contents: Contents): string[] {
  const { forwards, invitation } = contents
  const inForwards = forwards.flatMap(({ from, to, cc }) => [...(from ? [from] : []), ...to, ...cc])
  const meeting = invitation && 'uid' in invitation ? invitation : undefined
  return [
    ...inForwards.map(({ address }) => address),
    ...(meeting?.attendees ?? []).map(({ address }) => address),
    ...(meeting?.organizer ? [meeting.organizer] : []),
    ...bouncesIn(contents).flatMap(({ recipients }) => recipients),
  ]
}
