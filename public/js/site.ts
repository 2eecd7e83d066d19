/* On every page, each part a small kindness: all pages work without it. */
import './errors.ts'
import './guard.ts'
import './live-progress.ts'
import './press-once.ts'
