import type { World } from './world.ts'

/** How long volunteers take for what they do, in minutes: invented, and what all hours of a simulation rest on. */
export const takes = {
  announce: 10,
  readCap: 8,
  readPair: 1.5,
  readRehearsal: 10,
  writeTopic: 13,
  publishTopic: 8,
  answerHelp: 6,
  readContradiction: 2,
  settleCase: 3,
  openEndings: 1,
  readEnding: 0.5,
  rematch: 8,
} as const

/** Time passes while somebody works. */
export function work({ app, at }: World, minutes: number): void {
  at(new Date(app.now().getTime() + minutes * 60_000))
}

/** The time that a volunteer has on one evening. */
export class Sitting {
  readonly #world: World
  readonly #until: Date
  /** Whether there was more to do than time. */
  isCutShort = false

  constructor(world: World, minutes: number) {
    this.#world = world
    this.#until = new Date(world.app.now().getTime() + minutes * 60_000)
  }

  /** Takes time for something. @returns false when there is not enough left */
  has(minutes: number): boolean {
    const end = new Date(this.#world.app.now().getTime() + minutes * 60_000)
    if (end > this.#until) this.isCutShort = true
    else this.#world.at(end)
    return end <= this.#until
  }
}
