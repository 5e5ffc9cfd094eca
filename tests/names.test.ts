import { expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { World } from './support/world.ts'

const HIDDEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/

/** The morning on which somebody of this name is due for a second email. */
async function due(person: string, subject = 'Advice'): Promise<Sent> {
  const world = new World()
  await world.join()
  await world.bcc(person, '2026-11-03T10:00-05:00', { subject })
  return (await world.morning('2026-11-12'))!
}

/** The body of the draft to an address. */
function draftTo(address: string, { HtmlBody }: Sent): URLSearchParams {
  const [, href] = new RegExp(`href="(mailto:${address}[^"]*)"`).exec(HtmlBody) ?? []
  return new URL(href!.replaceAll('&amp;', '&')).searchParams
}

it('takes what hides or turns text around out of names and subjects, wherever they go', async () => {
  const letter = await due(
    'Gr\u200bace \u202eK\u00adim\ufeff <grace@acme.com>',
    'Ad\u202evice \u2066now\u2069',
  )
  expect(letter.TextBody).toContain(' 1  Grace Kim, Acme.')
  for (const part of [letter.Subject, letter.TextBody, decodeURIComponent(letter.HtmlBody)])
    expect(part).not.toMatch(HIDDEN)
  expect(draftTo('grace@acme.com', letter).get('subject')).toBe('Re: Advice now')
})

it('keeps the joiners that a script or an emoji needs', async () => {
  const letter = await due('علی\u200cرضا 👩\u200d🔬 <ali@acme.com>')
  expect(letter.TextBody).toContain('علی\u200cرضا 👩\u200d🔬, Acme.')
})

it.each([
  ['🦄 Sparkle Jones <sparkle@acme.com>', 'sparkle@acme.com', 'Hi Sparkle,'],
  ['🦄 <4711@acme.com>', '4711@acme.com', 'Hello,'],
  ['4711@acme.com', '4711@acme.com', 'Hello,'],
  ['Dr. Grace Kim <grace@acme.com>', 'grace@acme.com', 'Hi Dr Kim,'],
])('%s is greeted as a person would', async (person, address, greeting) => {
  expect(
    draftTo(address, await due(person))
      .get('body')!
      .split('\r\n')[0],
  ).toBe(greeting)
})

it.each([
  ['Bob Hale', 'new address for bob is bob@newco.com'],
  ['Will Hale', 'new address for will is will@newco.com'],
  ['Mark Hale', 'mark answered'],
  ['Sue Hale', 'called sue'],
])('%s is known in small letters: "%s"', async (name, text) => {
  const world = new World()
  await world.join()
  await world.bcc(`${name} <hale@acme.com>`, '2026-11-03T10:00-05:00')
  world.postmark.take()
  await world.note(text, '2026-11-05T10:00-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain(`${name}: `)
})

it('takes a word for itself where no person stands, though somebody is called so', async () => {
  const world = new World()
  await world.join()
  await world.bcc('Will Hale <hale@acme.com>', '2026-11-03T10:00-05:00')
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  world.postmark.take()
  await world.note('grace will answer later', '2026-11-05T10:00-05:00')
  expect(world.postmark.take()[0]!.TextBody).not.toContain('Will Hale')
})
