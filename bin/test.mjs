/**
 * All checks: the tests, and beside them what only reads. CI runs this and nothing else. What could not run is counted as
 * skipped; in CI nothing may be for want of a browser or a server.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, pinnedNode, root, withTools } from './install.mjs'
import { installSystemPackages } from './system-packages.mjs'

/** What a check keeps for its next run, by the content of files. It goes with node_modules, so CI starts from nothing. */
const kept = (name) => join(root, 'node_modules/.cache/twinleaf', name)
const report = kept('vitest.json')

/** Far more than any check takes, and less than a machine that runs them for others would wait. */
const limitMinutes = 40

const node = (file, ...args) => [pinnedNode(), join(root, file), ...args]

const checks = {
  'format and lint': () => ['biome', 'ci', '--colors=off', '.'],
  'forgotten promises': () => ['oxlint', '--type-aware', '--deny-warnings'],
  types: () =>
    node(
      'node_modules/ts7/bin/tsc',
      '-p',
      'tsconfig.json',
      // Several would each work out most types for themselves: half as much again to do.
      '--checkers',
      '1',
      '--incremental',
      '--tsBuildInfoFile',
      kept('types'),
    ),
  'unused code': () => ['knip', '--cache', '--cache-location', kept('unused')],
  'who imports whom': () => [
    'depcruise',
    'src',
    '--cache',
    kept('imports'),
    '--cache-strategy',
    'content',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
  ],
  tests: () => [
    'vitest',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--reporter=./test/begun.ts',
  ],
  'generated docs': () => node('bin/twinleaf.mjs', 'docs', '--check'),
}

ensureInstalled()
const missing = installSystemPackages()

let passed = 0
let failed = process.env.CI && missing.length > 0 ? 1 : 0
let skipped = 0
rmSync(report, { force: true })
const { tests, ...reading } = checks
await Promise.all([
  // Those that begin at the same time would each build what their commands run on.
  run(node('bin/twinleaf.mjs', '--version')).then(() => check(['tests', tests])),
  oneAfterAnother(Object.entries(reading)),
])
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

/** Those that only read take what the tests leave of the processors, which often wait for something. */
async function oneAfterAnother(waiting) {
  for (const one of waiting) await check(one, constants.priority.PRIORITY_LOW)
}

/** Runs one to its end, and says and counts what came of it. */
async function check([name, command], priority) {
  const since = performance.now()
  const { code, output } = await run(command(), priority)
  const seconds = ((performance.now() - since) / 1000).toFixed(1).padStart(6)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${name}`)
  if (code !== 0) console.log(output.trimEnd())

  const counted = count(name, code)
  passed += counted.passed
  failed += counted.failed
  skipped += counted.skipped
}

/** A check counts as one; the tests count each, and a run that broke without a failing test counts as a failure. */
function count(name, code) {
  if (name !== 'tests' || !existsSync(report))
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const { testResults, ...of } = JSON.parse(readFileSync(report, 'utf8'))
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'skipped' || status === 'pending'),
  )
  for (const { fullName } of skipped) console.log(`skipped          ${fullName}`)
  const failed = code === 0 ? 0 : Math.max(of.numFailedTests, 1)
  return { passed: of.numPassedTests, failed, skipped: skipped.length }
}

/**
 * Runs a check to its end, or until the limit: then it is asked to say where it stands, and stopped with all it began.
 * What it began and left behind, and what holds on to its output, is not waited for.
 */
function run([program, ...args], priority) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...withTools(), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be told to stop.
    detached: true,
  })
  if (child.pid && priority !== undefined) setPriority(child.pid, priority)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part) => {
      output += part
    })
  }
  const tell = (signal) => {
    try {
      process.kill(-child.pid, signal)
    } catch {
      // All of it has ended.
    }
  }
  const stop = setTimeout(() => {
    output += `\nStopped, because it had not ended after ${limitMinutes} minutes.\n`
    child.kill('SIGTERM')
    setTimeout(tell, 10_000, 'SIGKILL').unref()
  }, limitMinutes * 60_000)
  const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of forwarded) process.on(signal, tell)
  return new Promise((settle) => {
    const end = (code, more = '') => {
      clearTimeout(stop)
      for (const signal of forwarded) process.off(signal, tell)
      tell('SIGKILL')
      for (const stream of [child.stdout, child.stderr]) stream.destroy()
      settle({ code, output: output + more })
    }
    child.on('error', (error) => end(1, error.message))
    child.on('close', (code) => end(code ?? 1))
    child.on('exit', (code) => setTimeout(end, 5_000, code ?? 1).unref())
  })
}
