import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Trouble } from '../trouble.ts'

/** Serves `answer` on a port of this machine (0: any free one). Throws Trouble where the port is taken. */
export const serve = async (
  port: number,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<{ port: number; close(): Promise<void> }> => {
  const server = createServer((incoming, outgoing) => {
    Promise.resolve(requestOf(incoming))
      .then(answer)
      .then((response) => respond(outgoing, response))
      .catch((error) => {
        console.error(error)
        if (!outgoing.headersSent) outgoing.writeHead(500)
        outgoing.end('The post office failed; its terminal says why.\n')
      })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Trouble(`Port ${port} for the page cannot be used (${error.code}): choose another with --port.`),
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A port that is free now. */
export const freePort = async (): Promise<number> => {
  const { port, close } = await serve(0, () => new Response())
  await close()
  return port
}

const requestOf = async (incoming: IncomingMessage): Promise<Request> => {
  const headers = new Headers()
  for (let i = 0; i < incoming.rawHeaders.length; i += 2)
    headers.append(incoming.rawHeaders[i]!, incoming.rawHeaders[i + 1]!)
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  return new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`), {
    method: incoming.method,
    headers,
    body: hasBody ? new Uint8Array(Buffer.concat(chunks)) : undefined,
    redirect: 'manual',
  })
}

const respond = async (outgoing: ServerResponse, response: Response): Promise<void> => {
  const headers = [...response.headers].flat()
  outgoing.writeHead(response.status, headers)
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}
