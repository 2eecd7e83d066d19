/**
 * The recipe of docs/running/debian.md, followed word for word. `node bench/recipes/index.ts` makes a bare Debian 13, starts it,
 * and copies one box of the page after the other, with a clock. Fails when a command does, when nobody is signed in as
 * director at the end, over TLS, or when that took more than a quarter of an hour. Then it goes on with what the page says for
 * later. It needs root, the packages `mmdebstrap` and `systemd-container`, and the ports 80, 443 and 3000.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { header } from '../../test/outbox/relay.ts'
import { until } from '../../test/outbox/until.ts'
import { boxesOf, isStep } from '../../test/running/recipe.ts'
import { clock, say, timed } from './clock.ts'
import { sendByPostfix } from './emails.ts'
import { bareDebian, type Machine } from './machine.ts'
import { authorityOf, isOpen, signIn } from './site.ts'

const most = 900
const root = join(import.meta.dirname, '../..')
/** Caddy gives names under localhost certificates of an authority of its own. */
const site = 'network.localhost'
const ofOurOwn = `SITE=${site}\nSENDER=hello@${site}\nSOURCE=/srv/twinleaf.git`

/** The page asks for three lines of one's own. */
const asTheReader = (commands: string) =>
  commands.startsWith('SITE=') ? ofOurOwn : commands.replace(/^certbot .*$/m, withoutCertbot)

/** Nobody in the world vouches for this name: Caddy's certificate stands in for certbot's. */
const withoutCertbot = `mkdir --parents /etc/letsencrypt/live/${site}
cp "$(find /var/lib/caddy -name ${site}.crt)" /etc/letsencrypt/live/${site}/fullchain.pem
cp "$(find /var/lib/caddy -name ${site}.key)" /etc/letsencrypt/live/${site}/privkey.pem`

const boxes = boxesOf('debian.md')

const lost = 'The machine is lost'

/** Nothing is left of the network but a backup. */
const loseIt = `twinleaf backup create
systemctl stop twinleaf
cp "$(ls /mnt/backups/twinleaf-*.tar.zst | tail -1)" /tmp
rm --recursive /var/lib/twinleaf`

async function follow(machine: Machine): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for (const { under, commands } of boxes.filter(isStep)) {
    // The doctor ends with 1 as long as emails stay here, which the page says.
    const given = asTheReader(commands).replace('twinleaf doctor', 'twinleaf doctor || true')
    said.set(under, await timed(under, () => machine.give(given)))
  }
  return said
}

const machine = await bareDebian()
try {
  execFileSync('git', ['clone', '--quiet', '--bare', root, join(machine.folder, 'srv/twinleaf.git')])
  const said = await follow(machine)
  const address = said.get('7. Become its director')?.trim() ?? ''
  const door = { port: 443, site, ca: authorityOf(machine) }
  const cookie = await timed('signed in as director, over TLS', () => signIn(door, address))
  say('from a bare machine', clock.all)
  if (clock.all > most) process.exitCode = 1
  const amiss = said.get('8. Make sure')?.match(/^LOOK .*?:/gm)
  if (amiss?.join() !== 'LOOK transport:') throw new Error(`the doctor found ${amiss}`)

  for (const { under, commands } of boxes.filter((box) => !isStep(box) && box.under !== lost)) {
    const once = commands.replace('--since today', '--since today --no-pager')
    await timed(under, () =>
      machine.give(asTheReader(once).replace('twinleaf doctor', 'twinleaf doctor || true')),
    )
    await until(isOpen(door, cookie))
  }
  // The version before was set aside, which it is only after an upgrade that went well.
  await machine.give('test -d /opt/twinleaf.old')
  const email = await timed('an email by Postfix', () => sendByPostfix(machine, door, cookie))
  const signature = header(email, 'DKIM-Signature')
  if (!/ d=network\.localhost; .*s=twinleaf; /.test(signature)) throw new Error(`it is not signed:\n${email}`)
  await machine.give(loseIt)
  const [bringBack] = boxes.filter(({ under }) => under === lost)
  await timed('the network brought back', () => machine.give(bringBack?.commands ?? ''))
  const people = await machine.give('systemctl start twinleaf; twinleaf user list')
  if (!people.includes('Ada Mensah <ada@library.example>  director')) throw new Error(people)
} finally {
  await machine.end()
}
