export const outletsPath = '/office/outlets'
export const addOutletPath = `${outletsPath}/add`
export const outletActPath = (id: string, act: 'try' | 'remove') => `${outletsPath}/${id}/${act}`
export const tellAgainPath = (outletId: string, postId: string) =>
  `${outletsPath}/${outletId}/posts/${postId}/again`
