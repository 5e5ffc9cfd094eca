/** A word of a part, as typed and as compared. */
export type Word = {
  /** As typed, with its punctuation. */
  text: string
  /** Lower case, without the punctuation around it and without apostrophes: "didnt". */
  low: string
  /** Where it begins in the part. */
  at: number
  /** Ends with a comma, or is set off by a dash or colon: what follows is another thought. */
  ends?: ',' | '-'
}

/** The words of a part. A dash alone is no word; it marks the one before it. */
export function wordsOf(part: string): Word[] {
  const words: Word[] = []
  for (const match of part.matchAll(/\S+/g)) {
    const text = match[0]
    const before = words.at(-1)
    if (/^[-–—:=>]+$/.test(text)) {
      if (before) before.ends = '-'
      continue
    }
    const low = text
      .toLowerCase()
      .replace(/[’‘`']/g, '')
      .replace(/^[^\p{L}\p{N}+?]+|[^\p{L}\p{N}/?]+$/gu, '')
      .replace(/(?<=[^?])\?+$/, '')
    if (!low) continue
    const ends = /,["')]*$/.test(text) ? ',' : /[:–—-]$/.test(text) ? '-' : undefined
    words.push({ text, low, at: match.index, ends })
  }
  return words
}

/** Compares as the table's words do: lower case, no apostrophes. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘`']/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Whether `typed` is a slip for `word` (practice 4.1, rule 4): one edit for words of 4 or 5 letters, two from 6 on,
 * two neighbours swapped being one. Never for short words, for what has digits, for what is a word by itself, or for
 * one that begins with another letter ("bailed" is not "mailed").
 */
export function isSlip(typed: string, word: string): boolean {
  if (typed === word || word.length < 4 || !/^\p{L}+$/u.test(typed) || typed.length < 3) return false
  const isSwapped = typed[0] === word[1] && typed[1] === word[0]
  if (typed[0] !== word[0] && !isSwapped) return false
  if (ORDINARY.has(typed)) return false
  return distance(typed, word) <= (word.length >= 6 ? 2 : 1)
}

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** 5 for "5", "five"; undefined for what is no item's number. */
export function numberOf(low: string): number | undefined {
  if (/^\d{1,2}$/.test(low)) return Number(low)
  const word = NUMBERS.indexOf(low)
  return word > 0 ? word : undefined
}

/** Whether a word means itself, though it stands near a command's: it is no slip, and nobody's name. */
export const isOrdinary = (low: string): boolean => ORDINARY.has(low) || SMALL.has(low)

// Small words, times and things that nobody is called.
const SMALL = new Set(
  `i me my mine you your yours he his she hers they theirs we us our ours am be been being do does did has have had will
  shall may might must can could would should the a an this these those some any both each few many much more most at by
  of off into onto over per via like as if or nor so such very too rather quite twice once always sometimes often soon
  already still yet ever away around back down up about between during since till tomorrow yesterday tonight mornings
  afternoon evening noon midnight week weekend jan feb mar apr may jun jul aug sep sept oct nov dec january february
  march april june july august september october november december mon tue tues wed thu thur thurs fri sat sun people
  everybody somebody someone nobody anyone number phone office desk work school home boss team details questions files
  info link slides deck cv portfolio application form stuff things nothing something anything everything different
  first second third couple half hour mail voice mails texts status lately straight whole entire big small quick short
  nice fine bad happy glad sure able free available lol yay ugh argh hooray woohoo finally sadly luckily`.split(
    /\s+/,
  ),
)

// English words that stand an edit or two from a command word, and mean themselves.
const ORDINARY = new Set(
  `went tent cent send sends spent gone none one dont dine done bone cone tone cell tall ball fall hall wall bell card
  cards care hard hold cold old gold sold bold fold stay stare stars start started not nose nope vote notes tote wrote
  ship slip deep seep weep kept last lost lift lists loved love move moves mover some name sane came game save write
  writes white thanks thank thankful friend friends looked cooked booker book books hooked tested tasted missing misses
  kissed walked walks talks talk taken failed nailed sailed because cause clause expert report reports expect call
  calls calling cancel answer answers anyone reply replies recall emails email mail mails mean meat seat neat feet
  meets adds and odd aid ask task mask asks asked said sad add made make mind find kind kids then them than this that
  tells tell test text next history story mystery please places pleased place paused passed past posted poster pasted
  costed meeting meetings eating heating greeting better letter later late water after before never over ever every
  other others another should would could where there their these those which while thing things think thinks again
  against great right might night light today monday tuesday wednesday thursday friday saturday sunday week weeks month
  months year years day days house hours hour about above around people person company companies office offer offered
  interesting interested internet interns promise promises premise planned plan plane plants reached reads reader ready
  really recent received receive resume resumes return returned stopped step steps still skill skype snore closed close
  clothes chose choose dropped drops drip crop dropbox connect connects picked pickled forgot forget forgets forged told toll bold mold sorry worry party
  market marked remark remarks agents agency intro intros outro under understand until unless busy buses best west rest
  help helped helps held hell hello kelp state status stats stars touch touched tough couch couple double trouble`.split(
    /\s+/,
  ),
)

/** Edits between two words, two neighbours swapped being one; 3 where there are more. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
