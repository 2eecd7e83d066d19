import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import { fontsFor } from '../../src/platform/fonts.ts'
import { callRelay } from '../../src/platform/mail/index.ts'
import { relayIn } from '../../src/platform/mail/transports/smtp-lines.ts'
import { root } from '../../src/platform/root.ts'
import { aRelay } from '../outbox/relay.ts'
import { boxesOf, isStep } from './recipe.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const pages = ['README.md', ...readdirSync(join(root, 'docs/running')).map((name) => `docs/running/${name}`)]
const recipes = ['debian.md', 'email.md', 'container.md']

/** A machine in a folder, on which the lines of a page that need no rights are given. */
const machine = mkdtempSync(join(tmpdir(), 'twinleaf-recipe-'))
for (const folder of ['opt/twinleaf', 'var/lib/twinleaf', 'etc/caddy', 'etc/nginx/conf.d', 'etc/twinleaf'])
  mkdirSync(join(machine, folder), { recursive: true })
execFileSync('cp', ['--recursive', join(root, 'deploy'), join(machine, 'opt/twinleaf')])
afterAll(() => rmSync(machine, { recursive: true }))

const needsNoRights = /^([A-Z]+=|cat |echo |openssl |sed )/
function give(commands: string): string {
  // A text that goes into a file belongs to the line before it.
  const lines = commands.match(/^.*<<END\n[\s\S]*?^END$|^.+$/gm) ?? []
  const ours = lines.filter((line) => needsNoRights.test(line)).join('\n')
  const here = ours.replaceAll(/(?<![\w./])\/(opt|var|etc)\//g, `${machine}/$1/`)
  return execFileSync('bash', ['-euc', here], { encoding: 'utf8', stdio: 'pipe' })
}

const boxesUnder = (page: string, headings: RegExp) =>
  boxesOf(page)
    .filter(({ under, commands }) => headings.test(under) || commands.startsWith('SITE='))
    .map(({ commands }) => commands)
    .join('')

const settings = () =>
  readConfig(parseEnv(readFileSync(join(machine, 'opt/twinleaf/.env'), 'utf8')) as Record<string, string>)

describe('the recipe for Debian', () => {
  test('its settings are understood: a site of that name, reached by the proxy alone', () => {
    give(boxesUnder('debian.md', /^\d/))

    const { origin, host, port, trustedProxies, dataDir, mail, databaseUrl } = settings()

    expect({ origin, host, port, trustedProxies, databaseUrl, from: mail.from }).toEqual({
      origin: 'https://network.example.org',
      host: '127.0.0.1',
      port: 3000,
      trustedProxies: ['127.0.0.1'],
      databaseUrl: null,
      from: 'hello@network.example.org',
    })
    expect(dataDir).toBe(join(machine, 'var/lib/twinleaf'))
  })

  test('both proxies are given the name of the site in all places', () => {
    const own = (commands: string) => commands.replace(/^SITE=.*$/m, 'SITE=peers.library.example')
    give(own(boxesUnder('debian.md', /^\d|nginx/)))

    const made = ['caddy/Caddyfile', 'nginx/conf.d/twinleaf.conf'].map((file) =>
      readFileSync(join(machine, 'etc', file), 'utf8'),
    )

    for (const text of made) {
      expect(text).toContain('peers.library.example')
      expect(text).not.toContain('network.example.org')
    }
  })

  test('its steps are numbered without a gap', () => {
    const numbers = boxesOf('debian.md')
      .filter(isStep)
      .map(({ under }) => Number.parseInt(under, 10))

    expect([...new Set(numbers)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

test('by Postfix and with a key of our own, emails go to this machine and are signed for the domain', () => {
  give(boxesUnder('debian.md', /^\d/))
  give(boxesUnder('email.md', /^By Postfix|^Be believed/))

  const { mail } = settings()

  expect({ ...mail, dkim: { ...mail.dkim, privateKey: null } }).toEqual({
    transport: 'smtp',
    smtpUrl: 'smtp://127.0.0.1:25',
    from: 'hello@network.example.org',
    bounceAddress: null,
    mailbox: null,
    dkim: { domain: 'network.example.org', selector: 'twinleaf', privateKey: null },
  })
})

test('with a mailbox at a provider, what comes back is read from there', () => {
  give(boxesUnder('debian.md', /^\d/))
  give(boxesUnder('email.md', /^Read from a mailbox/))

  const { bounceAddress, mailbox } = settings().mail

  expect({ bounceAddress, ...mailbox }).toEqual({
    bounceAddress: 'mail@network.example.org',
    ...{ host: 'imap.example.org', port: 993, isSecure: true, folder: 'INBOX' },
    ...{ user: 'mail@network.example.org', password: 'password' },
    name: 'mail@network.example.org at imap.example.org, INBOX',
  })
})

test('with a provider, both ways are understood', () => {
  const named = [...read('docs/running/email.md').matchAll(/SMTP_URL=(smtps?:\/\/[^'`\s]+)/g)].map(
    ([, url]) => url,
  )

  const understood = named.map((SMTP_URL) => readConfig({ SMTP_URL, DATA_DIR: machine }).mail)

  expect(understood.map(({ transport, smtpUrl }) => [transport, smtpUrl])).toEqual([
    ['smtp', 'smtps://user:password@smtp.example.org'],
    ['smtp', 'smtp://user:password@smtp.example.org:587'],
    ['smtp', 'smtp://127.0.0.1:25'],
  ])
})

test('a provider is told no password before the line is encrypted; this machine is', () => {
  const asked = [
    ...['smtp://user:password@smtp.example.org:587', 'smtp://user:password@127.0.0.1', 'smtp://127.0.0.1:25'],
    'smtp://user:password@smtp.example.org?ignoreTLS=true',
  ]

  expect(asked.map((url) => relayIn(url).requireTLS ?? false)).toEqual([true, false, false, false])
})

test('with requireTLS, whoever says that there is no encryption is not told the password', async () => {
  const told: string[] = []
  const relay = await aRelay({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username = '' }, _session, callback) {
      told.push(username)
      callback(null, { user: username })
    },
  })
  onTestFinished(() => relay.close())
  const url = relay.url.replace('smtp://', 'smtp://user:password@')

  await expect(callRelay(`${url}?requireTLS=true`)).rejects.toThrow('STARTTLS')
  expect(told).toEqual([])

  await callRelay(url)
  expect(told).toEqual(['user'])
})

/** What a text names that is not there, once each. */
const missing = (names: Iterable<string | undefined>, isThere: (name: string) => boolean) =>
  [...new Set(names)].filter((name): name is string => name !== undefined && !isThere(name))

describe('what the pages for operators name is there', () => {
  test('files of the program', () => {
    const commands = recipes.flatMap((page) => boxesOf(page)).map(({ commands }) => commands)
    const unit = read('deploy/systemd/twinleaf.service')
    const paths = [...[...commands, unit].join('\n').matchAll(/\/opt\/twinleaf(?:\.new)?\/([\w/.-]+\w)/g)]

    const gone = missing(
      paths.map(([, path]) => path),
      (path) => path === '.env' || existsSync(join(root, path)),
    )

    expect(paths.length).toBeGreaterThan(10)
    expect(gone).toEqual([])
  })

  test('other pages, and files one is sent to', () => {
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => join(dirname(page), to)),
    )

    expect(missing(links, (path) => existsSync(join(root, path)))).toEqual([])
  })

  test('settings', () => {
    const example = read('.env.example')
    const named = pages.flatMap((page) => [
      ...read(page).matchAll(/(?:--env |^|\n|')((?:[A-Z]+_)+[A-Z]+|HOST|PORT|SECRET)=/g),
    ])

    const unknown = missing(
      named.map(([, name]) => name),
      (name) => example.includes(`\n${name}=`),
    )

    expect(named.length).toBeGreaterThan(10)
    expect(unknown).toEqual([])
  })

  test('commands, with their options', () => {
    const known = commandsOf(read('docs/generated/commands.md'))
    const inCode = /(?:`|^ *|npx |exec twinleaf |\/deploy\/)twinleaf ([a-z][^`\n|&>]*)/gm
    const named = pages.flatMap((page) => [...read(page).matchAll(inCode)].map(([, words = '']) => words))

    const unknown = named.flatMap((words) => {
      const [, group] = /^(.+) --help$/.exec(words) ?? []
      if (group) return missing([group], () => known.some(({ name }) => name.startsWith(group)))
      const command = known.find(({ name }) => `${words} `.startsWith(`${name} `))
      const options = words.match(/(?<= )--[a-z-]+/g) ?? []
      return command ? missing(options, (option) => command.help.includes(`\`${option}`)) : [words]
    })

    expect(named.length).toBeGreaterThan(20)
    expect(unknown).toEqual([])
  })
})

/** Longer names first: `mail list` before a `mail` would be found. */
const commandsOf = (page: string) =>
  page
    .split(/^## /m)
    .slice(1)
    .map((help) => ({ name: /^[a-z-]+(?: [a-z-]+)*/.exec(help)?.[0] ?? '', help }))
    .sort((a, b) => b.name.length - a.name.length)

describe('the service', () => {
  const unit = join(machine, 'twinleaf.service')
  const analyze = (...args: string[]) => spawnSync('systemd-analyze', [...args, unit], { encoding: 'utf8' })
  const isHere = spawnSync('systemd-analyze', ['--version']).status === 0
  execFileSync('bash', [
    '-c',
    `sed 's#/opt/twinleaf#${root}#' ${root}/deploy/systemd/twinleaf.service > ${unit}`,
  ])

  test.runIf(isHere)('systemd understands it, and finds it shut in', () => {
    const verified = analyze('verify')
    const judged = analyze('security', '--offline=yes', '--no-pager', '--threshold=15')

    expect([verified.status, verified.stderr]).toEqual([0, ''])
    expect([judged.status, judged.stdout.split('\n').at(-2)]).toEqual([0, expect.stringContaining('OK')])
  })

  test('its commands are for root', () => {
    const isRoot = process.getuid?.() === 0
    const command = ['sh', join(machine, 'opt/twinleaf/deploy/twinleaf'), 'doctor']
    const [program = '', ...args] = isRoot ? ['unshare', '--user', ...command] : command

    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })

    expect([status, stderr]).toEqual([2, 'twinleaf works for root only: sudo twinleaf doctor\n'])
  })
})

describe('the image', () => {
  const [, taken = ''] = /cp --archive (--parents [\s\S]*?)\/image\n/.exec(read('deploy/Containerfile')) ?? []

  const sources = () =>
    globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'))

  test('holds all that the program needs to start, and packages that it asks for later', () => {
    execFileSync(process.execPath, [join(root, 'bin/twinleaf.mjs'), '--version'])
    // Not below our own folder: Node also looks for packages in all folders above.
    const image = mkdtempSync(join(machine, 'image-'))
    execFileSync('bash', ['-c', `cp --archive ${taken} ${image}`], { cwd: root })
    const run = (...args: string[]) =>
      spawnSync(join(image, 'node_modules/.bin/node'), args, { cwd: image, encoding: 'utf8' })
    const asked = sources().flatMap((file) =>
      [...read(file).matchAll(/createRequire\(import\.meta\.url\)\('([^']+)'\)/g)].map(
        ([, name = '']) => name,
      ),
    )

    const { stdout, stderr } = run('bin/twinleaf.mjs', '--version')
    const absent = missing(asked, (name) => run('--eval', `require(${JSON.stringify(name)})`).status === 0)

    const { version } = JSON.parse(read('package.json'))
    expect([stdout, stderr]).toEqual([`${version}\n`, ''])
    expect(asked.length).toBeGreaterThan(1)
    expect(absent).toEqual([])
    const fonts = fontsFor('馆').map((font) => relative(root, font))
    expect(fonts.length).toBeGreaterThan(4)
    expect(fonts.filter((font) => !existsSync(join(image, font)))).toEqual([])
  })

  test('holds every folder that the program reads', () => {
    const forThoseWhoWorkOnIt = /^(docs\/generated|node_modules\/\.bin|native)|^\.env$/
    const reads = sources().flatMap((file) =>
      [...read(file).matchAll(/join\(root, ((?:'[^']+'(?:, )?)+)/g)].map(([, parts = '']) =>
        [...parts.matchAll(/'([^']+)'/g)].map(([, part]) => part).join('/'),
      ),
    )
    const [inImage, sent] = [taken.split(/\s+/), read('.dockerignore')]

    const absent = missing(
      reads.filter((path) => !forThoseWhoWorkOnIt.test(path)),
      (path) =>
        path.startsWith('node_modules/')
          ? inImage.some((one) => one.startsWith(path))
          : inImage.some((one) => `${path}/`.startsWith(`${one}/`) && sent.includes(`\n!${one}\n`)),
    )

    expect(reads).toContain('docs/handbook')
    expect(absent).toEqual([])
  })
})
