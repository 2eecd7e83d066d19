import { aPort, clusterIn, debianFolder, type Place } from '../main-job/debian-server.ts'
import { boxesOf } from './recipe.ts'

/** Two machines of one database: what one has answered, the other has too. */
export type Pair = {
  /** Names both. */
  url: string
  primary: Cluster
  standby: Cluster
  /** Makes the standby the primary. */
  promote(): void
  stop(): void
}

type Cluster = ReturnType<typeof clusterIn>

const page = 'standby.md'
const commandsUnder = (heading: RegExp) =>
  boxesOf(page)
    .filter(({ under }) => heading.test(under))
    .map(({ commands }) => commands.replaceAll('$PASSWORD', 'secret'))
    .join('')

/** Gives a server of ours what the page tells to give to psql. */
function tell({ as }: Place, { url }: Cluster, heading: RegExp): void {
  for (const [, statement = ''] of commandsUnder(heading).matchAll(/psql --command "([^"]+)"/g))
    as('psql', '--quiet', '--no-psqlrc', url, '--command', statement)
}

/** The words after a program's name, with ours in place of the page's. */
function wordsAfter(program: string, heading: RegExp, ours: Record<string, string>): string[] {
  const [, line = ''] = new RegExp(`${program} (.+)$`, 'm').exec(commandsUnder(heading)) ?? []
  const made = Object.entries(ours).reduce((text, [theirs, mine]) => text.replaceAll(theirs, mine), line)
  return [...made.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
}

/** A primary and its standby of Debian's PostgreSQL, made as docs/running/standby.md says. */
export function startPair(): Pair {
  const place = debianFolder()
  const primary = clusterIn(place, 'one', aPort(0), 'postgres')
  const standby = clusterIn(place, 'two', aPort(1), 'postgres')
  primary.make()
  primary.start()
  tell(place, primary, /^2\./)
  place.as(
    'pg_basebackup',
    '--no-sync',
    ...wordsAfter('pg_basebackup', /^3\./, {
      '/var/lib/postgresql/$VERSION/main': standby.folder,
      'host=$ONE': `host=127.0.0.1 port=${primary.port}`,
    }),
  )
  standby.start()
  tell(place, primary, /^4\./)
  const [, url = ''] = /"DATABASE_URL=([^"]+)"/.exec(commandsUnder(/^5\./)) ?? []
  return {
    url: url
      .replace('$ONE:5432', `127.0.0.1:${primary.port}`)
      .replace('$TWO:5432', `127.0.0.1:${standby.port}`),
    primary,
    standby,
    promote: () => tell(place, standby, /^The primary is lost/),
    stop() {
      for (const cluster of [primary, standby]) if (cluster.isRunning()) cluster.stop()
      place.remove()
    },
  }
}
