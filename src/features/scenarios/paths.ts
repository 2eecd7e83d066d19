import { withQuery } from '../../platform/paths.ts'
import { matchingPath } from '../rounds/index.ts'
import type { Preset } from './scenario/presets.ts'
import type { ScenarioList } from './schema.ts'

export const runPath = (code: string) => `${matchingPath(code)}/run`
export const runProgressPath = (code: string) => `${matchingPath(code)}/progress`
export const reservePath = (code: string, page?: number) =>
  withQuery(`${matchingPath(code)}/reserve`, { page })
export const rulesPath = (code: string, page?: number) => withQuery(`${matchingPath(code)}/rules`, { page })
export const liftRulePath = (code: string) => `${rulesPath(code)}/lift`
export const trioPath = (code: string) => `${reservePath(code)}/trio`
export const cancelRunPath = (code: string) => `${matchingPath(code)}/cancel`
/** Takes back the last change by hand. */
export const undoPath = (code: string) => `${matchingPath(code)}/undo`
export const holdPath = (code: string) => `${reservePath(code)}/hold`
/** Scenarios side by side. */
export const labPath = (code: string) => `${matchingPath(code)}/lab`
/** The form of a new scenario. @param from number of the scenario, or name of the preset, that it starts with */
export const newScenarioPath = (code: string, from?: number | Preset) =>
  `${labPath(code)}/new${from === undefined ? '' : `?${typeof from === 'number' ? 'from' : 'preset'}=${from}`}`
export const scenarioPath = (code: string, number: number) => `${labPath(code)}/${number}`
export const scenarioProgressPath = (code: string, number: number) => `${scenarioPath(code, number)}/progress`
/** Lists of a scenario that are too long for its own page. */
export const scenarioListPath = (code: string, number: number, list: ScenarioList, page?: number) =>
  withQuery(`${scenarioPath(code, number)}/lists`, { of: list, page })
export const chooseScenarioPath = (code: string, number: number) => `${scenarioPath(code, number)}/choose`
export const rerunScenarioPath = (code: string, number: number) => `${scenarioPath(code, number)}/rerun`
/** Two scenarios as a list of differences. */
export const comparePath = (code: string, one: number, other: number) =>
  `${labPath(code)}/compare?one=${one}&other=${other}`
/** The same for a spreadsheet. */
export const compareFilePath = (code: string, one: number, other: number) =>
  `${labPath(code)}/compare.csv?one=${one}&other=${other}`
/** The proof of a scenario as files for `twinleaf matching verify`, and the scenario whole. */
export const graphPath = (code: string, number: number) => `${scenarioPath(code, number)}/graph.txt`
export const proofPath = (code: string, number: number) => `${scenarioPath(code, number)}/proof.json`
export const scenarioFilePath = (code: string, number: number) =>
  `${scenarioPath(code, number)}/scenario.json`
/** What pairing two people would cost everyone else, before it is done. @param two ids of applications */
export const pricePath = (code: string, [one, other]: readonly [string, string]) =>
  `${matchingPath(code)}/price?one=${one}&other=${other}`
/** The same, once it has been worked out: a part of the page. */
export const priceFigurePath = (code: string, [one, other]: readonly [string, string]) =>
  `${matchingPath(code)}/price/figure?one=${one}&other=${other}`
/** Finding the two by name. */
export const findPricePath = (code: string) => `${matchingPath(code)}/price`
export const pinPath = (code: string) => `${matchingPath(code)}/price/pin`
/** One proposed pair on facing pages. @param id of the pair in its scenario */
export const pairPath = (code: string, id: string) => `${matchingPath(code)}/pairs/${id}`
/** Notes that a pair was looked at. */
export const lookPath = (code: string, id: string) => `${pairPath(code, id)}/look`
/** Whom someone could have as a partner instead, and at what cost. @param id of the application */
export const alternativesPath = (code: string, id: string) => `${matchingPath(code)}/people/${id}`
export const swapPath = (code: string, id: string) => `${alternativesPath(code, id)}/swap`
/** What partners of someone would cost, once it has been worked out: a part of the page. */
export const pricesPath = (code: string, id: string) => `${alternativesPath(code, id)}/prices`
