/** What a person can be told in one plain sentence; anything else that is thrown is a defect. */
export class Trouble extends Error {
  override name = 'Trouble'
  readonly exitCode: 1 | 2

  /** Exit code 2 is for a command line that we cannot follow, 1 for everything else. */
  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/** Prints trouble as one sentence, a defect with its stack, and says with what to exit. */
export const report = (error: unknown): number => {
  console.error(error instanceof Trouble ? error.message : error)
  return error instanceof Trouble ? error.exitCode : 1
}
