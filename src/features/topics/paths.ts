import type { Place } from './schema.ts'
import type { Company } from './topic.ts'

export const topicsPath = '/office/topics'
export const calendarPath = (code: string) => `/office/topics/${code}`
export const topicPath = (code: string, number: number) => `/office/topics/${code}/${number}`
export const writePath = (code: string, number: number) => `${topicPath(code, number)}/write`
export const savePath = (code: string, number: number) => `${topicPath(code, number)}/save`
export const schedulePath = (code: string, number: number) => `${topicPath(code, number)}/schedule`
export const unschedulePath = (code: string, number: number) => `${topicPath(code, number)}/unschedule`
export const publishPath = (code: string, number: number) => `${topicPath(code, number)}/publish`
export const withdrawPath = (code: string, number: number) => `${topicPath(code, number)}/withdraw`
export const previewPath = (code: string, number: number, as: 'post' | 'feed') =>
  `${topicPath(code, number)}/as-${as}`
/** The mail to those who read with so many partners; `drawn` as HTML alone. */
export const mailPreviewPath = (code: string, number: number, company: Company, drawn = false) =>
  `${topicPath(code, number)}/as-mail${drawn ? '/drawn' : ''}?to=${company}`
export const plansPath = '/office/plan'
export const planPath = (code: string) => `/office/plan/${code}`
export const placePath = (code: string) => `${planPath(code)}/place`
export const copyPlanPath = (code: string) => `${planPath(code)}/copy`
/** The card of a post in the plan. */
export const cardId = (postId: string) => `post-${postId}`
/** The plan at a post that was just moved. @param was where it stood before, which undoes it */
export const movedPath = (code: string, { post, fortnight, part }: Place) =>
  `${planPath(code)}?${new URLSearchParams({ post, fortnight: `${fortnight ?? ''}`, part: part ?? '' })}#${cardId(post)}`
