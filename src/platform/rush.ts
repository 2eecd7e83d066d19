import { cpus } from 'node:os'

/** Whether so many ask for pages that a second process answers some of them. */
export const rush = { isOn: false }

/** Processor time since the machine began, of all processors, in ms. */
export type Spent = { idle: number; all: number }

/** Below this share of unused processor time, whoever begins something takes it from somebody else. */
const leastSpare = 0.15

export const isFull = (before: Spent, now: Spent): boolean =>
  now.idle - before.idle < leastSpare * (now.all - before.all)

/** So long, in ms, a look at the processors holds. */
const lookMs = 250

let last = { at: 0, spent: spentNow(), isFull: false }

/** Whether in a rush all processors have their hands full, as of the last quarter of a second. */
export function isMachineFull(): boolean {
  const at = performance.now()
  if (rush.isOn && at - last.at >= lookMs) {
    const spent = spentNow()
    last = { at, spent, isFull: isFull(last.spent, spent) }
  }
  return rush.isOn && last.isFull
}

function spentNow(): Spent {
  const times = cpus().map((one) => one.times)
  const idle = times.reduce((sum, one) => sum + one.idle, 0)
  const busy = times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, 0)
  return { idle, all: idle + busy }
}
