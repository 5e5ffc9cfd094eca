import { type Bounce, readBounce } from './core/mail/bounces.ts'
import { attachedForwards, type Forward, readForward } from './core/mail/forwards.ts'
import type { Printer } from './core/mail/inner-dates.ts'
import { type Invitation, readInvitation } from './core/mail/invitations.ts'
import type { InboundEmail } from './inbound-email.ts'

/** What a mail carries besides its own words. */
export type Contents = {
  /** Mails that it passes on. */
  forwards: Forward[]
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
  if (mail.attached.length > 1)
    return { forwards: await attachedForwards(mail), ...(invitation && { invitation }) }
  const forward = await readForward(mail, printer)
  return { forwards: forward ? [forward] : [], ...(invitation && { invitation }) }
}

/** Everybody whom the contents name. */
export function addressesIn({ forwards, invitation, bounce }: Contents): string[] {
  const inForwards = forwards.flatMap(({ from, to, cc }) => [...(from ? [from] : []), ...to, ...cc])
  const meeting = invitation && 'uid' in invitation ? invitation : undefined
  return [
    ...inForwards.map(({ address }) => address),
    ...(meeting?.attendees ?? []).map(({ address }) => address),
    ...(meeting?.organizer ? [meeting.organizer] : []),
    ...(bounce?.recipients ?? []),
  ]
}
