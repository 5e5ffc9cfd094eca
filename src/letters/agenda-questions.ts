import type { Standing } from '../core/practice/standing.ts'

/** A question of an agenda and what it is for, in the order of TIARA (practice 3.6). */
export type Question = { text: string; is: string }

/** Five to seven in all (practice 1, row 21). */
const MAX_QUESTIONS = 7
/** Trend, insight and advice stay, however many questions the user has: advice is what a short meeting is cut to. */
const MIN_OWN = 3

/** The questions for a meeting: by what the contact is to the user, and then the user's own. */
export function questionsFor(standing: AboutContact, company: string | undefined): Question[] {
  const own = ownQuestions(standing.notes.map(({ text }) => text)).slice(0, MAX_QUESTIONS - MIN_OWN)
  return [...usual(standing, company).slice(0, MAX_QUESTIONS - own.length), ...own]
}

type AboutContact = Pick<Standing, 'notes' | 'role' | 'source' | 'meetings'>

const AGAIN: Question = { text: 'Since we spoke I did X. What next?', is: 'since then' }
const SCHOOL: Question = { text: 'How did you get from school to this?', is: 'path' }
const TREND: Question = { text: 'What has changed most in this work in the last year or two?', is: 'trend' }
const ADVICE: Question = { text: 'In my place, what would you do now to be hired for it?', is: 'advice' }
const CALL_BACK: Question = { text: 'Looking at my background, what stops a call-back?', is: 'advice' }
const RESOURCES: Question = { text: 'What should I read, join or learn first?', is: 'resources' }
const WORK: Question = { text: 'Which projects or skills will matter most next year?', is: 'assignments' }
const STOPS: Question = { text: 'What in my background stops a call-back?', is: 'feedback' }

function usual({ role = '', source, meetings }: AboutContact, company: string | undefined): Question[] {
  const first = meetings > 0 ? AGAIN : source === 'alumni' ? SCHOOL : TREND
  const insight = {
    text: `What surprised you about doing it${company ? ` at ${company}` : ''}?`,
    is: 'insight',
  }
  const advice = isRecruiter(role) ? CALL_BACK : ADVICE
  return [first, insight, advice, RESOURCES, /hiring/i.test(role) ? STOPS : WORK]
}

const isRecruiter = (role: string): boolean => /recruit|talent|sourcer/i.test(role)

/** Notes that are questions: "ask about the rotation program", "who runs the lab?". */
export const isOwnQuestion = (note: string): boolean => /^ask\b/i.test(note) || /\?$/.test(note.trim())

const ownQuestions = (notes: string[]): Question[] =>
  notes.filter(isOwnQuestion).map((note) => {
    const text = note.trim().replace(/^ask (?!about)(?:(?:her|him|them)\s+)?/i, '')
    return { text: capital(/[.?!]$/.test(text) ? text : `${text}.`), is: 'yours' }
  })

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
