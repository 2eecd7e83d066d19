import { parentPort, workerData } from 'node:worker_threads'
import { propose } from './propose.ts'
import type { Said } from './run-in-thread.ts'
import type { Inputs } from './scenario.ts'

// The entry of the thread in which the matching runs, so that pages stay quick. Plain data in and out;
// nothing here knows of a database.
const say = (said: Said) => parentPort?.postMessage(said)

const outcome = propose(workerData as Inputs, (progress) => say({ progress }))
say({ outcome })
