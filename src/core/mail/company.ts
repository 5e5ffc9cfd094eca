import { domainToUnicode } from 'node:url'

/**
 * The company that an address belongs to, guessed from its domain: "Acme" from grace@mail.acme.co.uk. Undefined
 * for the domains of mail providers, where the domain says nothing about the person.
 */
export const companyOf = (address: string): string | undefined => {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.')
  const suffix = suffixLength(labels)
  const label = labels.at(-suffix - 1)
  if (label === undefined || labels.length <= suffix) return undefined
  const registered = labels.slice(-suffix - 1).join('.')
  if (PROVIDERS.has(label) || PROVIDER_DOMAINS.has(registered)) return undefined
  return asName(domainToUnicode(label) || label)
}

/** How many labels the registry keeps to itself: 1 of acme.com, 2 of acme.co.uk. */
const suffixLength = (labels: readonly string[]): number => {
  const [second = '', top = ''] = labels.slice(-2)
  if (HOSTED.has(`${second}.${top}`)) return 2
  return labels.length > 2 && top.length === 2 && SECOND_LEVEL.has(second) ? 2 : 1
}

const asName = (label: string): string =>
  label
    .split('-')
    .filter((word) => word !== '')
    .map((word) => (/^[b-df-hj-np-tv-xz]{2,4}$/.test(word) ? word.toUpperCase() : capitalised(word)))
    .join(' ')

const capitalised = (word: string): string => {
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('')
}

const words = (text: string): Set<string> => new Set(text.split(/\s+/))

/** Second levels under country domains: co.uk, com.au, ac.jp, gob.mx, edu.sg ... */
const SECOND_LEVEL = words(
  'co com net org ac edu gov go or ne gob gouv govt gv nhs ltd plc me sch school mil nom id info biz web asso ' +
    'ed lg ad gr gen firm ind res nic police',
)

/** Domains under which others have theirs. */
const HOSTED = words('onmicrosoft.com us.com uk.com de.com eu.com gb.net')

/** Mail providers, whatever country form their domain has. */
const PROVIDERS = words(
  'gmail googlemail outlook hotmail live msn passport windowslive yahoo ymail rocketmail myyahoo icloud gmx ' +
    'protonmail proton aol aim yandex zoho zohomail fastmail tutanota tutamail hushmail mailfence posteo naver ' +
    'hanmail daum nate rediffmail qq foxmail 163 126 yeah sina sohu aliyun seznam centrum libero virgilio tiscali ' +
    'laposte wanadoo t-online freenet arcor bluewin comcast verizon sbcglobal bellsouth earthlink btinternet ' +
    'btopenworld ntlworld virginmedia talktalk sympatico bigpond optusnet xtra uol terra walla abv ukr rambler ' +
    'interia onet bk lycos mailinator',
)

/** Mail providers whose name would be a good name for a company elsewhere. */
const PROVIDER_DOMAINS = words(
  'me.com mac.com appleid.com mail.com mail.ru inbox.ru list.ru internet.ru ya.ru email.com usa.com web.de ' +
    'online.de pm.me tuta.io tuta.com tuta.net hey.com duck.com mailbox.org free.fr orange.fr sfr.fr neuf.fr ' +
    'alice.it tin.it email.it ig.com.br bol.com.br att.net cox.net charter.net optonline.net rogers.com shaw.ca ' +
    'telus.net bell.net sky.com o2.pl wp.pl op.pl gazeta.pl o2.co.uk blueyonder.co.uk inbox.lv email.cz ' +
    'telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl iinet.net.au docomo.ne.jp ezweb.ne.jp ' +
    'softbank.ne.jp i.ua meta.ua inbox.com juno.com netzero.net 139.com 189.cn mailo.com kolabnow.com runbox.com ' +
    'simplelogin.com relay.firefox.com mozmail.com',
)
