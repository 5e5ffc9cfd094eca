import './check-node.js'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { ANN, type Person, START, STEPS, type Step, ZONE } from './demo-script.ts'
import { INBOUND_ADDRESS, type Local, openLocal } from './local.ts'
import { startOf } from './options.ts'
import { answerTo, forwardOf } from './post-office/answers.ts'
import { mailDate, told } from './post-office/clock.ts'
import { freePort } from './post-office/http.ts'
import type { Mail } from './post-office/mails.ts'
import { report, Trouble } from './trouble.ts'

// Plays two weeks of use on a Worker of its own, in a folder that is thrown away, and prints the letters as they come.
const main = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reachback-demo-'))
  // However it ends: workerd goes (./worker.ts) and so does the folder. `npm run demo | head` closes our output early.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))
  process.stdout.on('error', () => process.exit(0))

  const ports = { port: await freePort(), smtpPort: await freePort(), workerPort: await freePort() }
  console.log('Starting the Worker and its post office ...')
  const local = await openLocal({ folder, ...ports, now: startOf(`${START}${ZONE}`) })
  const missing: string[] = []
  try {
    for (const step of STEPS) {
      const letters = await play(local, ports.smtpPort, step)
      if (step.letter && letters.length === 0) missing.push(`${step.at.replace('T', ' ')} ${step.what}`)
    }
  } catch (error) {
    const log = readFileSync(path.join(folder, 'office/worker.log'), 'utf8').trimEnd().split('\n')
    console.error(`\nThe end of the Worker's log:\n${log.slice(-25).join('\n')}\n`)
    throw error
  } finally {
    await local.close()
  }
  console.log(`\n${local.mails.letters().length} letters in two weeks.`)
  if (missing.length > 0) throw new Trouble(`No letter came where one was expected:\n${missing.join('\n')}`)
}

/** Moves to the step's time, does what it says, and gives the letters that came of both. */
const play = async (local: Local, smtpPort: number, step: Step): Promise<Mail[]> => {
  const before = local.mails.letters().length
  await local.ticks.moveTo(Date.parse(`${step.at}:00${ZONE}`))
  printLetters(local, local.mails.letters().slice(before))
  console.log(`\n${told(local.clock, local.clock.now())}  ${step.what}`)
  const written = local.mails.letters().length
  const message = messageOf(local, step)
  if (message) {
    printOwn(message.text)
    await send(local, smtpPort, message)
    await settled(local, step.letter ? written : undefined)
  }
  printLetters(local, local.mails.letters().slice(written))
  return local.mails.letters().slice(before)
}

type Message = {
  from: Person
  to: string[]
  bcc?: string
  subject: string
  text: string
  inReplyTo?: string
  references?: string
}

const messageOf = (local: Local, step: Step): Message | undefined => {
  const mails = local.mails.all()
  if (step.do === 'write') {
    const bcc = step.bcc === 'private' ? privateAddress(local) : step.bcc && INBOUND_ADDRESS
    const to = (step.to ?? []).map(named)
    return { from: step.from ?? ANN, to, ...(bcc && { bcc }), subject: step.subject, text: step.text }
  }
  if (step.do === 'answer') {
    const letter = mails.findLast((mail) => mail.kind === 'letter')
    if (!letter) throw new Trouble('There is no letter to answer.')
    const lines = step.lines.map((line) =>
      line.replace(/\{([^}]*)\}/g, (_, name: string) => numberOf(letter, name) ?? name),
    )
    const { to, subject, text, inReplyTo, references } = answerTo(local.clock, letter, ANN.address)
    return { from: ANN, to: [to], subject, text: lines.join('\n') + text, inReplyTo, references }
  }
  if (step.do === 'reply as') {
    const mail = mails.findLast(({ recipients }) => recipients.includes(step.who.address))
    if (!mail) throw new Trouble(`${step.who.name} has no mail to answer.`)
    const { subject, text, inReplyTo, references } = answerTo(local.clock, mail, step.who.address)
    return { from: step.who, to: [named(ANN)], subject, text: step.text + text, inReplyTo, references }
  }
  if (step.do === 'forward from') {
    const mail = mails.findLast(({ from }) => from.includes(step.who.address))
    if (!mail) throw new Trouble(`${step.who.name} has written nothing to forward.`)
    const { subject, text } = forwardOf(local.clock, mail, ANN.address)
    return { from: ANN, to: [privateAddress(local)], subject, text: step.text + text }
  }
  if (step.do === 'follow up') {
    const mail = mails.findLast(({ recipients }) => recipients.includes(step.on.address))
    if (!mail) throw new Trouble(`${step.on.name} has had no mail to follow up.`)
    const { subject, text, inReplyTo, references } = answerTo(local.clock, mail, ANN.address)
    const to = [named(step.on)]
    return {
      from: ANN,
      to,
      bcc: privateAddress(local),
      subject,
      text: step.text + text,
      inReplyTo,
      references,
    }
  }
  return undefined
}

/** Sends it as a mail program would: over SMTP, the Bcc in the envelope only. */
const send = async (local: Local, port: number, message: Message): Promise<void> => {
  const { from, to, bcc, text, subject, inReplyTo, references } = message
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  const date = mailDate(local.clock.now(), local.clock.offsetAt(local.clock.now()))
  await transport
    .sendMail({ from: named(from), to, bcc, subject, text, inReplyTo, references, headers: { Date: date } })
    .catch((error) => {
      throw new Trouble(`The mail "${subject}" was not taken: ${error.message}`)
    })
}

/** The Worker may send after it has answered: waits for a letter that must come, or a moment for one that may. */
const settled = async (local: Local, written: number | undefined): Promise<void> => {
  for (let waited = 0; waited < (written === undefined ? 300 : 10_000); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (written !== undefined && local.mails.letters().length > written) return
  }
}

/** Her number in the letter: lines look like " 5  Grace Kim, Acme. No answer ...", and may go on in the next. */
const numberOf = (letter: Mail, name: string): string | undefined => {
  const items = letter.text.split(/\n(?=\s{0,2}\d{1,2}\s+\S)/)
  return items
    .map((item) => /^\s{0,2}(\d{1,2})\s+([^\n]*)/.exec(item))
    .find((match) => match?.[2]?.includes(name))?.[1]
}

const privateAddress = (local: Local): string => {
  const [box, domain] = INBOUND_ADDRESS.split('@')
  const pattern = new RegExp(`${box}\\+[\\w-]+@${domain}`)
  const found = local.mails.letters().map((letter) => pattern.exec(letter.text)?.[0])
  const address = found.find(Boolean)
  if (!address) throw new Trouble('No letter told the private address.')
  return address
}

const named = ({ name, address }: Person): string => `${name} <${address}>`

const printLetters = (local: Local, letters: Mail[]): void => {
  for (const letter of letters) {
    console.log(`\n${told(local.clock, letter.at)}  A letter to ${letter.to}: ${letter.subject}\n`)
    console.log(indented(letter.text.trimEnd(), '      | '))
  }
}

/** What a person typed, without what is quoted below it. */
const printOwn = (text: string): void => {
  const own = text.split(/\nOn .*wrote:|\n-{10} Forwarded/s)[0]!.trim()
  if (own) console.log(indented(own, '      > '))
}

const indented = (text: string, margin: string): string =>
  text
    .split('\n')
    .map((line) => (margin + line).trimEnd())
    .join('\n')

main().then(
  () => process.exit(0),
  (error) => process.exit(report(error)),
)
