import { expect, it } from 'vitest'
import { World } from './support/world.ts'

/** Ann wrote to Grace, Marcus and Sofia on Tue 3 Nov 2026; Sofia answered, and Ann her. */
async function search(): Promise<World> {
  const world = new World()
  await world.join()
  for (const to of [
    'Grace Kim <grace@acme.com>',
    'Marcus Hale <marcus@northwind.com>',
    'Sofia Marsh <s@ode.com>',
  ])
    await world.bcc(to, '2026-11-03T10:00-05:00')
  await world.note('sofia answered\nanswered sofia', '2026-11-04T10:00-05:00')
  world.postmark.take()
  return world
}

/** What a note gets back, its lines joined. */
async function said(text: string, at = '2026-11-05T10:00-05:00', subject = 'note'): Promise<string> {
  const world = await search()
  await world.note(text, at, { subject })
  const [receipt] = world.postmark.take()
  return `${receipt!.Subject}: ${receipt!.TextBody.replace(/\s+/g, ' ')}`
}

it('says what was noted as a note, and needs no heading for one thing', async () => {
  expect(await said('note grace: likes sailing')).toMatch(
    /^Re: note: Done\. Noted for Grace Kim: "likes sailing"\. To/,
  )
})

it('says once that a line was not understood', async () => {
  expect(await said('grace blorp')).toMatch(
    /^Re: note: Nothing was changed\. NOT DONE "grace blorp" was not understood\. A/,
  )
})

it('quotes a promise, whatever its words are', async () => {
  expect(await said('grace promised to send her list by wed')).toContain(
    'Grace Kim: a promise, "send her list", for Wed 11 Nov.',
  )
})

it('promises no nudge to somebody who is away', async () => {
  expect(await said('sofia ooo until dec 1')).toContain(
    'Sofia Marsh: away until Tue 1 Dec. Next: a nudge on Tue 1 Dec.',
  )
})

it('says what follows a bounce once', async () => {
  expect(await said('grace bounced')).toContain('send the right address. To take this back')
})

it.each(['', 'Re:', 're: Re: '])('has a subject where the mail had "%s"', async (subject) => {
  expect(await said('grace answered', undefined, subject)).toMatch(/^Re: your mail: Done/)
})

it('gives the words without offering them again', async () => {
  const help = await said('help')
  expect(help).toContain('Here it is. Begin with a number of the digest')
  expect(help).not.toContain('Answer "help"')
})

it('has nothing to take back of somebody of whom nothing happened in two weeks', async () => {
  expect(await said('undo grace', '2026-11-25T10:00-05:00')).toContain('There was nothing to take back.')
})
