import type { Chapter } from './chapters.ts'

export const helpPath = '/help'
export const chapterPath = (chapter: Chapter) => `${helpPath}/${chapter}`
