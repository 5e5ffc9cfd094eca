import { describe, expect, it } from 'vitest'
import { readAutoReply } from '../../../src/core/mail/auto-replies.ts'
import type { Frame } from '../../../src/core/when/frame.ts'
import { someMail } from './some-mail.ts'

const frame: Frame = {
  now: Date.UTC(2026, 10, 18, 15),
  zone: 'America/New_York',
  dayFirst: false,
  isBusinessDay: () => true,
}
const read = (text: string, subject = 'Automatic reply: Coffee') =>
  readAutoReply(someMail({ subject, text, headers: [['auto-submitted', 'auto-replied']] }), frame)

const developed: [string, string | undefined][] = [
  ['I am out of the office and will be back on Monday, November 30.', '2026-11-30'],
  ['I will be back on Nov 30th. For urgent matters call Tom.', '2026-11-30'],
  ['I am out of the office until Nov 30.', '2026-11-30'],
  ['Out of office through November 27, 2026. I have no access to email.', '2026-11-28'],
  ['I am away from Nov 23 to Nov 30 with limited access.', '2026-11-30'],
  [
    'I am away from November 23 until November 27 and will return on Monday, November 30, 2026.',
    '2026-11-30',
  ],
  ['I am on leave and will return to the office on 11/30.', '2026-11-30'],
  ['I will be back on Monday.', '2026-11-23'],
  ['Returning Monday 30 November', '2026-11-30'],
  ['I will be back in the office on 2026-11-30 at 9 am.', '2026-11-30'],
  ['Ich bin bis zum 30. November nicht im Büro.', '2026-11-30'],
  ['Ich bin bis einschließlich 27.11.2026 im Urlaub.', '2026-11-28'],
  ['Ab dem 30.11. bin ich wieder erreichbar.', '2026-11-30'],
  ["Je suis absente jusqu'au 30 novembre.", '2026-11-30'],
  ['Je serai de retour le lundi 30 novembre 2026.', '2026-11-30'],
  ['Estaré fuera de la oficina hasta el 30 de noviembre.', '2026-11-30'],
  ['Jag är tillbaka den 30 november.', '2026-11-30'],
  // Doubt.
  ['11月30日まで休暇をいただいております。', '2026-12-01'],
  ['12月1日より出社いたします。', '2026-12-01'],
  ['11月30日までにご返信が必要な場合は田中まで。', undefined],
  ['我于2026年11月23日至11月30日休假。', '2026-12-01'],
  ['您好，我将于12月1日返回办公室。', '2026-12-01'],
  ['Olen lomalla 30.11. asti.', '2026-12-01'],
  ['Palaan töihin 1.12.', '2026-12-01'],
  ['I am on vacation Nov 20-30 and read mail now and then.', '2026-12-01'],
  ['Out of the office, 23-27 November.', '2026-11-28'],
  ['I am away Nov 20-30. Tom is away Dec 7-9.', undefined],
  ['We are off 9-5 on some days.', undefined],
  ['I will be back soon.', undefined],
  ['I am out of the office.', undefined],
  ['I will be back on Nov 30 or Dec 1.', undefined],
  ['I will be back next week.', undefined],
  ['I will be back in December.', undefined],
  ['I will be back on Nov 30. Tom will be back on Dec 2.', undefined],
  ['I was away until November 3.', undefined],
  ['Call me back at 555 0100.', undefined],
  ['I will get back to you within 3 days.', undefined],
  ['I may be slow to answer. I will get back to you as soon as possible.', undefined],
  ['Thank you, we got your mail of November 17 and will get back to you.', undefined],
]

