export const roundOption = { help: 'for example 2016A', value: 'CODE', required: true }
