/**
 * The recipe of docs/running/container.md, followed word for word. `node bench/recipes/container.ts` copies one box of the page
 * after the other, with a clock, in a clone as it was before the last migration, becomes director by Caddy, opens a round, and
 * upgrades to the newest. Fails when a command does, when the upgrade changes nothing, or when the director or the round are gone
 * after it. It needs root, the packages `caddy`, `mmdebstrap` and `podman` (with what that recommends; and `runc`, where control
 * groups of both kinds are mounted), and the ports 80, 443 and 3000.
 */
import { join } from 'node:path'
import { until } from '../../test/outbox/until.ts'
import { ask, type Door } from '../../test/running/ask.ts'
import { boxesOf } from '../../test/running/recipe.ts'
import { clock, say, timed } from './clock.ts'
import { makeSlimDebian, podmanInAFolder, startCaddy } from './podman.ts'
import { authorityOf, isOpen, signIn } from './site.ts'

const root = join(import.meta.dirname, '../..')
const site = 'network.localhost'

/** The page asks for two lines of one's own; the doctor ends with 1 as long as emails stay here. */
const asTheReader = (commands: string) =>
  commands
    .replace(/^SITE=.*\nSENDER=.*$/m, `SITE=${site}\nSENDER=hello@${site}`)
    .replace('twinleaf doctor', 'twinleaf doctor || true')

const boxes = boxesOf('container.md')

const podman = podmanInAFolder()
const { give } = podman

async function follow(heading: string): Promise<string> {
  const commands = boxes.filter(({ under }) => under === heading).map((box) => box.commands)
  if (commands.length === 0) throw new Error(`the page says nothing under ${heading}`)
  return timed(heading, () => give(asTheReader(commands.join(''))))
}

const isWell = (door: Door) => () =>
  ask(door, '/healthz').then(
    ({ status }) => status === 200,
    () => false,
  )

const openARound = `podman exec twinleaf twinleaf round create --code 2031A --apply-from 2031-01-01T09:00 \
  --apply-until 2031-02-01T09:00 --starts 2031-03-01 --ends 2031-09-01`

async function requireAllThere(door: Door, cookie: string): Promise<void> {
  await until(isOpen(door, cookie))
  // It would read the commands that come after it.
  await give('podman healthcheck run twinleaf < /dev/null')
  const there = await give(
    'podman exec twinleaf twinleaf user list; podman exec twinleaf twinleaf round list',
  )
  for (const one of ['Ada Mensah <ada@library.example>  director', '2031A'])
    if (!there.includes(one)) throw new Error(`${one} is gone:\n${there}`)
}

await give(`git clone --quiet ${root} .`)
const caddy = startCaddy(podman, site)
try {
  await give('git checkout --quiet "$(git log --max-count=1 --format=%H -- migrations)~1"')
  await timed('an image of Debian', () => makeSlimDebian(podman))
  await follow('Build it')
  await follow('Start it')
  await until(() => give('podman logs twinleaf').then((said) => said.includes('/begin/')))
  const said = await follow('Become its director')
  const door = { port: 443, site, ca: authorityOf(podman) }
  await until(isWell(door))
  const address = /https:\S+\/begin\/\S+/.exec(said)?.[0] ?? ''
  const cookie = await timed('signed in as director, over TLS', () => signIn(door, address))
  const amiss = (await follow('Give a command')).match(/^LOOK .*?:/gm)
  if (amiss?.join() !== 'LOOK transport:') throw new Error(`the doctor found ${amiss}`)
  await give(openARound)
  await requireAllThere(door, cookie)

  await give('git checkout --quiet -')
  const upgraded = await follow('Upgrade')
  console.log(upgraded.match(/^.* s$/gm)?.join('\n'))
  if (!upgraded.includes('The database is upgraded, and works.')) throw new Error(upgraded)
  await follow('Start it')
  await timed('all is there', () => requireAllThere(door, cookie))
  say('all of it', clock.all)
  console.log(await give('podman image ls twinleaf:latest --format "the image: {{.Size}}"'))
} finally {
  caddy.stop()
  podman.end()
}
