import { MAX_PHRASE } from './frame.ts'
import { LANGUAGES } from './translations.ts'
import { WEEKDAYS } from './words.ts'

/**
 * What a phrase says in English if it is German, French, Spanish, Italian, Portuguese or Dutch: a translation for
 * every language that knows all of its words, none where none does. All translations that can be read must agree.
 * "Next friday" gives two, since in these languages it is the coming Friday to some and next week's to others.
 *
 * Words are put for words and read by the same rules as English, so that "nächste Woche" and "next week" are the
 * same Monday and nothing is understood in part (chrono-node reads "letzten Freitag" as the coming one).
 */
export function translations(phrase: string): string[] {
  if (phrase.length > MAX_PHRASE) return []
  const words = wordsOf(phrase)
  dictionaries ??= Object.values(LANGUAGES).map(dictionaryOf)
  const english = dictionaries.flatMap((dictionary) => {
    const translated = translate(words, dictionary)
    return translated ? [inOrder(translated)] : []
  })
  return [...new Set(english)].flatMap((text) =>
    NEXT_WEEKDAY.test(text) ? [text, text.replace(NEXT_WEEKDAY, 'coming $1')] : [text],
  )
}

type Dictionary = Map<string, string>
let dictionaries: Dictionary[] | undefined

const LONGEST_FORM = 4
const NEXT_WEEKDAY = new RegExp(`\\bnext (${WEEKDAYS.join('|')})\\b`)
const PERIOD = `${WEEKDAYS.join('|')}|week|month|year|weekend`
const AFTERTHOUGHT = new RegExp(`\\b(${PERIOD}) (next|last)\\b`)

function dictionaryOf(table: string): Dictionary {
  const entries = table
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return new Map(
    entries.flatMap((entry) => {
      const [english, forms] = entry.split('=')
      return forms!.split(' ').map((form) => [form.replaceAll('_', ' '), english!] as const)
    }),
  )
}

/** Words without accents, so that "marco" is Marco and not "março", ç is ss; "14h30", "14h" and "14 Uhr" as clock times, "1er" and "1º" as numbers. */
function wordsOf(phrase: string): string[] {
  return phrase
    .normalize('NFC')
    .replace(/ç/gi, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\b(\d{1,2})(?:er|o|e)\b/g, '$1')
    .replace(/\b(\d{1,2})h(\d\d)\b/g, '$1:$2')
    .replace(/\b(\d{1,2})h\b/g, '$1 oclock')
    .replace(/^(?:le|el|il|dia|am|den|de|op de) (\d{1,2})\.?$/, '$1th')
    .replace(/(\d)\.(?= )/g, '$1')
    .split(/[\s,!]+/)
    .filter((word) => word !== '')
}

/** The longest form first at every place; undefined where a word is in no form. Numbers stay. */
function translate(words: string[], dictionary: Dictionary): string[] | undefined {
  const english: string[] = []
  let known = 0
  for (let at = 0; at < words.length; ) {
    const form = longestForm(words, at, dictionary)
    if (form) {
      if (form.english !== '-') known = english.push(form.english)
      at += form.length
    } else if (/^\d|^oclock$/.test(words[at]!)) {
      if (words[at]!.endsWith('th')) known++
      english.push(words[at++]!)
    } else return undefined
  }
  return known > 0 ? english : undefined
}

function longestForm(words: string[], at: number, dictionary: Dictionary) {
  for (let length = LONGEST_FORM; length > 0; length--) {
    const english = at + length <= words.length && dictionary.get(words.slice(at, at + length).join(' '))
    if (english) return { english, length }
  }
  return undefined
}

/** "monday next" -> "next monday", "AGO 3 day" -> "3 day ago". */
function inOrder(words: string[]): string {
  return words
    .join(' ')
    .replace(AFTERTHOUGHT, '$2 $1')
    .replace(/^AGO (.+)$/, '$1 ago')
    .replace(/(\d) oclock (\d\d)$/, '$1:$2')
    .replace(/((?:at|day|tomorrow) \d+) hour$/, '$1 oclock')
}
