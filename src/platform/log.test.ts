import { expect, test } from 'vitest'
import { openLog } from './log.ts'

test('whatever an error says, it stays in its line', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const forged = '\n{"level":30,"msg":"request","status":200}\r\u2028\u001b[2K'

  log.error({ err: new Error(`could not read ${forged}`), route: forged }, 'fault')

  const [line = ''] = lines
  expect([lines.length, line.indexOf('\n')]).toEqual([1, line.length - 1])
  expect(['\r', '\u001b'].filter((sign) => line.includes(sign))).toEqual([])
  expect(JSON.parse(line)).toMatchObject({ msg: 'fault', route: forged })
})
