import { describe, expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { World } from './support/world.ts'

const table = (letter: Sent | undefined): Record<string, string> =>
  Object.fromEntries(
    [...(letter?.TextBody ?? '').matchAll(/^ {2}(\S.*?) {2,}(\S.*?) {2,}(\S.*)$/gm)].map(
      ([, label, week, four]) => [label!, `${week} | ${four}`],
    ),
  )

describe('the Friday review', () => {
  it('counts the week and the four weeks, as practice 3.7 defines them', async () => {
    const world = new World()
    await world.join('2026-10-26T09:00-04:00')
    await world.bcc('Grace Kim <grace@acme.com>', '2026-10-28T10:00-04:00')
    await world.bcc('Dev Patel <dev@halden.com>', '2026-11-03T10:00-05:00')
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-09T10:00-05:00')
    await world.note('called grace no answer', '2026-11-10T10:00-05:00')
    await world.note('met dev today', '2026-11-10T16:00-05:00')
    await world.bcc('Dev Patel <dev@halden.com>', '2026-11-11T09:00-05:00', {
      text: 'Thank you for your time yesterday.',
    })
    await world.note('applied acme designer', '2026-11-11T10:00-05:00')
    const letter = await world.morning('2026-11-13')
    expect(table(letter)).toMatchObject({
      'People first contacted': '0 | 2',
      'Attempts (emails / calls)': '1 / 1 | 3 / 1',
      'Meetings held': '1 | 1',
      'Thank-yous within a day': '1 of 1 | 1 of 1',
      'Networking / applications': '4 / 1 | 6 / 1',
    })
  })

  it('comes alone where nothing is due, and on Thursday where Friday is a holiday', async () => {
    const world = new World()
    await world.join('2026-12-14T09:00-05:00')
    expect((await world.morning('2026-12-18'))!.Subject).toBe('Fri 18 Dec: your week')
    for (const day of ['21', '22']) expect(await world.morning(`2026-12-${day}`)).toBeUndefined()
    // 24 December to 1 January are given to nobody's follow-up: the week ends on Wednesday.
    expect((await world.morning('2026-12-23'))!.Subject).toBe('Wed 23 Dec: your week')
  })

  it('is the only letter once nothing came from the user for two weeks; after six, one last', async () => {
    const world = new World()
    await world.join('2026-11-03T09:00-05:00')
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
    expect(await world.morning('2026-11-12')).toBeDefined()
    for (const day of ['17', '18', '19']) expect(await world.morning(`2026-11-${day}`)).toBeUndefined()
    const quiet = await world.morning('2026-11-20')
    expect(quiet!.TextBody).toContain(
      'Nothing logged in two weeks. "pause 2w", "got the job", or BCC the next one.',
    )
    const last = await world.morning('2026-12-17')
    expect(last!.TextBody).toContain('this is the last letter')
    for (const on of ['2026-12-18', '2026-12-21', '2026-12-23', '2027-01-08'])
      expect(await world.morning(on)).toBeUndefined()
    await world.bcc('Max Orr <max@tidal.example>', '2027-01-11T10:00-05:00')
    expect((await world.morning('2027-01-15'))!.Subject).toContain('your week')
  })
})
