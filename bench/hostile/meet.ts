/** Meets one of the things, by its place among them, and says as JSON what became of it and what it took, with the process where pictures are read. */
import { readFileSync } from 'node:fs'
import { sizeOfPicture } from '../../src/platform/pictures/index.ts'
import { png } from '../../src/platform/pictures/pictures.builder.ts'
import { cpuMsOf } from '../processor.ts'
import { things } from './things.ts'

const [, , at = '', file = ''] = process.argv
const thing = things[Number(at)]
if (!thing) throw new Error(`no thing ${at}`)
// What a server that has just read one picture has in its memory already.
await sizeOfPicture(png(9, 9, Buffer.alloc(9 * 28)))
const beside = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim()
const ours = [process.pid, ...beside.split(' ').map(Number)]

/** The most that each has held so far, in megabytes, and its processor time in milliseconds. */
function taken(): { mb: number; ms: number }[] {
  return ours.map((pid) => {
    const most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
    return { mb: most, ms: cpuMsOf(pid) }
  })
}

const sent = readFileSync(file)
const before = taken()
const became = await thing.meet(sent)
const more = taken().map(({ mb, ms }, index) => ({
  mb: mb - (before[index]?.mb ?? 0),
  ms: ms - (before[index]?.ms ?? 0),
}))
const sum = (of: 'mb' | 'ms') => more.reduce((all, one) => all + one[of], 0)
console.log(JSON.stringify({ became, ms: sum('ms'), mb: sum('mb') }))
