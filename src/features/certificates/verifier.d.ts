// What others check badges with, as far as our tests use it.
declare module '@digitalbazaar/vc' {
  type Checked = {
    verified: boolean
    error?: { errors?: Error[] }
    statusResult?: { results: { status: boolean }[] }
  }
  export function verifyCredential(options: object): Promise<Checked>
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: object)
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<object>
}
