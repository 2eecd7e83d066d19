export const exportPath = '/office/export'
export const takePath = `${exportPath}/take`
