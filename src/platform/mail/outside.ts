import type { App } from '../app.ts'

/** The part of the outside world that sending needs: a worker that only sends mail keeps no queue of jobs. */
export type Outside = Pick<App, 'db' | 'now' | 'origin' | 'config' | 'log' | 'traces' | 'lists'>
