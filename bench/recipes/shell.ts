import { type SpawnOptionsWithoutStdio, spawn } from 'node:child_process'

const end = 'the end of these commands'

/** A shell that goes on from where it was, variables included, until a command fails. */
export function openShell(program: string, args: string[], options: SpawnOptionsWithoutStdio) {
  const child = spawn(program, args, options)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part
    })
  return {
    /** @throws when one of them fails */
    give(commands: string): Promise<string> {
      said = ''
      child.stdin.write(`${commands}\necho '${end}'\n`)
      return new Promise((resolve, reject) => {
        child.once('exit', () => reject(new Error(`${commands}\n${said}`)))
        child.stdout.on('data', function look() {
          if (!said.includes(end)) return
          child.stdout.off('data', look)
          child.removeAllListeners('exit')
          resolve(said.slice(0, said.indexOf(end)).trim())
        })
      })
    },
    end: () => child.stdin.end(),
  }
}
