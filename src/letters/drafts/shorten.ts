import { encode } from './percent.ts'

/**
 * The mail within `room` encoded characters. It loses whole sentences from the end of its middle, so that the
 * greeting and the name below it stay; where even those do not fit, it loses the end, between two words.
 */
export const shorten = (body: string, room: number): string => {
  const whole = body.split('\n\n')
  const paragraphs = whole.map(sentencesOf)
  const closing = whole.findLastIndex(isSignature)
  const middleEnd = closing > 0 ? closing : whole.length
  let size = encode(body).length
  for (let p = middleEnd - 1; p >= 0 && size > room; p--) {
    const sentences = paragraphs[p]!
    while (size > room && sentences.length > (p === 0 ? 1 : 0)) {
      sentences.pop()
      size = encode(join(paragraphs)).length
    }
  }
  return size <= room ? join(paragraphs) : firstWords(join(paragraphs), room)
}

const sentencesOf = (paragraph: string): string[] => paragraph.split(/(?<=[.?!]) /)

/** "With thanks,\nAnn" or "Ann": words that end no sentence. */
const isSignature = (paragraph: string): boolean =>
  /^[^.?!]*,\n/.test(paragraph) || !/[.?!:,"]$/.test(paragraph)

const join = (paragraphs: string[][]): string =>
  paragraphs
    .map((sentences) => sentences.join(' '))
    .filter(Boolean)
    .join('\n\n')

const firstWords = (text: string, room: number): string => {
  const words = text.split(/(?<=\s)/)
  let kept = ''
  let size = 0
  for (const word of words) {
    size += encode(word).length
    if (size > room) break
    kept += word
  }
  return kept.trimEnd()
}
