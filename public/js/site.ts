/* On every page, each part a small kindness: all pages work without it. */
import './account-menu.ts'
import './auto-save.ts'
import './guard.ts'
import './live-progress.ts'
import './news.ts'
import './own-clock.ts'
import './press-once.ts'
import './session-end.ts'
