/** A word to tap: "Draft", "Answered", "Snooze". Only the HTML part shows it; in text it could not be tapped. */
export type Link = { word: string; href: string }

/**
 * One obligation, one number, one gesture (practice 3.3). Both parts say
 * "Call Marcus Hale, Northwind, 555 0142. Emails 3 and 12 Nov.":
 * verb, name, company, phone, `end`, and then the reason.
 */
export type Line = {
  /** What the user's reply calls it; none where there is nothing to say of it. */
  n?: number
  /** Before the name: "Call", "Coffee with". */
  verb?: string
  name: string
  company?: string
  /** A number to dial, as the user wrote it. */
  phone?: string
  /** Ends the first sentence: "?" or " Thu 19 Nov 3 pm?". A full stop where it is left out. */
  end?: string
  /** The facts, as whole sentences: "No answer logged to Fri 6 Nov. Email 2 of 3, attempt 2 of 5." May be ''. */
  reason: string
  /** At most three. */
  links: Link[]
}

/** Numbered lines under a heading in capitals ('' for none), and the sentences below that have no number. */
export type Section = { heading: string; lines: Line[]; after: string[] }

/** An agenda: its heading ('' for none), then lines that stay lines (practice 3.6). */
export type Block = string[]

/** The numbers of a week (practice 3.7). A row is a label and one value for each column. */
export type Table = { heading: string; columns: string[]; rows: string[][] }

/**
 * What a letter says, top to bottom. `asText` and `asHtml` make the two parts of one letter from it, so that both
 * always say the same. In every list of sentences, a string is a paragraph or line of its own.
 */
export type Page = {
  /** Paragraphs. The first one is also what an inbox shows beside the subject. */
  opening: string[]
  sections: Section[]
  blocks: Block[]
  tables?: Table[]
  /** Lines close together ("Logged since yesterday: ..."); '' leaves a gap. */
  closing: string[]
  /** How to answer and how to stop. Commands are quoted within a sentence. */
  footer: string[]
  /** Where one tap ends all letters; the HTML footer links it. In text the footer's "stop" does that. */
  unsubscribe?: string
}

/** A page of what is given and nothing else: a receipt, a notice, a welcome. */
export const page = (parts: Partial<Page>): Page => ({
  opening: [],
  sections: [],
  blocks: [],
  closing: [],
  footer: [],
  ...parts,
})
