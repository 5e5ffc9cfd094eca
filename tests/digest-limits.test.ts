import { expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { isSilent, World } from './support/world.ts'

/** Practice 3.2 and 3.3: what a letter may measure, whoever is in it. */
function expectFits({ Subject, TextBody, HtmlBody }: Sent): void {
  const withoutAgendas = TextBody.replace(/^AGENDA: [\s\S]*?\n\n/gm, '').replace(/^YOUR WEEK[\s\S]*/m, '')
  expect([...Subject].length).toBeLessThanOrEqual(60)
  expect(withoutAgendas.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(350)
  expect(TextBody.match(/^ ?\d+ {2}\S/gm)?.length ?? 0).toBeLessThanOrEqual(12)
  for (const line of TextBody.split('\n')) expect(line.length).toBeLessThanOrEqual(78)
  expect(HtmlBody.length).toBeLessThan(60_000)
}

const LONG = 'Maximiliana Philippa von und zu Hohenlohe Langenburg Weikers'
const COMPANY = 'w'.repeat(63)

/** Ann and 30 people of such names, all written to on Tue 3 Nov 2026. */
async function hostile(): Promise<World> {
  const world = new World()
  await world.join()
  for (let i = 0; i < 30; i++)
    await world.bcc(
      `${LONG} ${i} <p${i}@${COMPANY}${i}.com>`.replace(`${COMPANY}${i}`, `${COMPANY.slice(2)}${i + 10}`),
      '2026-11-03T10:00-05:00',
      {
        text: `${'word '.repeat(120)}I am desperate for [any job]`,
      },
    )
  return world
}

it('keeps within its limits, whatever people are called and however many wait', async () => {
  const world = await hostile()
  const first = (await world.morning('2026-11-12'))!
  expectFits(first)
  expect(first.TextBody).toContain('25 more follow-ups are waiting; they come as these clear.')
  const friday = (await world.morning('2026-11-13'))!
  const [, waiting] = /(\d+) more follow-ups are waiting/.exec(friday.TextBody)!
  expect(friday.TextBody).toMatch(new RegExp(`Next week: ${waiting} follow-ups`))
  for (const letter of [friday, (await world.morning('2026-11-16'))!, (await world.morning('2026-11-20'))!])
    expectFits(letter)
})

it('has no more than twelve numbers, questions too', async () => {
  const world = await hostile()
  for (let i = 0; i < 12; i++) {
    await world.note(`p${i}@${COMPANY.slice(2)}${i + 10}.com met nov 10`, '2026-11-10T10:00-05:00')
    await world.note(
      `p${i + 20}@${COMPANY.slice(2)}${i + 30}.com too busy right now`,
      '2026-11-10T11:00-05:00',
    )
  }
  const letter = (await world.morning('2026-11-11'))!
  expectFits(letter)
  expect(letter.TextBody).toMatch(/^CHECK$/m)
  expect(letter.TextBody).toMatch(/\d+ more thank-yous are waiting; they come as these clear\./)
})

it('names whom it gives up on tomorrow where there are many', async () => {
  const world = new World()
  await world.join()
  for (let i = 0; i < 14; i++) {
    const letter = 'abcdefghijklmn'[i]!
    const to = `${letter.toUpperCase()}${letter}ron Smith <${letter}@company${i}.com>`
    for (const on of ['2026-11-03', '2026-11-12', '2026-12-02']) await world.bcc(to, `${on}T09:00-05:00`)
    await world.note(
      `${letter}@company${i}.com called on nov 20 no answer, ${letter}@company${i}.com called on nov 23 no answer`,
      '2026-12-02T10:00-05:00',
    )
  }
  let letter: Sent | undefined
  for (const day of ['03', '04', '07', '08', '09', '10']) {
    const morning = await world.morning(`2026-12-${day}`)
    if (morning && /Moving on/.test(morning.TextBody)) letter ??= morning
  }
  expectFits(letter!)
  expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain('Moving on tomorrow from 9 more: ')
  expect(isSilent(await world.morning('2026-12-14'))).toBe(true)
})
