import { decodeEntities } from './html-entities.ts'
import { MAX_CHARACTERS, MAX_LINE, MAX_LINES, type MailLine, visible } from './mail-lines.ts'

/**
 * The lines that a text/html body shows, within the limits of `MailLine`, with what its elements say of
 * quotes, attributions and signatures. Nothing is left out for being quoted: Gmail puts answers typed between
 * quoted lines inside its quote element. A table row is one line, its cells a space apart.
 */
export async function htmlLines(html: string): Promise<MailLine[]> {
  const page = newPage()
  const rewriter = new HTMLRewriter()
    .on('*', { element: (element) => open(page, element) })
    .onDocument({ text: (chunk) => write(page, chunk.text, chunk.lastInTextNode) })
  try {
    await rewriter.transform(new Response(start(html))).arrayBuffer()
  } catch {
    // Too much for the parser: what was read until there stands.
  }
  endLine(page)
  return page.lines
}

/**
 * Stops 16,000 elements, one in the other, each of which costs a call: what comes after is not read. Word's
 * most verbose replies have some 1,200 tags.
 */
export const MAX_TAGS = 5000

type Mark = MailLine['mark'] | 'quote' | 'hidden'

/** An open element and what holds inside it, its ancestors' included. */
type Open = {
  tag: string
  isBlock: boolean
  isPre: boolean
  isHidden: boolean
  depth: number
  mark: MailLine['mark']
}

type Page = {
  lines: MailLine[]
  line: string
  chunk: string
  stack: Open[]
  /** An element was seen under which everything is the letter that is answered. */
  isRest: boolean
}

const OUTSIDE: Open = { tag: '', isBlock: false, isPre: false, isHidden: false, depth: 0, mark: undefined }

const newPage = (): Page => ({ lines: [], line: '', chunk: '', stack: [], isRest: false })

const innermost = (page: Page): Open => page.stack.at(-1) ?? OUTSIDE

/** The body up to the first limit it meets. */
function start(html: string): string {
  let at = -1
  for (let tags = 0; tags < MAX_TAGS; tags++) {
    at = html.indexOf('<', at + 1)
    if (at < 0 || at >= MAX_CHARACTERS) return html.slice(0, MAX_CHARACTERS)
  }
  return html.slice(0, at)
}

function open(page: Page, element: Element): void {
  const tag = element.tagName
  if (CLOSED_BY_ITSELF.has(tag) && innermost(page).tag === tag) close(page, innermost(page))
  const isBlock = BLOCK.has(tag)
  if (isBlock || tag === 'br') endLine(page, tag === 'br')
  if (tag === 'td' || tag === 'th') page.line += ' '
  if (isAboveRest(tag, element)) {
    endLine(page)
    page.isRest = true
  }
  if (VOID.has(tag)) return
  const entry = within(innermost(page), tag, isBlock, markOf(tag, element))
  try {
    element.onEndTag(() => close(page, entry))
    page.stack.push(entry)
  } catch {
    // An element without an end, such as a self-closing one of SVG: it holds no text.
  }
}

const within = (outer: Open, tag: string, isBlock: boolean, mark: Mark): Open => ({
  tag,
  isBlock,
  isPre: outer.isPre || tag === 'pre',
  isHidden: outer.isHidden || mark === 'hidden',
  depth: outer.depth + (mark === 'quote' ? 1 : 0),
  mark:
    mark === 'quote' || mark === 'hidden' || mark === undefined || outer.mark === 'signature'
      ? outer.mark
      : mark,
})

/** Closes an element and whatever in it was left open. An end tag whose element is closed does nothing. */
function close(page: Page, entry: Open): void {
  const at = page.stack.lastIndexOf(entry)
  if (at < 0) return
  if (page.stack.slice(at).some(({ isBlock }) => isBlock)) endLine(page)
  page.stack.length = at
}

function write(page: Page, chunk: string, isLast: boolean): void {
  page.chunk += chunk
  if (!isLast) return
  // HTMLRewriter hands over text as written: an entity may lie across two chunks, so it is decoded when whole.
  const text = visible(decodeEntities(page.chunk))
  page.chunk = ''
  const { isHidden, isPre } = innermost(page)
  if (isHidden) return
  const [first, ...others] = isPre ? text.split('\n', MAX_LINES) : [text.replaceAll('\n', ' ')]
  page.line += first
  for (const other of others) {
    endLine(page, true)
    page.line = other
  }
}

function endLine(page: Page, evenBlank = false): void {
  const whole = page.line.replace(/ +/g, ' ').trim()
  const text = whole.slice(0, MAX_LINE)
  page.line = ''
  if ((text === '' && !evenBlank) || page.lines.length >= MAX_LINES) return
  const { depth } = innermost(page)
  const mark = innermost(page).mark ?? (page.isRest ? 'below' : undefined)
  const rest = whole.slice(MAX_LINE)
  page.lines.push({ text, ...(rest ? { rest } : {}), depth, ...(mark ? { mark } : {}) })
}

function markOf(tag: string, element: Element): Mark {
  const attribute = (name: string) => (element.getAttribute(name) ?? '').toLowerCase()
  const style = attribute('style')
  if (SILENT.has(tag) || /display\s*:\s*none|mso-hide\s*:\s*all/.test(style)) return 'hidden'
  const names = ` ${attribute('class')} ${attribute('id')} ${attribute('name')} ${attribute('data-smartmail')} `
  if (ATTRIBUTION.test(names)) return 'attribution'
  if (SIGNATURE.test(names)) return 'signature'
  if (tag === 'blockquote') {
    // Gmail's indent button makes a blockquote without a border; it is the user's own text.
    const isIndent =
      /border\s*:\s*(?:none|0)/.test(style) && attribute('type') !== 'cite' && !/gmail_quote/.test(names)
    return isIndent ? undefined : 'quote'
  }
  return BELOW.test(names) ? 'below' : undefined
}

/** Elements after which everything is the quoted letter: Outlook's, Zimbra's, Hotmail's. */
function isAboveRest(tag: string, element: Element): boolean {
  const id = (element.getAttribute('id') ?? '').toLowerCase().replace(/^x_/, '')
  if (REST.has(id)) return true
  if (tag !== 'div') return false
  const style = (element.getAttribute('style') ?? '').toLowerCase().replace(/\s+/g, '')
  // Word draws the line above its header block as the top border of a div.
  return (
    /border-top:solid(?:#e1e1e1|#b5c4df|windowtext)1\.0pt/.test(style) && style.includes('padding:3.0pt0')
  )
}

// Program by program; `x_` is what Outlook on the web puts before the names of a mail that it quotes.
const ATTRIBUTION = /[ ](?:x_)?(?:gmail_attr|moz-cite-prefix)[ ]/
const SIGNATURE =
  /[ ](?:x_)?(?:gmail_signature|moz-signature|signature|applemailsignature|protonmail_signature_block|ms-outlook-mobile-signature|tutanota_signature|messagesignaturesection|yahoo_signature|ymail_signature|composer_signature)[ ]/
const BELOW =
  /[ ](?:x_)?(?:yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|olk_src_body_section|quote|messagereplysection|mail-editor-reference-message-container|replied-mail)[ ]/
const REST = new Set([
  'appendonsend',
  'divrplyfwdmsg',
  'mail-editor-reference-message-container',
  'zwchr',
  'stopspelling',
])

const SILENT = new Set(['head', 'style', 'script', 'title', 'noscript', 'template', 'textarea', 'select'])
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** An open one of these ends where the next begins (HTML, 13.1.2.4: optional tags). */
const CLOSED_BY_ITSELF = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd'])
const BLOCK = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
