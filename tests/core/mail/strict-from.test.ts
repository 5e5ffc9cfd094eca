import { describe, expect, it } from 'vitest'
import { strictFrom, strictMailbox } from '../../../src/core/mail/strict-from.ts'
import { readMime } from '../../../src/ingress/mime.ts'

const b64 = (text: string) => Buffer.from(text).toString('base64')

/** Header blocks that make some parser, server or reader believe that victim@user.com wrote. */
const crafted: [what: string, head: string][] = [
  ['two Froms, victim last', 'From: attacker@evil.com\r\nFrom: victim@user.com'],
  ['two Froms, victim first', 'From: victim@user.com\r\nFrom: attacker@evil.com'],
  ['two Froms, both victim', 'From: victim@user.com\r\nFrom: victim@user.com'],
  ['space before the colon', 'From: attacker@evil.com\r\nFrom : victim@user.com'],
  ['tab before the colon', 'From\t: victim@user.com\r\nFrom: attacker@evil.com'],
  ['other case', 'From: attacker@evil.com\r\nfROM: victim@user.com'],
  ['From only in the mbox line', 'From : victim@user.com\r\nX: y'],
  ['folded name', 'X: y\r\n From: victim@user.com'],
  ['two mailboxes, victim first', 'From: victim@user.com, attacker@evil.com'],
  ['two mailboxes, victim last', 'From: attacker@evil.com, victim@user.com'],
  ['two bracketed mailboxes', 'From: <attacker@evil.com>, <victim@user.com>'],
  ['two brackets', 'From: <attacker@evil.com> <victim@user.com>'],
  ['two brackets without a space', 'From: <victim@user.com><attacker@evil.com>'],
  ['nested brackets', 'From: <<victim@user.com>attacker@evil.com>'],
  ['bracket in a bracket', 'From: <attacker@evil.com<victim@user.com>'],
  ['open bracket only', 'From: <victim@user.com'],
  ['close bracket only', 'From: victim@user.com>'],
  ['text after the bracket', 'From: <victim@user.com> attacker@evil.com'],
  ['text after the bracket, glued', 'From: <victim@user.com>.evil.com'],
  ['address before the bracket', 'From: attacker@evil.com <victim@user.com>'],
  ['encoded mailbox, base64', `From: =?utf-8?B?${b64('Vic <victim@user.com>')}?=`],
  ['encoded mailbox, quoted-printable', 'From: =?utf-8?Q?Vic_<victim@user.com>?='],
  ['encoded brackets', 'From: =?utf-8?Q?Vic_=3Cvictim=40user.com=3E?='],
  ['encoded mailbox before another', `From: =?utf-8?B?${b64('<victim@user.com>')}?= <attacker@evil.com>`],
  ['encoded address with a NUL', `From: =?utf-8?B?${b64('<victim@user.com>\0')}?= <attacker@evil.com>`],
  ['encoded address in brackets', `From: <=?utf-8?B?${b64('victim@user.com')}?=>`],
  ['encoded local part', 'From: <=?utf-8?q?victim?=@user.com>'],
  ['encoded domain', 'From: <victim@=?utf-8?q?user.com?=>'],
  ['encoded local part, bare', 'From: =?utf-8?q?victim?=@user.com'],
  ['group', 'From: friends: victim@user.com;'],
  ['group without an end', 'From: friends: victim@user.com'],
  ['group around a bracket', 'From: friends: Vic <victim@user.com>;'],
  ['empty group and a mailbox', 'From: a:;, victim@user.com'],
  ['route', 'From: <@evil.com:victim@user.com>'],
  ['route of two', 'From: <@evil.com,@user.com:victim@user.com>'],
  ['bare CR', 'From: attacker@evil.com\rFrom: victim@user.com'],
  ['CR in the address', 'From: vic\rtim@user.com'],
  ['NUL before the rest', 'From: victim@user.com\0@evil.com'],
  ['NUL in front', 'From: \0victim@user.com'],
  ['DEL', 'From: victim@user.com\x7f'],
  ['comment in the local part', 'From: victim(x)@user.com'],
  ['comment in the domain', 'From: victim@user(.evil).com'],
  ['comment in the brackets', 'From: <victim@user.com(evil)>'],
  ['comment that holds a bracket', 'From: (<attacker@evil.com>) victim@user.com'],
  ['comment that does not end', 'From: (attacker@evil.com victim@user.com'],
  ['quoted local part', 'From: "victim"@user.com'],
  ['quoted local part with an escape', 'From: "vic\\tim"@user.com'],
  ['quote that does not end', 'From: "attacker@evil.com> <victim@user.com>'],
  ['bracket in quotes', 'From: "<attacker@evil.com>" <victim@user.com>'],
  ['space before the @', 'From: victim @user.com'],
  ['space in the brackets', 'From: < victim@user.com >'],
  ['fold in the address', 'From: victim\r\n @user.com'],
  ['two @', 'From: victim@user.com@evil.com'],
  ['dot at the end', 'From: victim@user.com.'],
  ['semicolon', 'From: victim@user.com; attacker@evil.com'],
  ['backslash', 'From: \\victim@user.com'],
  ['fullwidth domain', 'From: victim@ｕser.com'],
  ['soft hyphen in the domain', 'From: victim@us\u00ader.com'],
  ['Kelvin sign', 'From: victim@user.com\u212a'],
  ['ideographic full stop', 'From: victim@user。com'],
  ['percent-encoded domain', 'From: victim@%75ser.com'],
  ['address literal', 'From: victim@[user.com]'],
  ['no address', 'From: victim at user.com'],
  ['empty', 'From: '],
]

