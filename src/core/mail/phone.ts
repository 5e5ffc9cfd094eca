/**
 * The phone number in a mail's signature: in its last lines, with a country code or three groups of digits, and no
 * fax. Undefined where there is none that is plainly one.
 */
export function phoneIn(text: string): string | undefined {
  const lines = text.split('\n').slice(-SIGNATURE_LINES)
  for (const line of lines) {
    if (line.length > 120 || /\bfax\b/i.test(line)) continue
    const match = NUMBER.exec(line)
    const digits = match?.[0].replace(/\D/g, '') ?? ''
    if (match && digits.length >= 9 && digits.length <= 15) return match[0].trim()
  }
  return undefined
}

const SIGNATURE_LINES = 15

/** "+44 20 7946 0958", "(617) 555-0142", "617.555.0142"; no date, no plain run of digits. */
const NUMBER = /\+\d[\d ().-]{7,18}\d|\(\d{3}\) ?\d{3}[ .-]\d{4}|\b\d{3}[ .-]\d{3}[ .-]\d{4}\b/
