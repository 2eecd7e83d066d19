import type { Chapter } from './chapters.ts'

export const helpPath = '/help'
export const chapterPath = (chapter: Chapter) => `${helpPath}/${chapter}`

/** A picture of a chapter in a language. @param version of its content: another one is another address */
export const picturePath = (name: string, version: string) => `${helpPath}/pictures/${name}.webp?v=${version}`
