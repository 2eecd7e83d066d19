export const harvestPath = '/oai'
