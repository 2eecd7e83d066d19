export { type Draw, drawFrom } from '../draw.ts'
