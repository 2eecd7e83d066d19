import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { aReader, hasChromium } from '../../test/journeys/browser.ts'
import { type Everything, everything } from './testing/everything.ts'

test.skipIf(!hasChromium)('in a browser all is as in Node', async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'testing/everything.ts')],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'library',
    write: false,
  })
  const page = await (await aReader()).newPage()
  await page.addScriptTag({ content: outputFiles[0]!.text })

  const there: string = await page.evaluate('JSON.stringify(library.everything())')

  const found: Everything = JSON.parse(there)
  expect(found.verdicts.map(({ ok }) => ok)).toEqual(new Array(8).fill(true))
  expect(found).toEqual(JSON.parse(JSON.stringify(everything())))
})
