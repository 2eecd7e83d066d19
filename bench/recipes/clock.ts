/** The seconds that all of it took so far. */
export const clock = { all: 0 }

export async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const since = performance.now()
  const result = await work()
  const seconds = (performance.now() - since) / 1000
  clock.all += seconds
  say(what, seconds)
  return result
}

export const say = (what: string, seconds: number) =>
  console.log(`${what.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s`)
