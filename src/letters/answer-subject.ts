/** The subject of an answer to a mail, which may have none. */
export function answerSubject(subject: string): string {
  if (/^(?:re:\s*)*$/i.test(subject)) return 'Re: your mail'
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`
}