const heldBack: [string, string | undefined][] = [
  [
    "Hi,\n\nThanks for your email. I'm on annual leave returning Tuesday 1st December.\n\nBest,\nGrace",
    '2026-12-01',
  ],
  ['I will be out of the office starting 11/23/2026 and will not return until 11/30/2026.', '2026-11-30'],
  ['I am currently traveling and will be back in the office on Tuesday, December 1st.', '2026-12-01'],
  ['I am on parental leave until March 1, 2027.', '2027-03-01'],
  ['Thank you for your message. I am out of office till 27/11/2026 inclusive.', '2026-11-28'],
  ["I'm out of the office through Friday, November 27.", '2026-11-28'],
  ['I return to work on December 7th 2026 and will read your mail then', '2026-12-07'],
  ['Vielen Dank für Ihre Nachricht. Ich bin vom 23.11. bis zum 04.12.2026 nicht erreichbar.', '2026-12-04'],
  ['Ich bin am Montag, den 30. November wieder im Büro.', undefined],
  ['Ich bin wieder ab Montag, dem 30.11.2026 erreichbar.', '2026-11-30'],
  ['Absent du bureau du 23 au 27 novembre inclus, de retour le 30 novembre.', '2026-11-30'],
  ['Je suis en congés jusqu’au 4 décembre 2026 inclus.', '2026-12-05'],
  ['Estaré de vacaciones hasta el lunes 30 de noviembre.', '2026-11-30'],
  ['Regreso el 30 de noviembre.', '2026-11-30'],
  ['Sono in ferie fino al 30 novembre.', '2026-11-30'],
  ['Rientrerò in ufficio il 30 novembre 2026.', '2026-11-30'],
  ['Estou de férias até 30 de novembro.', '2026-11-30'],
  ['Ik ben afwezig tot 30 november.', '2026-11-30'],
  ['Ik ben afwezig t/m 27 november.', '2026-11-28'],
  ['Ik ben maandag 30 november weer terug.', undefined],
  ['Jag är på semester till och med 27 november.', '2026-11-28'],
  ['Jeg er tilbage den 30. november.', '2026-11-30'],
  ['Jestem na urlopie do 30 listopada.', '2026-11-30'],
  ['Wracam 30 listopada 2026.', '2026-11-30'],
  ['I will be away until further notice.', undefined],
  ['I check mail twice a day, at 10 and 4, until the end of the project.', undefined],
  ['For access until then contact Tom on extension 30.', undefined],
  ['Grace no longer works at Acme.', undefined],
  ['The office is closed between Christmas and New Year.', undefined],
  ['I will be out until 12:30 today.', undefined],
  ['Happy to get back to you. Our deadline: apply until you are ready. Version 11.30 is out.', undefined],
  ['Back from sabbatical in 2028.', undefined],
]

/** Wordings as they are published for copying, and of programs; dates put in. */
const published: [string, string | undefined][] = [
  ['On se parlera à mon retour le 30/11.', '2026-11-30'],
  ['Nach meiner Rückkehr am 30.11.2026 melde ich mich.', '2026-11-30'],
  ['I will be back on 12/1.', '2026-12-01'],
  ['I will return on 12/7/2026.', '2026-12-07'],
  // May, or the fifth of December of somebody who writes the day first.
  ['I am back on 01/05/2027.', undefined],
  ['Returning 01/05/2027.', undefined],
  ['I am away until 05/12/2026.', undefined],
  ['I am back on 1/4.', undefined],
  ['I am out today (Nov 18) and will be back tomorrow.', undefined],
  ['Ab 23.11. bis 30.11. bin ich im Urlaub.', '2026-11-30'],
  ['Ab dem 23.11. bin ich im Urlaub.', undefined],
  ['Vanaf 23 november ben ik met vakantie. Vanaf 30 november ben ik weer bereikbaar.', '2026-11-30'],
  ['À partir du 23 novembre je serai absente.', undefined],
  ['Out until Friday; tom@acme.com helps.', '2026-11-20'],
  ['My last day at Acme was November 13. Tom is there until Nov 30.', undefined],
]
it.each(published)('published: %s', (text, returnOn) =>
  expect(read(text)).toEqual(returnOn ? { returnOn } : {}),
)

