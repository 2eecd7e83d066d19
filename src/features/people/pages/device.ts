import type { Frame } from '../../../ui/index.ts'
import { deviceOf } from '../device.ts'
import { words } from '../words.ts'

/** A device as its owner may recognise it: "Firefox on Windows". */
export function deviceName(frame: Frame, userAgent: string | null): string {
  const t = words(frame.locale)
  const device = deviceOf(userAgent)
  return device ? t('me.sessions.device', device) : t('me.sessions.unknown')
}
