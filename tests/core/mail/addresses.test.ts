import { describe, expect, it } from 'vitest'
import { isApplicationAddress, isListAddress, isRoleOrMachine } from '../../../src/core/mail/address-kinds.ts'
import {
  canonicalAddress,
  isSameOwnAddress,
  ownAddressKey,
  visibleRecipients,
} from '../../../src/core/mail/addresses.ts'
import { companyOf } from '../../../src/core/mail/company.ts'
import { displayName } from '../../../src/core/mail/display-name.ts'

describe('canonicalAddress', () => {
  it.each([
    ['Grace.Kim+x@Acme.COM', 'grace.kim+x@acme.com'],
    ['jo@Müller.de', 'jo@xn--mller-kva.de'],
    ['jo@XN--MLLER-KVA.de', 'jo@xn--mller-kva.de'],
    ['jo@straße.de', 'jo@xn--strae-oqa.de'],
    ['a..b.@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ['jörg@acme.com', 'jörg@acme.com'],
    ['a@b_c.acme.com', 'a@b_c.acme.com'],
  ])('%s is %s', (text, address) => expect(canonicalAddress(text)).toBe(address))

  it.each([
    '',
    'grace',
    '@acme.com',
    'grace@',
    'grace@acme',
    'grace@acme..com',
    'grace@-acme.com',
    'grace@1.2.3.4',
    'grace@[1.2.3.4]',
    'grace@acme.com:25',
    'grace@acme.com/x',
    'grace kim@acme.com',
    '"grace kim"@acme.com',
    'a@b@acme.com',
    '=?utf-8?q?grace?=@acme.com',
    'undisclosed-recipients@acme.com',
    'undisclosed recipients@acme.com',
    'recipients@acme.com',
    'unlisted-recipients@acme.com',
    'recipient-list@acme.com',
    'grace@ａcme.com',
    'grace@ac\u00adme.com',
    'grace@acme。com',
    `${'a'.repeat(65)}@acme.com`,
    `a@${'a'.repeat(64)}.com`,
    `a@${'a.'.repeat(200)}com`,
    `a@xn--${'a'.repeat(900_000)}`,
  ])('%s is none', (text) => expect(canonicalAddress(text)).toBeUndefined())
})

it('keeps each visible recipient once, at most 100', () => {
  const people = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => ({ address: `P${from + i}@acme.com`, name: '' }))
  const few = visibleRecipients([...people(0, 2), { address: 'no address', name: '' }], people(1, 4))
  expect(few.to.map(({ address }) => address)).toEqual(['p0@acme.com', 'p1@acme.com'])
  expect(few.cc.map(({ address }) => address)).toEqual(['p2@acme.com', 'p3@acme.com'])
  expect(few.isCut).toBe(false)
  const many = visibleRecipients(people(0, 60), people(50, 200))
  expect([many.to.length, many.cc.length, many.isCut]).toEqual([60, 40, true])
})

it('knows the spellings of an own address', () => {
  expect(ownAddressKey('Ann.Lee+jobs@GoogleMail.com')).toBe('annlee@gmail.com')
  expect(isSameOwnAddress('ann.lee@gmail.com', 'annlee+x@googlemail.com')).toBe(true)
  expect(isSameOwnAddress('ann+x@university.edu', 'ann@university.edu')).toBe(true)
  expect(isSameOwnAddress('ann.lee@university.edu', 'annlee@university.edu')).toBe(false)
  expect(isSameOwnAddress('ann@gmail.com', 'ann@gmail.com.evil.com')).toBe(false)
})

