import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { answering } from '../aside/answering.ts'
import { fontsFor } from '../fonts.ts'
import type { Order } from './index.ts'

// The entry of the process in which a file is made: an order comes in, a file goes out, and with the process goes the
// memory of fonts and compiler. Nothing here knows of a database or of requests.

/** Fonts that an operator has put there, for scripts that the shipped ones do not have. */
const ownFonts = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
        .map((name) => join(folder, name))
    : []

answering(({ template, data, at, fonts }: Order) => {
  const workspace = mkdtempSync(join(tmpdir(), 'twinleaf-pdf-'))
  try {
    const compiler = NodeCompiler.create({
      // An empty one: a template reads no file of ours.
      workspace,
      fontArgs: [{ fontPaths: [...fontsFor(JSON.stringify(data)), ...ownFonts(fonts)] }],
    })
    return data.map((one) => made(compiler, template, one, at))
  } finally {
    rmSync(workspace, { recursive: true })
  }
})

/** The file; nothing where it says a letter that no font has. */
function made(compiler: NodeCompiler, template: string, data: unknown, at: number): Buffer | null {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
  if (!compiled.result)
    throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'not compiled'))
  try {
    return compiler.pdf(compiled.result, {
      pdfStandard: 'ua-1' as never,
      pdfTags: true,
      creationTimestamp: at,
    })
  } catch (error) {
    if (/could not be displayed|missing glyph|not display/i.test(String(error))) return null
    throw error
  }
}
