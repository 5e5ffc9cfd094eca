/** Who or what reads mail at an address, as far as the address tells. All take canonical addresses. */

/** An address that no person reads, or that belongs to a tool which logs mail: never a contact. */
export const isRoleOrMachine = (address: string): boolean => {
  const { local, domain } = split(address)
  return MACHINE.test(local) || DROPPERS.some((dropper) => isWithin(domain, dropper))
}

/** An address that looks like a mailing list or a distribution list: it does not answer as a person does. */
export const isListAddress = (address: string): boolean => {
  const { local, domain } = split(address)
  return LIST_LOCAL.test(local) || LIST_DOMAIN.test(domain)
}

/** An address that applications go to: a mail to it is an application, not a contact (practice 1, row 15). */
export const isApplicationAddress = (address: string): boolean => {
  const { local, domain } = split(address)
  return (
    local.split(/[._+-]/).some((word) => APPLICATION_WORDS.has(word)) ||
    APPLICATION_SYSTEMS.some((system) => isWithin(domain, system))
  )
}

const split = (address: string): { local: string; domain: string } => {
  const at = address.lastIndexOf('@')
  return { local: address.slice(0, at), domain: address.slice(at + 1) }
}

const isWithin = (domain: string, parent: string): boolean =>
  domain === parent || domain.endsWith(`.${parent}`)

const MACHINE = new RegExp(
  [
    '(?:^|[._+-])(?:no|not|dont|donot)[._-]?reply',
    '(?:^|[._-])mailer[._-]?daemon$',
    '^(?:mail)?daemon$',
    '^post[._-]?master$',
    '^(?:bounces?|return|returns|errors?)(?:[._+=-]|$)',
    '[._+-]bounces?$',
    '^(?:abuse|hostmaster|webmaster|listserv|majordomo|mailman|root|nobody|notifications?|alerts?)$',
    '^auto(?:mated|[._-]?(?:reply|responder|confirm))',
    '^(?:calendar-notification|invitations?|unsubscribe)(?:[._+-]|$)',
  ].join('|'),
)

/** Tools that are BCC'd to log or remind, like this one. */
const DROPPERS = [
  'bcc.hubspot.com',
  'bcc.na1.hubspot.com',
  'bcc.eu1.hubspot.com',
  'pipedrivemail.com',
  'followupthen.com',
  'fut.io',
  'boomeranggmail.com',
  'followup.cc',
  'nudgemail.com',
  'dropbox.pipelinedeals.com',
  'in.zohocrm.com',
  'mailbox.salesforce.com',
  'le.salesforce.com',
  'apex.salesforce.com',
  'todoist.net',
  'cmail.asana.com',
  'mail.asana.com',
  'boards.trello.com',
  'm.evernote.com',
  'inbound.postmarkapp.com',
  'resource.calendar.google.com',
  'group.calendar.google.com',
  'unknownorganizer.calendar.google.com',
]

const LIST_LOCAL =
  /^(?:owner|list|lists|announce|all|everyone|everybody|allstaff|all-staff|staff|newsletter)$|^(?:owner|list|all)-|-(?:list|l|announce|users|devel?|discuss|request|owner|subscribe|unsubscribe|members)$/
const LIST_DOMAIN =
  /^(?:lists?|listserv|mailman|groups|sympa|ml)\.|(?:^|\.)(?:googlegroups\.com|groups\.io|freelists\.org|yahoogroups\.[a-z.]+|groups\.google\.com|listserv\.[a-z.]+)$/

const APPLICATION_WORDS = new Set(
  (
    'job jobs career careers hr hrteam recruiting recruitment recruiter recruiters recruit talent talents ' +
    'talentacquisition hiring apply applications application applicants resume resumes cv cvs vacancy vacancies ' +
    'employment joinus workwithus humanresources bewerbung bewerbungen karriere personalabteilung emploi ' +
    'recrutement recrutamento empleo rrhh carreiras carriere lavoro vacatures'
  ).split(' '),
)

/** Applicant tracking systems. */
const APPLICATION_SYSTEMS = [
  'greenhouse.io',
  'greenhouse-mail.io',
  'lever.co',
  'ashbyhq.com',
  'myworkday.com',
  'smartrecruiters.com',
  'icims.com',
  'jobvite.com',
  'workablemail.com',
  'breezy-mail.com',
  'taleo.net',
  'successfactors.com',
  'indeedemail.com',
]
