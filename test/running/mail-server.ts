import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'
import { until } from '../outbox/until.ts'
import { freePort } from './free-port.ts'

/** An account that is neither root's nor Postfix's: as which Postfix hands messages over. */
const nobody = 65534
const mayRead = () => spawnSync('test', ['-r', join(root, 'bin/twinleaf.mjs')], { uid: nobody, gid: nobody })

/** Postfix changes accounts, so it takes root; nothing of it is started as a service. */
export const hasMailServer =
  process.getuid?.() === 0 &&
  ['/usr/sbin/postfix', '/usr/sbin/dovecot', '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp'].every(
    existsSync,
  ) &&
  mayRead().status === 0

export type MailServer = {
  smtpUrl: string
  /** The mailbox of `mail@network.example` and its sub-addresses. */
  imapUrl: string
  /** Lets the reader in to the mailbox no more, until it is started again. */
  stopMailbox(): Promise<void>
  startMailbox(): Promise<void>
  /** What Postfix said. */
  log(): Promise<string>
  stop(): Promise<void>
}

type Options = {
  /** Where mail for the world goes, a port of this machine. */
  world: number
  /** What Postfix runs for each message to `mail@network.example`, instead of putting it into the mailbox. */
  pipeTo?: readonly string[]
}

const password = 'a password/with @ signs'

/** Debian's Postfix and Dovecot, in a folder and on ports of their own. */
export async function startMailServer({ world, pipeTo }: Options): Promise<MailServer> {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-mail-'))
  await chmod(folder, 0o755)
  const [smtp, lmtp, imap] = [await freePort(), await freePort(), await freePort()]
  const postfix = await preparePostfix(folder, { smtp, lmtp, world, pipeTo })
  const dovecot = await prepareDovecot(folder, { lmtp, imap })
  const startMailbox = async () => {
    run('/usr/sbin/dovecot', ['-c', dovecot])
    await until(() => answers(imap))
    await until(() => answers(lmtp))
  }
  const stopMailbox = async () => {
    run('/usr/bin/doveadm', ['-c', dovecot, 'stop'])
    await until(async () => !(await answers(imap)))
  }
  await startMailbox()
  run('/usr/sbin/postfix', ['-c', postfix, 'start'])
  await until(() => answers(smtp))
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    imapUrl: `imap://mail%40network.example:${encodeURIComponent(password)}@127.0.0.1:${imap}`,
    startMailbox,
    stopMailbox,
    log: () => readFile(join(folder, 'postfix.log'), 'utf8'),
    async stop() {
      spawnSync('/usr/sbin/postfix', ['-c', postfix, 'stop'], { stdio: 'ignore', timeout: 20_000 })
      if (await answers(imap)) await stopMailbox()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What it starts keeps what it was given to write to: nothing is waited for there. */
function run(program: string, args: readonly string[]) {
  const { status } = spawnSync(program, args, { stdio: 'ignore', timeout: 20_000 })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`)
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const answered = await Promise.race([
    once(socket, 'data').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false)
  socket.destroy()
  return answered
}

type Ports = { smtp: number; lmtp: number; world: number; pipeTo: readonly string[] | undefined }

/** @returns its folder of settings */
async function preparePostfix(folder: string, { smtp, lmtp, world, pipeTo }: Ports): Promise<string> {
  const [settings, queue, data] = ['postfix', 'queue', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const one of [settings, queue, data]) await mkdir(one)
  const uid = Number(spawnSync('id', ['-u', 'postfix'], { encoding: 'utf8' }).stdout)
  await chown(data, uid, 0)
  const own = {
    compatibility_level: '3.9',
    queue_directory: queue,
    data_directory: data,
    command_directory: '/usr/sbin',
    daemon_directory: '/usr/lib/postfix/sbin',
    maillog_file: join(folder, 'postfix.log'),
    maillog_file_prefixes: folder,
    myhostname: 'mx.network.example',
    mydestination: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    default_database_type: 'texthash',
    alias_maps: '',
    alias_database: '',
    smtp_dns_support_level: 'disabled',
    smtp_host_lookup: 'native',
    smtp_tls_security_level: 'none',
    smtpd_tls_security_level: 'none',
    mynetworks: '127.0.0.0/8',
    smtpd_recipient_restrictions: 'permit_mynetworks, reject',
    transport_maps: `inline:{nowhere.invalid=smtp:,network.example=${pipeTo ? 'twinleaf:' : `lmtp:inet:127.0.0.1:${lmtp}`},*=smtp:[127.0.0.1]:${world}}`,
    // As docs/running/email.md has it.
    recipient_delimiter: '+',
    virtual_mailbox_domains: 'network.example',
    virtual_mailbox_maps: 'inline:{mail@network.example=twinleaf}',
    twinleaf_destination_recipient_limit: '1',
  }
  const main = Object.entries(own).map(([name, value]) => `${name} = ${value}`)
  const services = [
    `127.0.0.1:${smtp} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    ...['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce`),
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    ...['smtp', 'relay'].map((name) => `${name} unix - - n - - smtp`),
    'showq unix n - n - - showq',
    ...['error', 'retry'].map((name) => `${name} unix - - n - - error`),
    'virtual unix - n n - - virtual',
    'lmtp unix - - n - - lmtp',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
    ...(pipeTo ? [`twinleaf unix - n n - 2 pipe flags=DOR user=nobody argv=${pipeTo.join(' ')}`] : []),
  ]
  await writeFile(join(settings, 'main.cf'), `${main.join('\n')}\n`)
  await writeFile(join(settings, 'master.cf'), `${services.join('\n')}\n`)
  return settings
}

/** @returns its file of settings */
async function prepareDovecot(
  folder: string,
  { lmtp, imap }: { lmtp: number; imap: number },
): Promise<string> {
  const file = join(folder, 'dovecot.conf')
  await mkdir(join(folder, 'mailboxes'))
  await chown(join(folder, 'mailboxes'), nobody, nobody)
  await writeFile(
    file,
    `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${folder}/dovecot
state_dir = ${folder}/dovecot-state
log_path = ${folder}/dovecot.log
protocols = imap lmtp
ssl = no
auth_allow_cleartext = yes
listen = 127.0.0.1
mail_driver = maildir
mail_path = ${folder}/mailboxes/%{user | lower}
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
recipient_delimiter = +
passdb static {
  password = ${JSON.stringify(password)}
}
userdb static {
  fields {
    uid = nobody
    gid = nogroup
    home = ${folder}/mailboxes/%{user | lower}
  }
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtp}
  }
}
protocol lmtp {
  auth_username_format = %{user | lower}
}
`,
  )
  return file
}
