import { TooLarge } from './refusals.ts'

/** What a request sends, as text. @throws TooLarge `too-large` before more than that is held */
export async function shortText(request: Request, mostBytes: number): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of request.body ?? []) {
    bytes += part.byteLength
    if (bytes > mostBytes) throw new TooLarge('too-large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}
