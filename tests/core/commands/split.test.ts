import { describe, expect, it } from 'vitest'
import { splitLine } from '../../../src/core/commands/split.ts'
import { context, effectOf } from './digest.ts'

describe('the parts of a line (practice 4.1, rule 2; 8 no. 10)', () => {
  const rows: [string, string[]][] = [
    ['5 done; 6 called', ['5 done', '6 called']],
    ['5, 6 & 8 done. 7 snooze 2d. 9 skip', ['5, 6 & 8 done.', '7 snooze 2d.', '9 skip']],
    ['5 done, 7 snooze 2d', ['5 done', '7 snooze 2d']],
    ['1-3 done, 4 tomorrow, drop the rest', ['1-3 done', '4 tomorrow', 'drop the rest']],
    ['snooze 5, 8 till monday', ['snooze 5, 8 till monday']],
    ['drop 8 and snooze 5 3d', ['drop 8', 'snooze 5 3d']],
    ['sent 5 and 8 yesterday', ['sent 5 and 8 yesterday']],
    ['6 called, no answer', ['6 called, no answer']],
    ['6 spoke, meeting fri 10', ['6 spoke', 'meeting fri 10']],
    ['5 done 6 called 7 lvm', ['5 done', '6 called', '7 lvm']],
    ['1) met 2) cancelled', ['1) met', '2) cancelled']],
    ['2. cancelled', ['2. cancelled']],
    ['4 meeting dec. 3 at 10 a.m. with Dr. Marsh', ['4 meeting dec. 3 at 10 a.m. with Dr. Marsh']],
    ['7 snooze til next wed. drop 8', ['7 snooze til next wed.', 'drop 8']],
    [
      'note 4: likes sailing, started at Ode. Really; 2019',
      ['note 4: likes sailing, started at Ode. Really; 2019'],
    ],
    ['note 4: likes sailing. 5 sent', ['note 4: likes sailing.', '5 sent']],
    ['grace wrote back, wants to talk in dec', ['grace wrote back, wants to talk in dec']],
    ['called marcus and lena, both voicemail', ['called marcus and lena, both voicemail']],
    ['4 meeting thu, 2 pm', ['4 meeting thu, 2 pm']],
    ['tell me at x.com or y.org', ['tell me at x.com or y.org']],
  ]
  for (const [line, parts] of rows) it(line, () => expect(splitLine(line, context())).toEqual(parts))

  it('keeps a second sentence as a note on the same person', () => {
    expect(effectOf('3 met. said call back after budget, try jan')).toEqual({
      facts: {
        3: [
          { type: 'met', on: '2026-11-16' },
          { type: 'noted', text: 'said call back after budget, try jan' },
        ],
      },
    })
    expect(effectOf('5 answered. Lovely person, knows the team lead')).toEqual({
      facts: { 5: [{ type: 'answered' }, { type: 'noted', text: 'Lovely person, knows the team lead' }] },
    })
  })

  it('goes on about the same person', () => {
    expect(effectOf('5 sent yesterday, snooze till friday')).toEqual({
      facts: {
        5: [
          { type: 'attempted', channel: 'email', on: '2026-11-16' },
          { type: 'snoozed', key: 'attempt 2', until: '2026-11-20' },
        ],
      },
    })
  })

  it('reads a line that the mail program broke as one', () => {
    const note = 'note 4: she knows the whole design team and would like to talk about the'
    expect(effectOf(`${note}\nway they hire juniors`)).toEqual({
      facts: { 4: [{ type: 'noted', text: `${note.slice(8)} way they hire juniors` }] },
    })
  })
})
