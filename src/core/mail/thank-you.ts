/** Whether a mail thanks for a meeting (practice 2.4, rule 8): for the time, the talk, the advice; not in advance. */
export const isThankYou = (text: string): boolean => {
  const words = text.toLowerCase().replace(/[\s’']+/g, (space) => (/\s/.test(space) ? ' ' : "'"))
  return (THANKS.test(words) || PLEASURE.test(words)) && !NOT_YET.test(words)
}

/** Whether it says thank you at all. */
export const saysThanks = (text: string): boolean => /\bthank/i.test(text)

/** Whether it asks for a talk: then it is outreach, whatever it thanks for. */
export const asksForTime = (text: string): boolean =>
  text.includes('?') &&
  /\b(?:15|fifteen|ten|20|twenty) minutes\b|\ba (?:quick )?(?:call|chat)\b|\bcoffee\b/i.test(text)

/** Whether it asks for an introduction (practice 1, row 29). */
export const asksForIntroduction = (text: string): boolean =>
  /\b(?:an |any )?introductions?\b|\bintroduce me\b|\b(?:any|some)(?:one|body)(?: else)? (?:comes|occurs|springs) to (?:you|mind)\b|\bwhom? (?:else )?I (?:should|could|might) (?:speak|talk|meet)\b/i.test(
    text,
  )

const THANKS =
  /\bthank(?:s|\s+you)\b[^.!?]{0,80}\b(?:your time|taking the time|meeting|speaking|talking|chatting|the call|the chat|coffee|advice)\b/
const PLEASURE =
  /\b(?:great|good|nice|lovely|enjoyed|pleasure)\b[^.!?]{0,30}\b(?:meeting|talking|speaking|chatting|conversation)\b/
const NOT_YET =
  /\bin advance\b|\bfor considering\b|\blook(?:ing)? forward to (?:meeting|speaking|talking)\b|\bgetting back to me\b/
