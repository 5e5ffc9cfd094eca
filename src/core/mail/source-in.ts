import type { Source } from '../practice/events.ts'

/** Where the user knows the contact from, by the words of their first email (practice 1, row 6). */
export function sourceIn(text: string): Source | undefined {
  const words = text.slice(0, MAX_CHARACTERS).replace(/\s+/g, ' ').replaceAll('’', "'")
  return PHRASES.find(([, phrase]) => phrase.test(words))?.[0]
}

const MAX_CHARACTERS = 20_000

/** The first that fits: who brought the two together says more than where they went to school. */
const PHRASES: [Source, RegExp][] = [
  [
    'intro',
    /\bintroduced (?:me|us)\b|\b(?:suggested|recommended|thought|said) (?:that )?I (?:should |might |could )?(?:write|reach out|contact|get in touch|talk|speak|email|call|connect)\b|\breferred me\b|\bput (?:me|us) in touch\b|\b(?:gave|passed) me your (?:name|email|number|contact|address)\b/i,
  ],
  [
    'lecturer',
    /\byour guest (?:lecture|talk|class)\b|\bguest (?:lecture|speaker)|\byour (?:lecture|talk) (?:in|to|at) (?:our|my)\b|\b(?:spoke|came|talked) to (?:our|my) (?:class|course|seminar|program)\b/i,
  ],
  [
    'professor',
    /\b(?:took|was in|am in|enjoyed|loved) your (?:\w+ ){0,3}(?:class|course|seminar)\b|\bstudent of yours\b|\bformer student\b/i,
  ],
  [
    'alumni',
    /\balum(?:n[aiu]s?|nae|s)?\b|\bclass of (?:'|19|20)\d\d|\bfellow (?:graduate|grad)\b|\bgraduated from the same\b|\bsame (?:college|university|school) as you\b/i,
  ],
  [
    'event',
    /\b(?:we met|met you|meeting you|spoke with you|talked with you|heard you speak|saw you speak) at\b|\byour booth\b/i,
  ],
  [
    'friend',
    /\b(?:family friend|friend of (?:my|mine|yours|our)|friends? with my|my (?:parents'|mother's|father's|mom's|mum's|dad's|sister's|brother's) (?:friend|neighbou?r|colleague))\b/i,
  ],
  [
    'company site',
    /\b(?:found|saw|got) your (?:name|address|email|contact|profile|page) on (?:the |your )?(?:\w+ ){0,2}(?:web ?site|site|staff page|team page)\b/i,
  ],
  [
    'news',
    /\bI(?:'ve| have)?(?: just| recently)? read (?:your|about (?:you|your))\b|\byour (?:article|op-ed|interview|column|podcast)\b|\b(?:saw|heard) you (?:on|in) the\b/i,
  ],
]
