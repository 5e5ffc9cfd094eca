import { SMTPServer } from 'smtp-server'
import { Trouble } from '../trouble.ts'
import { NotTaken, type Take } from './sorting.ts'

const MAX_BYTES = 35 * 1024 * 1024

/**
 * Opens the SMTP port on this machine. It asks for no password and takes any; a message gets its 250 when the
 * Worker has taken it, and a 451 (send it again) when it has not.
 */
export const openSmtp = async (port: number, take: Take): Promise<{ close(): Promise<void> }> => {
  const server = new SMTPServer({
    name: 'post-office.local',
    banner: 'Reachback post office',
    size: MAX_BYTES,
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anybody' }),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', done)
      stream.on('end', async () => {
        if (stream.sizeExceeded) return done(smtpError(552, 'larger than 35 MB'))
        const { mailFrom, rcptTo } = session.envelope
        const envelope = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((recipient) => recipient.address),
        }
        try {
          await take(Buffer.concat(chunks), envelope)
          done()
        } catch (error) {
          done(smtpError(451, error instanceof NotTaken ? error.message : `not taken: ${error}`))
        }
      })
    },
  })
  // A mail program that hangs up early is its own affair.
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Trouble(`Port ${port} for SMTP cannot be used (${error.code}): choose another with --smtp-port.`),
      ),
    )
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const smtpError = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })
