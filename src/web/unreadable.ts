import { type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { protecting } from './headers.ts'
import { methods } from './methods.ts'

/** By Node's code for what it could not read as a request. */
const statuses: Record<string, number> = {
  HPE_INVALID_METHOD: 405,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

/** Answers what never becomes a request to the site, with the headers of every other answer, and hangs up. */
export function answerUnreadable(server: Server, isDevelopment: boolean): void {
  const answer = (socket: Duplex, status: number) =>
    socket.writable ? socket.end(written(status, isDevelopment)) : socket.destroy()

  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket) =>
    answer(socket, statuses[code] ?? 400),
  )
  // Node would answer what someone expects of us with nothing but a number.
  server.on('checkExpectation', (_request, response) => end(response, 417, isDevelopment))
  refuseNameless(server, isDevelopment)
  // For a proxy of someone else's, which we are not.
  server.on('connect', (_request, socket) => answer(socket, 405))
}

/** To a request that names no host no page of ours could be right. */
function refuseNameless(server: Server, isDevelopment: boolean): void {
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (!request.headers.host) return end(response, 400, isDevelopment)
    for (const listener of listeners) listener(request, response)
  })
}

function end(response: ServerResponse, status: number, isDevelopment: boolean): void {
  const { body, headers } = said(status, isDevelopment)
  response.writeHead(status, headers).end(body)
}

function written(status: number, isDevelopment: boolean): string {
  const { body, headers } = said(status, isDevelopment)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n')
}

function said(status: number, isDevelopment: boolean) {
  const body = `${status} ${STATUS_CODES[status]}\n`
  const type = 'text/plain; charset=utf-8'
  const headers = {
    ...protecting(type, isDevelopment),
    ...(status === 405 && { Allow: methods.join(', ') }),
    'Content-Type': type,
    'Content-Length': body.length,
    Connection: 'close',
  }
  return { body, headers }
}