describe('no crafted From counts as the victim', () => {
  it.each(crafted)('%s', async (_, head) => {
    const mail = await readMime(Buffer.from(`${head}\r\nTo: a@b.com\r\n\r\nHi`), 'r@in.example.com')
    const from = 'refused' in mail ? undefined : mail.from?.address
    expect([undefined, 'attacker@evil.com']).toContain(from)
  })
})

it.each([
  ['grace@acme.com', 'grace@acme.com', ''],
  ['<grace@acme.com>', 'grace@acme.com', ''],
  ['Grace Kim <Grace@Acme.com>', 'grace@acme.com', 'Grace Kim'],
  ['"Kim, Grace" <grace@acme.com>', 'grace@acme.com', 'Kim, Grace'],
  ['"Grace \\"G\\" Kim" <grace@acme.com>', 'grace@acme.com', 'Grace "G" Kim'],
  ['Kim, Grace <grace@acme.com>', 'grace@acme.com', 'Kim, Grace'],
  ['"grace@acme.com" <grace@acme.com>', 'grace@acme.com', 'grace@acme.com'],
  ['Grace@Acme.com <grace@acme.com>', 'grace@acme.com', 'Grace@Acme.com'],
  ['Grace (Acme) <grace@acme.com>', 'grace@acme.com', 'Grace (Acme)'],
  ['Grace <grace@acme.com> (work)', 'grace@acme.com', 'Grace'],
  ['grace@acme.com (Grace Kim)', 'grace@acme.com', 'Grace Kim'],
  ['=?UTF-8?Q?Zo=C3=AB?= <zoe+x@mail.acme.co.uk>', 'zoe+x@mail.acme.co.uk', ''],
  ['Zoë <zoe@acme.com>', 'zoe@acme.com', 'Zoë'],
  ['Grace\r\n\tKim <grace@acme.com>', 'grace@acme.com', 'Grace Kim'],
  ["O'Neil <o'neil_x@acme.com>", "o'neil_x@acme.com", "O'Neil"],
  ['Jo <jo@müller.de>', 'jo@xn--mller-kva.de', 'Jo'],
  ['Jo <jo@xn--mller-kva.de>', 'jo@xn--mller-kva.de', 'Jo'],
])('an ordinary one passes: %s', (line, address, name) => {
  expect(strictFrom([line])).toBe(address)
  expect(strictMailbox(line)).toEqual({ address, name })
})

it('a long one is refused quickly', () => {
  for (const piece of ['(', '"', '\\', '<', 'a@', '=?', ' ', '"\\', '()', ', ']) {
    expect(strictFrom([piece.repeat(100_000)])).toBeUndefined()
    expect(strictFrom([piece.repeat(900)])).toBeUndefined()
  }
})
