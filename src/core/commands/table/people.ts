import { takeAddress, takeSource } from '../arguments.ts'
import { isFiller } from '../chatter.ts'
import { type Command, give, just, type Said } from '../command.ts'
import { personOf } from '../pointed.ts'
import { gone } from './gone.ts'

/** Who somebody is, and who does not belong here (practice 1, rows 4 and 6; 4.2, 91 and 92). */
export const people: Command[] = [
  {
    verb: 'described',
    words: 'is a, is an, is the, is head, is now, is at, works at, works for, now at, is with, role, title',
    isExact: true,
    target: 'needed',
    namesOthers: true,
    syntax: 'Priya is head of design at Acme',
    help: 'role and company',
    read: readRole,
  },
  {
    verb: 'note',
    words:
      'left the company, has left the company, left, has left, left … job, retired, has retired, is retired, no longer at, is no longer at, no longer with, is no longer with, no longer works, no longer works at, no longer works there, doesnt work there, doesnt work at, does not work there, not there anymore, changed jobs, changed job, has a new job, got a new job, got laid off, was laid off, was fired, got fired, quit, has quit, quit … job',
    isExact: true,
    target: 'needed',
    namesOthers: true,
    follows: true,
    syntax: '5 left the company',
    help: 'kept as a note, and the new address asked for',
    read: readGone,
  },
  {
    verb: 'described',
    words: 'company, company is',
    isExact: true,
    target: 'needed',
    namesOthers: true,
    syntax: '4 company: Ode',
    help: 'where they work',
    read: (said) => (said.rest ? give({ verb: 'described', company: clean(said.rest) }) : undefined),
  },
  {
    verb: 'described',
    words:
      'source, source of, source is, alum, alumni, alumna, alumnus, friend, family friend, family, mentor, prof, professor, lecturer, classmate, recruiter, hiring manager, is alum, is alumni',
    isExact: true,
    target: 'needed',
    namesOthers: true,
    syntax: '3 alum',
    help: 'where you know them from',
    read: (said) => {
      if (/recruiter|hiring/.test(said.phrase))
        return give({ verb: 'described', role: said.phrase }, said.rest)
      const found = takeSource(said.phrase.startsWith('source') ? said.rest : said.phrase)
      return (
        found &&
        give({ verb: 'described', source: found.source }, said.phrase.startsWith('source') ? '' : said.rest)
      )
    },
  },
  {
    verb: 'ignore',
    words: 'ignore, never log, dont log',
    target: 'optional',
    syntax: 'ignore mom@gmail.com',
    help: 'never logged again',
    read: (said) => {
      if (said.targets.length) return give({ verb: 'ignore' })
      const found = takeAddress(said.rest)
      return found && give({ verb: 'ignore', targets: [{ newPerson: { address: found.address } }] })
    },
  },
  {
    verb: 'unignore',
    words: 'unignore, stop ignoring, log again',
    target: 'needed',
    syntax: 'unignore mom@gmail.com',
    help: 'logged again',
    read: just({ verb: 'unignore' }),
  },
  {
    verb: 'forget',
    words: 'forget, erase, delete, forget about',
    isExact: true,
    target: 'needed',
    syntax: 'forget Ellen',
    help: 'asks you, then erases everything about a person',
    read: just({ verb: 'forget' }),
  },
  {
    verb: 'forget all',
    words:
      'delete everything, erase everything, delete my account, delete my data, forget everything, forget me',
    isExact: true,
    target: 'none',
    syntax: 'delete everything',
    help: 'asks you, then erases all your data',
    read: (said) => (isFiller(said.rest) ? give({ verb: 'forget all', targets: [] }) : undefined),
  },
]

/** "left" alone, or of the company; not "left me a message". */
function readGone(said: Said) {
  const { phrase, rest, targets, context } = said
  const place = rest
    .replace(/\b(?:there|anymore|any more|now|last \w+|in \w+|recently)\b|[.,!\s]+$/gi, '')
    .trim()
  const companies = targets.map((t) => ('contact' in t ? personOf(t.contact, context)?.company : undefined))
  const isPlace = companies.some((company) => company?.toLowerCase() === place.toLowerCase())
  if (/left$/.test(phrase) && place && !isPlace) return undefined
  return gone(said, { verb: 'note', text: `${phrase} ${rest}`.trim() })
}

/** "is a recruiter", "is head of design at Acme", "works at Ode". Else it describes nothing ("is the best"). */
function readRole(said: Said) {
  const text = clean(said.rest)
  if (!text) return undefined
  const isNewJob = /\bnow\b/.test(said.phrase) ? { isNewJob: true as const } : {}
  if (/^(is at|works at|works for|now at|is with)$/.test(said.phrase))
    return give({ verb: 'described', company: text, ...isNewJob })
  const [, role, company] = /^(.+?)(?:\s+(?:at|of the|with|for|@)\s+(\p{Lu}.*|\S+))?$/u.exec(text) ?? []
  const whole = said.phrase === 'is head' ? `head ${role}` : role!
  if (said.phrase.startsWith('is') && !company && !TITLE.test(whole)) return undefined
  return give({ verb: 'described', role: whole, ...(company && { company, ...isNewJob }) })
}

const TITLE =
  /\b(recruiter|manager|director|head|lead|engineer|designer|founder|ceo|cto|cfo|vp|president|partner|analyst|consultant|professor|lawyer|editor|producer|researcher|scientist|officer|coordinator|associate|developer|teacher|nurse|doctor|writer|planner|architect|owner)\b/i

const clean = (text: string): string =>
  text
    .replace(/^[\s:,=-]+|[\s.,!]+$/g, '')
    .replace(/^(is|now)\s+|\s+now$/gi, '')
    .trim()
