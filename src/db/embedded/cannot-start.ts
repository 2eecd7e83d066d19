/** The embedded database cannot be started; the message is for someone who runs the site, and says what to do. */
export class CannotStart extends Error {
  override name = 'CannotStart'
  /** Whether it could be started once there is room on the disk. */
  readonly isFull: boolean

  constructor(message: string, { isFull = false } = {}) {
    super(message)
    this.isFull = isFull
  }
}

const isFull = (words: string) => /no space left on device|disk quota exceeded/i.test(words)

/** What PostgreSQL said last, turned into a sentence. @param said its lines, each with its level before it */
export function cannotStart(cluster: string, said: readonly string[]): CannotStart {
  const words = said.join('\n')
  if (isFull(words))
    return new CannotStart(`The disk with ${cluster} is full. Make room on it, and start again.`, {
      isFull: true,
    })
  return new CannotStart(
    `PostgreSQL does not start on ${cluster}: ${reasonIn(said)}. If its files are damaged, put DATA_DIR back from the newest backup.`,
  )
}

/** Its first FATAL or PANIC; of settings that are wrong, which it names in the line before. */
function reasonIn(said: readonly string[]): string {
  const at = said.findIndex((line) => /^(FATAL|PANIC):/.test(line))
  const line = said[at]?.includes('contains errors') ? said[at - 1] : (said[at] ?? said.at(-1))
  return (line ?? 'it says nothing').replace(/^[A-Z]+: +/, '').replace(/\.$/, '')
}
