import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../src/platform/root.ts'

/** Runs a program in our place, as the shells do where another Node started them. */
function inPlaceOf(program: string) {
  const script = `
    import { run } from ${JSON.stringify(join(root, 'bin/run.mjs'))}
    process.exit(await run(process.execPath, ['--eval', ${JSON.stringify(program)}]))`
  const outer = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void outer.kill('SIGKILL'))
  return outer
}

const says = async (outer: ReturnType<typeof inPlaceOf>) => String(await once(outer.stdout, 'data')).trim()

test('a program in our place ends us with its own exit code', async () => {
  const outer = inPlaceOf('process.exit(7)')

  expect(await once(outer, 'exit')).toEqual([7, null])
})

test('a signal to us reaches the program in our place, which may take its time', async () => {
  const outer = inPlaceOf(`
    process.on('SIGTERM', () => setTimeout(() => process.exit(3), 200))
    setInterval(() => {}, 1000)
    console.log('ready')`)
  await says(outer)

  outer.kill('SIGTERM')

  expect(await once(outer, 'exit')).toEqual([3, null])
})

test.runIf(process.platform === 'linux')('killed, we take the program in our place with us', async () => {
  const outer = inPlaceOf("setInterval(() => {}, 1000); console.log('ready')")
  await says(outer)

  outer.kill('SIGKILL')

  // The program holds the other end of this pipe for as long as it lives.
  const ended = once(outer.stdout, 'close').then(() => 'ended')
  expect(await Promise.race([ended, pause(2000, 'still there')])).toBe('ended')
})

/** A project of one command and no stylesheet, with our shells. */
async function aProject() {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-bin-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  await mkdir(join(folder, 'src/cli'), { recursive: true })
  await mkdir(join(folder, 'src/web'))
  await writeFile(join(folder, 'src/web/assets.ts'), 'export const buildAssets = () => null\n')
  await mkdir(join(folder, 'public'))
  await writeFile(join(folder, 'package-lock.json'), '{}')
  await mkdir(join(folder, 'node_modules'))
  for (const name of ['esbuild', '@esbuild']) {
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  }
  const write = (word: string) =>
    writeFile(
      join(folder, 'src/cli/main.ts'),
      `const word: string = ${JSON.stringify(word)}\nif (word === 'bad') throw new Error(word)\nconsole.log(word, ...process.execArgv)\n`,
    )
  const command = [join(folder, 'bin/twinleaf.mjs')]
  // What says that packages are installed; the Node that runs the tests is new enough to be used.
  await writeFile(join(folder, 'node_modules/.package-lock.json'), '{}')
  return {
    folder,
    write,
    run: (words: string[] = [], flags: string[] = []) => {
      const all = [...flags, ...command, ...words]
      const { status, stdout, stderr } = spawnSync(process.execPath, all, {
        encoding: 'utf8',
        timeout: 60_000,
      })
      return { status, stdout, stderr }
    },
    start: () => spawn(process.execPath, command),
    bundles: async () => {
      const names = await readdir(join(folder, 'node_modules/.cache/twinleaf'))
      return names.filter((name) => name.startsWith('bundle-'))
    },
  }
}

test('the command line follows its sources, and prints nothing of its own', async () => {
  const project = await aProject()

  await project.write('one')
  const first = project.run()
  await project.write('two')
  const second = project.run()

  expect([first, second]).toEqual([
    { status: 0, stdout: 'one\n', stderr: '' },
    { status: 0, stdout: 'two\n', stderr: '' },
  ])
  expect(await project.bundles()).toHaveLength(2)
})

test('a fault is shown where it stands in the sources', async () => {
  const project = await aProject()
  await project.write('bad')

  const { status, stderr } = project.run()

  expect(status).toBe(1)
  expect(stderr).toContain('src/cli/main.ts:2:')
})

test.runIf(process.platform === 'linux')(
  'what lasts is told to take little memory, unless someone said otherwise',
  async () => {
    const project = await aProject()
    await project.write('one')

    const said = [
      project.run(['list']),
      project.run(['serve'], ['--no-warnings']),
      project.run(['serve'], ['--max-semi-space-size=32']),
    ]

    expect(said.map(({ stdout }) => stdout)).toEqual([
      'one\n',
      'one --no-warnings --max-semi-space-size=4 --heap-growing-percent=50\n',
      'one --max-semi-space-size=32\n',
    ])
  },
)

/** Root may write anywhere, unless it goes without the right to. */
const withoutThatRight = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : []

test('an account that may not write there runs what was prepared, and is told when it was not', async () => {
  const { folder, write, run } = await aProject()
  await write('one')
  run()
  const moved = `${folder}-moved`
  await rename(folder, moved)
  onTestFinished(() => rm(moved, { recursive: true }))
  const packages = join(moved, 'node_modules')
  const runThere = () => {
    const [program = '', ...args] = [...withoutThatRight, process.execPath, join(moved, 'bin/twinleaf.mjs')]
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }
  await chmod(packages, 0o555)

  const prepared = runThere()
  await rm(join(packages, '.cache/twinleaf'), { recursive: true })
  const unprepared = runThere()

  await chmod(packages, 0o755)
  expect(prepared).toEqual({ status: 0, said: 'one\n' })
  expect(unprepared).toEqual({
    status: 1,
    said: `Twinleaf is not prepared, and this account may not write to ${packages}. Let the account that owns it run: node ${moved}/bin/prepare.mjs\n`,
  })
})

test('several starts at once share one bundle', async () => {
  const project = await aProject()
  await project.write('one')

  const exits = await Promise.all([1, 2, 3, 4].map(async () => (await once(project.start(), 'exit'))[0]))

  expect(exits).toEqual([0, 0, 0, 0])
  expect(await project.bundles()).toEqual([expect.stringMatching(/^bundle-[0-9a-f]{24}$/)])
})
