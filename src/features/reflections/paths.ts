import { mePath } from '../people/index.ts'

/** Where somebody writes. */
export const ownReflectionsPath = `${mePath}/reflections`
export const beginReflectionPath = `${ownReflectionsPath}/begin`
export const ownReflectionPath = (id: string) => `${ownReflectionsPath}/${id}`
export const saveReflectionPath = (id: string) => `${ownReflectionPath(id)}/save`
export const inviteAuthorPath = (id: string) => `${ownReflectionPath(id)}/invite`
/** How it will be read, with the button that agrees to it. */
export const agreePath = (id: string) => `${ownReflectionPath(id)}/agree`
export const takeBackAgreementPath = (id: string) => `${ownReflectionPath(id)}/take-back`
export const leaveReflectionPath = (id: string) => `${ownReflectionPath(id)}/leave`

/** Those that were shared, in the office. */
export const reflectionsPath = '/office/reflections'
export const reflectionPath = (id: string) => `${reflectionsPath}/${id}`
export const draftPostPath = (id: string) => `${reflectionPath(id)}/draft`
export const setAsidePath = (id: string) => `${reflectionPath(id)}/set-aside`
