import { Socket } from 'node:net'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import pg from 'pg'
import { addressOf, type Host, hostsOf } from './address.ts'

/** A host has this long to say whether it takes changes: one that is gone says nothing. */
const patienceMs = 2_000
/** The one we use is asked so often: what waits for a machine that is gone would wait for a quarter of an hour. */
const lookEveryMs = 5_000

/**
 * How `pg` comes to a database. Where its address names several hosts, each connection goes to the one that takes
 * changes by then, and those to another are dropped once there is one.
 *
 * @source docs/decisions/0051-more-than-one-machine.md
 */
export function wayTo(url: string): pg.ClientConfig {
  if (hostsOf(url).length === 0) return { connectionString: url }
  const known = ways.get(url) ?? wayToSeveral(url)
  ways.set(url, known)
  return known
}

/** By address: all that is open in this process learns of a move from whoever notices it first. */
const ways = new Map<string, pg.ClientConfig>()

function wayToSeveral(url: string): pg.ClientConfig {
  const hosts = hostsOf(url)
  const { user, password, database, ssl, connectionParameters } = new pg.Client(addressOf(url)) as Understood
  const { options } = connectionParameters
  const account = { user, password, database, ssl: ssl && named(ssl, hosts), ...(options && { options }) }
  const [first = { host: '', port: 0 }] = hosts
  return { ...account, ...first, stream: socketsTo(hosts, (host) => ask({ ...account, ...host })) }
}

/** What `pg` reads out of an address, by which the types keep silent. */
type Understood = pg.Client & {
  database: string
  ssl: Secure | boolean
  connectionParameters: { options?: string }
}
type Secure = { checkServerIdentity?: (host: string, certificate: PeerCertificate) => Error | undefined }

/** `pg` knows the first host only. A certificate for any of them will do: we go to no other. */
const named = (ssl: Secure | boolean, hosts: readonly Host[]): Secure => ({
  checkServerIdentity(_host, certificate) {
    const faults = hosts.map(({ host }) => checkServerIdentity(host, certificate))
    return faults.every(Boolean) ? faults[0] : undefined
  },
  ...(typeof ssl === 'object' ? ssl : {}),
})

/** The timeline that a host writes, which each promotion raises; 0 for one that takes no changes. */
type Answer = number

async function ask(config: pg.ClientConfig): Promise<Answer> {
  const socket = new Socket()
  const late = setTimeout(() => socket.destroy(new Error('nothing')), patienceMs)
  const client = new pg.Client({ ...config, stream: () => socket, application_name: 'twinleaf-lookout' })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ timeline: Answer }>(
      `select case when pg_is_in_recovery() or current_setting('transaction_read_only')::bool then 0
        else ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int end as timeline`,
    )
    await client.end()
    return rows[0]?.timeline ?? 0
  } finally {
    clearTimeout(late)
    socket.destroy()
  }
}

/** Watches over the hosts of one database: which of them takes changes. */
type Lookout = { where(): Promise<Host>; again(): Promise<void>; forget(host: Host | undefined): void }

/** @param moved hears who takes changes, each time that all were asked */
function lookoutOver(
  hosts: readonly Host[],
  askHost: (host: Host) => Promise<Answer>,
  moved: (to: Host) => void,
): Lookout {
  let taking: Host | null = null
  let looking: Promise<Host> | null = null
  let newest = 1

  const look = async (): Promise<Host> => {
    const answers = await Promise.allSettled(hosts.map(askHost))
    const timelines = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 0))
    const best = Math.max(...timelines)
    const host = hosts[timelines.indexOf(best)]
    // A primary that comes back by itself, after another was promoted in its place, is left alone.
    if (!host || best < newest) throw nobodyTakesChanges(hosts, answers)
    newest = best
    taking = host
    moved(host)
    return host
  }
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }
  return {
    where: async () => taking ?? lookOnce(),
    async again() {
      if (!taking || (await askHost(taking).catch(() => 0)) < newest) await lookOnce()
    },
    forget(host) {
      if (taking === host) taking = null
    },
  }
}

function nobodyTakesChanges(hosts: readonly Host[], answers: readonly PromiseSettledResult<Answer>[]): Error {
  const said = answers.map((answer, at) => {
    const why =
      answer.status === 'rejected' ? sayReason(answer.reason) : answer.value ? 'was replaced' : 'is a standby'
    return `${hosts[at]?.host}:${hosts[at]?.port} ${why}`
  })
  return Object.assign(new Error(`no host takes changes (${said.join(', ')})`), { code: '08001' })
}

const sayReason = ({ message, code }: { message?: string; code?: string }) => `says “${message || code}”`

/** Makes sockets that go to the host that takes changes, wherever they are told to go. */
function socketsTo(hosts: readonly Host[], askHost: (host: Host) => Promise<Answer>): () => Socket {
  const open = new Map<Socket, Host>()
  let timer: NodeJS.Timeout | undefined
  const lookout = lookoutOver(hosts, askHost, (to) => {
    for (const [socket, host] of open)
      if (host !== to) socket.destroy(new Error('Connection terminated: another host takes changes'))
  })
  const enter = (socket: Socket, host: Host) => {
    open.set(socket, host)
    timer ??= setInterval(() => void lookout.again().catch(() => {}), lookEveryMs).unref()
  }
  const leave = (socket: Socket) => {
    lookout.forget(open.get(socket))
    open.delete(socket)
    if (open.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
  return () => {
    const socket = new Socket()
    const connect = socket.connect.bind(socket) as (port: number, host: string) => void
    const go = async () => {
      const host = await lookout.where()
      if (socket.destroyed) return
      enter(socket, host)
      connect(host.port, host.host)
    }
    socket.on('close', () => leave(socket))
    socket.connect = () => {
      go().catch((error) => socket.destroy(error))
      return socket
    }
    return socket
  }
}
