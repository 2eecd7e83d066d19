/** Meets one of the things, by its place among them, and says as JSON what became of it and what it took. */
import { readFileSync } from 'node:fs'
import { decoder } from '../../src/platform/pictures.ts'
import { things } from './things.ts'

const [, , at = '', file = ''] = process.argv
const thing = things[Number(at)]
if (!thing) throw new Error(`no thing ${at}`)
// What a server that has read one picture has in its memory already.
await decoder()
const sent = readFileSync(file)
const [before, since] = [process.memoryUsage().rss, process.cpuUsage()]
const became = await thing.meet(sent)
const { user, system } = process.cpuUsage(since)
const mb = Math.max(0, process.resourceUsage().maxRSS / 1024 - before / 1024 ** 2)
console.log(JSON.stringify({ became, ms: (user + system) / 1000, mb }))
