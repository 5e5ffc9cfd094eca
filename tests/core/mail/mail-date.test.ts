import { expect, it } from 'vitest'
import { mailDate } from '../../../src/core/mail/mail-date.ts'

it.each([
  ['Tue, 17 Nov 2026 09:12:22 -0500', '2026-11-17T14:12:22Z', -300],
  ['17 Nov 2026 09:12 +0530', '2026-11-17T03:42:00Z', 330],
  ['Tue, 17 Nov 2026 09:12:22 +0000', '2026-11-17T09:12:22Z', 0],
  ['Tue, 17 Nov 2026 09:12:22 -0000', '2026-11-17T09:12:22Z', undefined],
  ['Tue, 17 Nov 2026 09:12:22 GMT', '2026-11-17T09:12:22Z', 0],
  ['tue,17 nov 26 9:12:22 EST', '2026-11-17T14:12:22Z', -300],
  ['Tue 17 Nov 2026 09:12:22 PDT', '2026-11-17T16:12:22Z', -420],
  ['Fri, 21 Nov 97 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06Z', -360],
  ['Fri, 21 Nov 126 09:55:06 Z', '2026-11-21T09:55:06Z', undefined],
  ['Tue, 17 Nov 2026 09:12:22 +0100 (Central European (Standard) Time)', '2026-11-17T08:12:22Z', 60],
  ['  Tue, 17 Nov 2026 09:12:22 CEST ', '2026-11-17T09:12:22Z', undefined],
  ['Thu, 31 Dec 2026 23:59:60 +0000', '2027-01-01T00:00:00Z', 0],
  ['Thu, 29 Feb 2024 00:00:00 +1400', '2024-02-28T10:00:00Z', 840],
])('%s', (value, at, offset) => expect(mailDate(value)).toEqual({ at: Date.parse(at), offset }))

it.each([
  '',
  'yesterday',
  '2026-11-17T09:12:22Z',
  'Tue, 17 Nov 2026 09:12:22',
  'Tue, 31 Feb 2026 09:12:22 +0000',
  'Tue, 0 Nov 2026 09:12:22 +0000',
  'Tue, 17 Nov 2026 24:00:00 +0000',
  'Tue, 17 Nov 2026 09:60:00 +0000',
  'Tue, 17 Nov 2026 09:12:22 +9900',
  'Tue, 17 Nov 2026 09:12:22 +0160',
  'Tue, 17 Nov 0026 09:12:22 +0000',
  'Tue, 17 Nov 2026 09:12:22 -0500 and more',
  'Tue, 17 November 2026 09:12:22 -0500',
])('%j is no date', (value) => expect(mailDate(value)).toBeUndefined())

it('is quick about nonsense', () => {
  for (const piece of ['(', ' ', '1 ', 'Tue ', ')', '17 Nov '])
    expect(mailDate(piece.repeat(50_000))).toBeUndefined()
})
