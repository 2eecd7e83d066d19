import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What this process has counted since its start. */
export const counted = new Registry()

/** The event loop, memory and CPU of the process, under the names that everyone's dashboards know. */
collectDefaultMetrics({ register: counted, eventLoopMonitoringPrecision: 20 })

const requests = new Counter({
  name: 'twinleaf_http_requests_total',
  help: 'Requests by the pattern of their address, and their answer.',
  labelNames: ['method', 'route', 'status'],
  registers: [counted],
})

const durations = new Histogram({
  name: 'twinleaf_http_request_duration_seconds',
  help: 'Time until an answer began, by the pattern of the address.',
  labelNames: ['route'],
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [counted],
})

const refusals = new Counter({
  name: 'twinleaf_refusals_total',
  help: 'Requests that were refused, by why.',
  labelNames: ['code'],
  registers: [counted],
})

const policyReports = new Counter({
  name: 'twinleaf_csp_reports_total',
  help: 'What browsers report of our pages: by the directive, and by where it came from that was blocked.',
  labelNames: ['directive', 'blocked'],
  registers: [counted],
})

/** Something that is counted. `route`: the pattern of the address, never the address itself. */
export type Counted =
  | { request: { method: string; route: string; status: number; ms: number } }
  | { refusal: string }
  | { policyReport: { directive: string; blocked: string } }

export function count(one: Counted): void {
  if ('refusal' in one) refusals.inc({ code: one.refusal })
  else if ('policyReport' in one) policyReports.inc(one.policyReport)
  else {
    const { method, route, status, ms } = one.request
    requests.inc({ method, route, status })
    durations.observe({ route }, ms / 1000)
  }
}

let note = count

/** From now on, another process counts what happens in this one. */
export function countElsewhere(tell: (one: Counted) => void): void {
  note = tell
}

export const countRequest = ({
  method,
  route,
  status,
  ms,
}: Extract<Counted, { request: object }>['request']) => note({ request: { method, route, status, ms } })

export const countRefusal = (refusal: string) => note({ refusal })

export const countPolicyReport = (policyReport: { directive: string; blocked: string }) =>
  note({ policyReport })
