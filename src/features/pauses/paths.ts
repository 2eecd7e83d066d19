export const pausePath = '/office/network/pause'
export const wakePath = `${pausePath}/wake`
