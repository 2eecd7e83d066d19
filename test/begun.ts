import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Says, when a run is told to stop, which files and tests had begun and not ended: one of them may never end. */
export default class Begun implements Reporter {
  readonly #open = new Map<string, string>()

  onInit() {
    process.once('SIGTERM', () => {
      for (const name of this.#open.values()) console.error(`Not ended: ${name}`)
      process.exit(1)
    })
  }

  onTestModuleQueued({ id, relativeModuleId }: TestModule) {
    this.#open.set(id, relativeModuleId)
  }

  onTestModuleEnd({ id }: TestModule) {
    this.#open.delete(id)
  }

  onTestCaseReady({ id, module, fullName }: TestCase) {
    this.#open.set(id, `${module.relativeModuleId}  ${fullName}`)
  }

  onTestCaseResult({ id }: TestCase) {
    this.#open.delete(id)
  }
}
