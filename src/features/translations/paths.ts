import type { Tongue } from './tongue.ts'

export const translationsPath = '/office/translations'
export const tonguePath = (locale: Tongue) => `${translationsPath}/${locale}`
/** All sentences of a folder, `features/rounds` or `platform`. */
export const folderPath = (locale: Tongue, folder: string) =>
  `${tonguePath(locale)}/${folder.replace('features/', '')}`
export const exportPath = (locale: Tongue) => `${tonguePath(locale)}/download.xlf`
export const checkPath = `${translationsPath}/check`
