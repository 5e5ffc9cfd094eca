/** One `method=result` of an Authentication-Results header with its properties: `smtp.mailfrom`, `header.d` ... */
export type AuthResult = { method: string; result: string; properties: Map<string, string> }

/** An Authentication-Results header (RFC 8601 section 2.2); undefined where it cannot be read. */
export type AuthResults = { server: string; results: AuthResult[] }

/**
 * Reads the header by its grammar. Comments go first: they quote what the sender chose, "dmarc=pass" for one. A part
 * that is no `method=result` is left out; nothing is ever searched for in the whole text.
 */
export function readAuthResults(value: string): AuthResults | undefined {
  const [first = '', ...parts] = splitOutsideQuotes(withoutComments(value), ';')
  const server = /^\s*([\w.-]+)(?:\s+\d+)?\s*$/.exec(first)?.[1]
  if (!server) return undefined
  return { server: server.toLowerCase(), results: parts.flatMap(readResult) }
}

function readResult(part: string): AuthResult[] {
  const [head = '', ...rest] = splitOutsideQuotes(part.trim(), ' ')
  const [, method, result] = /^([a-z-]+)(?:\/\d+)?=([a-z]+)$/i.exec(head) ?? []
  if (!method || !result) return []
  const properties = new Map<string, string>()
  for (const property of rest) {
    const [, name, value] = /^([a-z]+\.[\w-]+)=(.+)$/i.exec(property) ?? []
    // Named twice it says nothing.
    if (name && value)
      properties.set(name.toLowerCase(), properties.has(name.toLowerCase()) ? '' : plain(value))
  }
  return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties }]
}

const plain = (value: string): string => value.replace(/^"(.*)"$/, '$1').toLowerCase()

/** Comments may nest (RFC 5322 section 3.2.2) and stand nowhere within quotes. An open one swallows the rest. */
export function withoutComments(text: string): string {
  let kept = ''
  let depth = 0
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '\\') {
      if (depth === 0) kept += char + (text[i + 1] ?? '')
      i++
    } else if (char === '"' && depth === 0) {
      isQuoted = !isQuoted
      kept += char
    } else if (char === '(' && !isQuoted) depth++
    else if (char === ')' && !isQuoted && depth > 0) depth--
    else if (depth === 0) kept += char
  }
  return kept
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts = ['']
  let isQuoted = false
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted
    if (char === separator && !isQuoted) parts.push('')
    else parts[parts.length - 1] += char
  }
  return separator === ' ' ? parts.filter(Boolean) : parts
}
