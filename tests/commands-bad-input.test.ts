import { describe, expect, it } from 'vitest'
import { snapshot } from './support/snapshot.ts'
import { tuesday } from './support/tuesday.ts'
import { type Mail, World } from './support/world.ts'

/** What a reply under the digest of Tue 17 Nov is answered by, without its line breaks. */
async function receiptOf(text: string, before?: string): Promise<string> {
  const { world, letter } = await tuesday()
  if (before) await world.note(before, '2026-11-17T08:30-05:00', { id: 'before@gmail.com' })
  world.postmark.take()
  const response = await world.answer(letter, text, '2026-11-17T09:00-05:00', { id: 'reply@gmail.com' })
  expect(response.status).toBe(200)
  const [receipt, ...others] = world.postmark.take()
  expect(others).toEqual([])
  return (receipt?.TextBody ?? '').replace(/\s+/g, ' ')
}

describe('a reply that cannot all be carried out gets a sentence for what it cannot, and the rest done', () => {
  it.each([
    ['an unknown number', '15 done', "There is no 15 in Tuesday's digest."],
    ['two people of one name', 'jo answered', '"jo" could be Jo Beck'],
    ['a date in the past for a future verb', '4 snooze until nov 3 2026', 'past'],
    ['a date to come for a past verb', '3 met tomorrow', 'is still to come'],
    ['no verb', '4 blorp', '"4 blorp" was not understood.'],
    ['a missing date', '4 meeting', 'meeting'],
    ['an introducer who is nobody', 'keep', 'nothing'],
  ])('%s', async (_, line, sentence) => {
    const receipt = await receiptOf(`${line}\n5 sent`)
    expect(receipt).toMatch(/^Done, but for one line\. DONE/)
    expect(receipt).toContain(sentence === 'nothing' ? 'keep' : sentence)
    expect(receipt).toContain('Grace Kim: email sent.')
  })

  it('a command on a closed line', async () => {
    expect(await receiptOf('8 snooze 3d\n5 sent', 'drop ellen')).toContain(
      '8 (Ellen Ward) was already taken care of; nothing changed.',
    )
    expect(await receiptOf('drop ellen\n5 sent', 'drop ellen')).toMatch(/already/)
  })

  it('a note of 10,000 characters is cut, and says so', async () => {
    const receipt = await receiptOf(`note 4: ${'word '.repeat(2000)}\n5 sent`)
    expect(receipt).toContain('The note was longer than 2,000 characters; the rest was left out.')
    expect(receipt).toContain('Grace Kim: email sent.')
  })

  it('a reply with 200 lines is done, and one with more up to there', async () => {
    const lines = Array.from({ length: 201 }, (_, i) => `note 4: fact ${i}`)
    const receipt = await receiptOf(lines.join('\n'))
    expect(receipt).toContain('Noted for Sofia Marsh: "fact 199".')
    expect(receipt).not.toContain('noted "fact 200"')
    expect(receipt).toContain('Only the first 200 lines were read.')
  })

  it('200 lines of nothing are not read to their end', async () => {
    const receipt = await receiptOf(`5 sent\n${'4 blorp\n'.repeat(200)}`)
    expect(receipt).toContain('Grace Kim: email sent.')
    expect(receipt).toMatch(/the other \d+ were not read|lines were read/)
  })
})

describe('what has its effect on a person alone', () => {
  it.each([
    ['warm 7', 'Lena Fox: plan: warm.'],
    ['7 email only', 'Lena Fox: plan: email only.'],
    ['7 number 617 555 0100', 'Lena Fox: phone 617 555 0100.'],
    ['touch every 30 days noor', 'Noor Aziz'],
  ])('%s', async (line, says) => {
    expect(await receiptOf(line)).toContain(says)
  })
})

describe('the address of somebody who is known makes nobody new, and keeps no mail from being taken, where it stands', () => {
  const added = 'add Zed Quux grace@acme.com'
  const sixty = Array.from({ length: 60 }, (_, i) => `p${i}@acme.com`).join(' ')
  it.each<[string, Partial<Mail> & { text: string }]>([
    ['in the subject', { subject: added, text: '' }],
    ['in a mail of HTML alone', { text: '', html: `<p>${added}</p>` }],
    ['in HTML that breaks it', { text: '', html: '<p>add Zed Quux grace<wbr>@acme.com</p>' }],
    ['in HTML as an entity', { text: '', html: '<p>add Zed Quux grace&#64;acme.com</p>' }],
    ['with an apostrophe', { text: "add Zed Quux o'brien@acme.com" }],
    ['with letters of its own', { text: 'add Zed Quux ue@m\u00fcller.de' }],
    ['before a full stop', { text: `${added}.` }],
    ['behind sixty others', { text: `note pat: ${sixty}\n${added}` }],
  ])('%s', async (_, { text, ...more }) => {
    const world = new World()
    await world.join()
    const people = "G. Kim <grace@acme.com>, Pat <o'brien@acme.com>, Ue <ue@m\u00fcller.de>"
    await world.bcc(people, '2026-11-03T10:00-05:00')
    expect((await world.note(text, '2026-11-03T11:00-05:00', more)).status).toBe(200)
    expect((await snapshot()).contacts).toHaveLength(3)
  })
})
