import { parentPort, workerData } from 'node:worker_threads'
import { answerTo, type Question } from './questions.ts'
import type { Said } from './run-in-thread.ts'

// The entry of the thread in which the matching runs, so that pages stay quick. Plain data in and out;
// nothing here knows of a database.
const say = (said: Said) => parentPort?.postMessage(said)

const answer = answerTo(workerData as Question, (progress) => say({ progress }))
say({ answer })
