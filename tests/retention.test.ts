import { describe, expect, it } from 'vitest'
import { snapshot } from './support/snapshot.ts'
import { numberOf, World } from './support/world.ts'

// What goes by itself while its user stays (docs/operations.md): each thing is there on its last day, and gone after.

const tags = (tests: string, spf = '') => ({ 'X-Spam-Tests': tests, ...(spf && { 'Received-SPF': spf }) })
const UNPROVEN = tags('DKIM_SIGNED,DKIM_INVALID,SPF_NONE')
const REFUTED = tags(
  'SPF_FAIL',
  'Fail (by SPF) identity=mailfrom; envelope-from=ann@gmail.com; helo=mx.example',
)

/** Ann until Thu 12 Nov, with a held mail, a question, a digest, and an answer that can be undone. */
async function thursday() {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00', { id: 'first@gmail.com' })
  await world.mail({ subject: 'Hello there', to: '', text: 'To you.', at: '2026-11-09T10:00-05:00' })
  await world.bcc('Lia Wu <lia@wu.example>', '2026-11-09T10:00-05:00', { headers: UNPROVEN })
  await world.note('drop all', '2026-11-09T10:00-05:00', { headers: REFUTED })
  const letter = (await world.morning('2026-11-12'))!
  await world.answer(letter, `${numberOf(letter, 'Grace Kim')} snooze 90d`, '2026-11-12T08:00-05:00')
  return { world, letter }
}

/** Whether the row of a table that fits is there. */
async function has(table: string, what: RegExp): Promise<boolean> {
  return (await snapshot())[table]!.some((row) => what.test(JSON.stringify(row)))
}

describe('what is stored', () => {
  it('for "undo" goes after 14 days, with a morning', async () => {
    const { world } = await thursday()
    await world.morning('2026-11-25')
    expect(await has('mails', /"undo":"{.*snooze/)).toBe(true)
    await world.morning('2026-11-30')
    expect(await has('mails', /"undo":"{.*snooze/)).toBe(false)
  })

  it('of a mail that is held goes after 30 days', async () => {
    const { world } = await thursday()
    await world.tick('2026-12-09T10:00-05:00')
    expect(await has('held_mails', /lia@wu\.example/)).toBe(true)
    await world.tick('2026-12-09T11:00-05:00')
    expect(await has('held_mails', /lia@wu\.example/)).toBe(false)
  })

  it('of letters, their numbers, and questions that nobody answered goes after 90 days', async () => {
    const { world, letter } = await thursday()
    for (const on of ['2026-12-10', '2027-01-10']) await world.note('list', `${on}T10:00-05:00`)
    await world.morning('2027-01-15')
    await world.tick('2027-02-07T10:00-05:00')
    expect(await has('questions', /Hello there/)).toBe(true)
    await world.tick('2027-02-07T11:00-05:00')
    expect(await has('questions', /Hello there/)).toBe(false)
    await world.tick('2027-02-10T07:00-05:00')
    expect(await has('outbox', /digest 2026-11-12/)).toBe(true)
    await world.tick('2027-02-10T08:00-05:00')
    expect(await has('outbox', /digest 2026-11-12/)).toBe(false)
    await world.answer(letter, '1 answered', '2027-02-10T09:00-05:00')
    expect(world.postmark.take()[0]!.TextBody).toContain('Grace Kim: answered')
    await world.morning('2027-02-11')
    expect(await has('digests', /2026-11-12/)).toBe(false)
    expect(await has('digests', /2027-01-15/)).toBe(true)
    await world.answer(letter, '1 answered\nnote grace: likes tea', '2027-02-11T09:00-05:00', {
      headers: tags('DKIM_VALID_AU'),
    })
    const receipt = world.postmark.take()[0]!.TextBody.replace(/\s+/g, ' ')
    expect(receipt).toContain('There is no 1 in that letter, which is no longer kept here; say the name.')
    expect(receipt).toContain('likes tea')
  })

  it('as counts of refusals goes after a year', async () => {
    const { world } = await thursday()
    await world.tick('2027-11-09T08:00-05:00')
    expect(await has('refusals', /2026-11-09.*forged/)).toBe(true)
    await world.tick('2027-11-10T08:00-05:00')
    expect(await has('refusals', /2026-11-09.*forged/)).toBe(false)
  })

  it('of the search itself stays: people, what happened, ids and subjects of mails', async () => {
    const { world } = await thursday()
    for (let on = Date.parse('2026-12-01'); on < Date.parse('2028-01-01'); on += 30 * 86_400_000) {
      const day = new Date(on).toISOString().slice(0, 10)
      await world.note('list', `${day}T10:00-05:00`)
      await world.tick(`${day}T11:00-05:00`)
    }
    expect(await has('events', /"snoozed"/)).toBe(true)
    expect(await has('mails', /first@gmail\.com.*"Advice"/)).toBe(true)
  })
})