describe('kinds of address', () => {
  it.each([
    'no-reply@acme.com',
    'noreply+x@acme.com',
    'jobs-noreply@linkedin.com',
    'do_not_reply@acme.com',
    'mailer-daemon@googlemail.com',
    'postmaster@acme.com',
    'bounce+abc@acme.com',
    'bounces-12@acme.com',
    '1234@bcc.hubspot.com',
    'acme@pipedrivemail.com',
    'tomorrow@followupthen.com',
    '3days@x.followupthen.com',
    'room-5@resource.calendar.google.com',
  ])('%s is a machine', (address) => expect(isRoleOrMachine(address)).toBe(true))

  it.each([
    'grace@acme.com',
    'norbert.reply@acme.com',
    'bouncer.bob@acme.com',
    'roberto@acme.com',
    'ann@notpipedrivemail.com',
  ])('%s is none', (address) => {
    expect(isRoleOrMachine(address)).toBe(false)
    expect(isListAddress(address)).toBe(false)
    expect(isApplicationAddress(address)).toBe(false)
  })

  it.each([
    'design@googlegroups.com',
    'ux@lists.acme.org',
    'alumni-list@university.edu',
    'all-staff@acme.com',
    'x@groups.io',
  ])('%s is a list', (address) => expect(isListAddress(address)).toBe(true))

  it.each([
    'jobs@acme.com',
    'careers@acme.com',
    'hr@acme.com',
    'hr.emea@acme.com',
    'recruiting-us@acme.com',
    'bewerbung@acme.de',
    'x@us.greenhouse-mail.io',
  ])('%s takes applications', (address) => expect(isApplicationAddress(address)).toBe(true))
})

it.each([
  ['grace@acme.com', 'Acme'],
  ['grace@mail.acme.com', 'Acme'],
  ['grace@acme.co.uk', 'Acme'],
  ['grace@eu.mail.acme.com.au', 'Acme'],
  ['lee@cs.stanford.edu', 'Stanford'],
  ['lee@ox.ac.uk', 'Ox'],
  ['x@red-hat.com', 'Red Hat'],
  ['x@bmw.de', 'BMW'],
  ['x@acme.io', 'Acme'],
  ['x@xn--mller-kva.de', 'Müller'],
  ['x@acme.onmicrosoft.com', 'Acme'],
  ['x@co.uk', 'Co'],
  ['x@orange.com', 'Orange'],
  ['x@livenation.com', 'Livenation'],
])('%s works at %s', (address, company) => expect(companyOf(address)).toBe(company))

it.each(
  (
    'gmail.com googlemail.com outlook.com outlook.fr hotmail.co.uk yahoo.com yahoo.co.jp yahoo.com.br icloud.com ' +
    'me.com mac.com gmx.de gmx.net web.de proton.me protonmail.com pm.me aol.com live.nl msn.com qq.com mail.ru ' +
    'yandex.ru ya.ru zoho.com fastmail.com fastmail.fm t-online.de 163.com free.fr orange.fr privaterelay.appleid.com'
  ).split(' '),
)('%s is no company', (domain) => expect(companyOf(`grace@${domain}`)).toBeUndefined())

it.each([
  ['Grace Kim', 'Grace Kim'],
  ['"Grace Kim"', 'Grace Kim'],
  ["'Grace Kim'", 'Grace Kim'],
  ['Kim, Grace', 'Grace Kim'],
  ['Kim, Grace (Acme)', 'Grace Kim'],
  ["O'KIM, GRACE", "Grace O'Kim"],
  ['GRACE LEE-KIM', 'Grace Lee-Kim'],
  ['ACME', 'ACME'],
  ['Grace Kim, PhD', 'Grace Kim'],
  ['Kim, Grace, MBA', 'Grace Kim'],
  ['Acme, Inc.', 'Acme, Inc.'],
  ['Grace Kim (via LinkedIn)', 'Grace Kim'],
  ["'Grace Kim' via Design", 'Grace Kim'],
  ['[EXT] Grace Kim', 'Grace Kim'],
  ['grace.kim@acme.com', 'Grace Kim'],
  ['', 'Grace Kim'],
  ['  ', 'Grace Kim'],
  ['?', 'Grace Kim'],
])('%j is called %s', (name, called) => {
  expect(displayName({ address: 'grace.kim@acme.com', name })).toBe(called)
})

it.each([
  ['grace@acme.com', 'Grace'],
  ['grace_kim+x@acme.com', 'Grace Kim'],
  ['g.kim42@acme.com', 'G Kim'],
  ['émile@acme.com', 'Émile'],
  ['12345@qq.com', '12345@qq.com'],
])('%s without a name is called %s', (address, called) => {
  expect(displayName({ address, name: '' })).toBe(called)
})
