/// <reference types="vite/types/importMeta.d.ts" />
import { expect, it } from 'vitest'
import type { LetterEvent } from '../../src/ingress/postmark-events.ts'
import type { Link } from '../../src/links.ts'
import { asked } from './asked.ts'
import { mails, words } from './mails.ts'
import { others } from './others.ts'

/** For each kind of mail, as a decision calls it, a scenario in which it comes and everything fails in turn. */
const MAILS: Record<string, string> = {
  announcement: 'to many',
  answer: "a contact's own mail, passed on by a program",
  application: 'to an address for applications',
  forward: "a contact's answer",
  forwarding: "Gmail's question whether it may pass mail on",
  held: 'one that nobody vouches for',
  invitation: 'an invitation',
  link: 'answered',
  'no recipient': 'to nobody whom one sees',
  note: 'a note of applications',
  outreach: 'to somebody new',
  reply: 'an answer with one command',
  report: 'a failure report',
}

const LINKS: Record<Link['is'], string> = {
  gesture: 'snoozed',
  undo: 'taken back',
  'let in': 'a held mail let in',
  own: 'an address said to be hers',
  confirm: 'its reader says so too, and the held mail is taken',
}

const EVENTS: Record<LetterEvent['is'], string> = {
  failed: 'a bounce',
  mended: 'an address that works again',
}

const sources = import.meta.glob<string>('../../src/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

it('tries each kind of mail that the source decides on', () => {
  const decided = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/nothing\(([^)]+)\)/g)].flatMap(([, kind]) => kind!.match(/(?<=')[\w ]+(?=')/g) ?? []),
  )
  expect([...new Set(decided)].sort()).toEqual(Object.keys(MAILS))
})

it('has a scenario for each kind of mail, link and event', () => {
  const scenarios = Object.keys({ ...mails, ...words, ...others, ...asked })
  expect(scenarios).toEqual(expect.arrayContaining(Object.values({ ...MAILS, ...LINKS, ...EVENTS })))
})
