export const roundPath = (code: string) => `/office/rounds/${code}`

/** The proposal of a round: its pairs. */
export const matchingPath = (code: string) => `/office/rounds/${code}/matching`
export const runPath = (code: string) => `${matchingPath(code)}/run`
export const runProgressPath = (code: string) => `${matchingPath(code)}/progress`
export const reservePath = (code: string) => `${matchingPath(code)}/reserve`
export const rulesPath = (code: string) => `${matchingPath(code)}/rules`
export const liftRulePath = (code: string) => `${rulesPath(code)}/lift`
export const trioPath = (code: string) => `${reservePath(code)}/trio`
export const exportPath = (code: string) => `${matchingPath(code)}/pairings.csv`

export const cancelRunPath = (code: string) => `${matchingPath(code)}/cancel`
/** Takes back the last change by hand. */
export const undoPath = (code: string) => `${matchingPath(code)}/undo`
export const holdPath = (code: string) => `${reservePath(code)}/hold`

/** Scenarios side by side. */
export const labPath = (code: string) => `${matchingPath(code)}/lab`
/** The form of a new scenario. @param from number of the scenario whose settings it starts with */
export const newScenarioPath = (code: string, from?: number) =>
  `${labPath(code)}/new${from === undefined ? '' : `?from=${from}`}`
export const scenarioPath = (code: string, number: number) => `${labPath(code)}/${number}`
export const scenarioProgressPath = (code: string, number: number) => `${scenarioPath(code, number)}/progress`
export const chooseScenarioPath = (code: string, number: number) => `${scenarioPath(code, number)}/choose`
export const rerunScenarioPath = (code: string, number: number) => `${scenarioPath(code, number)}/again`
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

/** What pairing two people would cost everybody else, before it is done. @param two ids of applications */
export const pricePath = (code: string, [one, other]: readonly [string, string]) =>
  `${matchingPath(code)}/price?one=${one}&other=${other}`

/** The same, once it has been worked out: a part of the page. */
export const priceFigurePath = (code: string, [one, other]: readonly [string, string]) =>
  `${matchingPath(code)}/price/figure?one=${one}&other=${other}`
/** Finding the two by name. */
export const findPricePath = (code: string) => `${matchingPath(code)}/price`
export const pinPath = (code: string) => `${matchingPath(code)}/price/pin`

/** Matching again while the round runs: those without a partner. */
export const againPath = (code: string) => `${roundPath(code)}/again`
export const runAgainPath = (code: string) => `${againPath(code)}/run`
export const againProgressPath = (code: string) => `${againPath(code)}/progress`
export const cancelAgainPath = (code: string) => `${againPath(code)}/cancel`
/** The new pairs as they are proposed, and who still waits. */
export const newPairsPath = (code: string, page = 1) =>
  `${againPath(code)}/pairs${page === 1 ? '' : `?page=${page}`}`
/** A pairing that may be ended. @param id of the pairing */
export const partPath = (code: string, id: string) => `${againPath(code)}/pairings/${id}`
export const rejoinPath = (code: string, id: string) => `${partPath(code, id)}/rejoin`
/** Somebody who waits. @param id of the application */
export const waitingPath = (code: string, id: string) => `${againPath(code)}/people/${id}`
export const leavePath = (code: string, id: string) => `${waitingPath(code, id)}/leave`
/** The mail that the release of the new pairs would send. @param id of the application */
export const previewAgainPath = (code: string, id: string) => `${waitingPath(code, id)}/mail`
export const releaseAgainPath = (code: string) => `${againPath(code)}/release`
/** What was released later. @param number of the scenario */
export const laterReleasePath = (code: string, number: number) => `${againPath(code)}/releases/${number}`

/** One proposed pair on facing pages. @param id of the pair in its scenario */
export const pairPath = (code: string, id: string) => `${matchingPath(code)}/pairs/${id}`
/** Whom someone could have as a partner instead, and at what cost. @param id of the application */
export const alternativesPath = (code: string, id: string) => `${matchingPath(code)}/people/${id}`
export const swapPath = (code: string, id: string) => `${alternativesPath(code, id)}/swap`
/** What partners of someone would cost, once it has been worked out: a part of the page. */
export const pricesPath = (code: string, id: string) => `${alternativesPath(code, id)}/prices`
/** The mail someone will get, as they will get it. @param id of the application */
export const previewPath = (code: string, id: string) => `${matchingPath(code)}/people/${id}/mail`

/** The same mail, laid out as a mail programme would show it. */
export const previewHtmlPath = (code: string, id: string) => `${previewPath(code, id)}.html`

export const releasePath = (code: string) => `/office/rounds/${code}/release`

/** The mails of a campaign on the mail desk. */
export const campaignMailsPath = (campaignId: string) => `/office/mail?campaign=${campaignId}#mails`

/** A participant's own page about their partner. */
export const partnerPath = '/me/partner'
export const notePath = `${partnerPath}/pass-on`
