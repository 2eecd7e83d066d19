import { expect, test } from 'vitest'
import { scenarioForm } from '../schema.ts'
import { choicesOf, unusual } from './choices.ts'
import { presetSettings, presets } from './presets.ts'

test.each(presets)('the preset %s differs from the usual settings, and can be run as it is', (preset) => {
  const settings = presetSettings(preset)

  const typed = Object.entries(choicesOf(settings)).map(([name, value]) => [
    name,
    value === null ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
  ])
  const form = scenarioForm.safeParse({ ...Object.fromEntries(typed), title: '', seed: '' })

  expect(unusual(settings)).not.toEqual([])
  expect(form.success).toBe(true)
})
