/** How a text came to be. */
export const revisionKinds = ['begun', 'saved', 'merged', 'restored', 'found'] as const
export type RevisionKind = (typeof revisionKinds)[number]
