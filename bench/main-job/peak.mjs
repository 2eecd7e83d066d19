// Loaded before the program: at its end it writes down the most memory it had, in megabytes.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const { PEAK_FILE: file } = process.env
if (isMainThread && file)
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS / 1000)))