it.each(developed)('developed: %s', (text, returnOn) =>
  expect(read(text)).toEqual(returnOn ? { returnOn } : {}),
)
it.each(heldBack)('held back: %s', (text, returnOn) =>
  expect(read(text)).toEqual(returnOn ? { returnOn } : {}),
)

describe('whether it is one', () => {
  it.each([
    [['auto-submitted', 'auto-generated']],
    [['x-autoreply', 'yes']],
    [['precedence', 'auto_reply']],
    [['x-autorespond', '']],
  ] as [string, string][][])('by %j', (header) =>
    expect(readAutoReply(someMail({ subject: 'x', headers: [header] }), frame)).toEqual({}),
  )
  it.each([[['auto-submitted', 'no']], [['x-auto-response-suppress', 'All']]] as [string, string][][])(
    'not by %j',
    (header) => expect(readAutoReply(someMail({ headers: [header] }), frame)).toBeUndefined(),
  )
  it('not a delivery report', () =>
    expect(readAutoReply(someMail({ deliveryStatus: 'x' }), frame)).toBeUndefined())

  it.each([
    'Automatic reply: Coffee',
    'Auto-Reply: Coffee',
    'Out of Office',
    'Out of office: back Nov 30',
    'I am out of the office',
    'OOO: Coffee',
    '[External] Automatic reply: Coffee',
    '[Automatyczna odpowiedź] Kawa',
    'AUTO: Kim, Grace is out of the office. (returning 11/30/2026)',
    'Abwesenheitsnotiz: Kaffee',
    'Automatische Antwort: Kaffee',
    'Réponse automatique : Café',
    'Absence du bureau',
    'Respuesta automática: Café',
    'Fuera de la oficina',
    'Risposta automatica: Caffè',
    'Fuori sede',
    'Resposta automática: Café',
    'Automatisch antwoord: Koffie',
    'Afwezig: Koffie',
    'Autosvar: Kaffe',
    'Automatiskt svar: Kaffe',
    'Automaattinen vastaus: Kahvi',
    'Odpowiedź automatyczna: Kawa',
    'Automatická odpověď: Káva',
    'Automatikus válasz: Kávé',
    'Răspuns automat: Cafea',
    'Автоответ: Кофе',
    'Otomatik yanıt: Kahve',
    'Αυτόματη απάντηση: Καφές',
    '自動返信: Coffee',
    '自动回复: Coffee',
    '자동 회신: Coffee',
  ])('an inner mail by %j', (subject) => {
    const mail = someMail({ subject, text: 'See you' })
    expect(readAutoReply(mail, frame, { isInner: true })).toBeDefined()
    expect(readAutoReply(mail, frame)).toBeUndefined()
  })
  it.each([
    'Coffee next week?',
    'Re: Out of office',
    'AW: Abwesenheitsnotiz',
    'Oooh nice',
    'On leaving Acme',
    'Office hours',
    'Automation engineer role',
    'Absolutely!',
    'Vacation plans?',
    'Autonomous cars',
    'Outlook',
    'Absentee ballots and your talk',
    '',
  ])('not an inner mail by %j', (subject) =>
    expect(readAutoReply(someMail({ subject }), frame, { isInner: true })).toBeUndefined(),
  )
})

it('does not read the mail that is quoted, nor its subject', () => {
  expect(read('Thanks, I am away.\n\n> I will be back on Monday, November 30')).toEqual({})
  expect(read('I am away.', 'Automatic reply: I am back on Nov 30')).toEqual({})
  expect(read('', 'Out of office until Nov 30')).toEqual({ returnOn: '2026-11-30' })
})

it.each([
  'until '.repeat(10_000),
  'back on 1 '.repeat(6000),
  'from '.repeat(12_000),
  ' '.repeat(60_000),
  '1'.repeat(60_000),
  'from Nov 1 '.repeat(5000),
  'du '.repeat(20_000),
])('hostile text %# takes no second', (text) => {
  const before = performance.now()
  read(text)
  read('', text)
  expect(performance.now() - before).toBeLessThan(1000)
})
