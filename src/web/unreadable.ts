import { type Server, STATUS_CODES } from 'node:http'
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
  // For a proxy of someone else's, which we are not.
  server.on('connect', (_request, socket) => answer(socket, 405))
}

function written(status: number, isDevelopment: boolean): string {
  const body = `${status} ${STATUS_CODES[status]}\n`
  const type = 'text/plain; charset=utf-8'
  const headers = {
    ...protecting(type, isDevelopment),
    ...(status === 405 && { Allow: methods.join(', ') }),
    'Content-Type': type,
    'Content-Length': body.length,
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n')
}
