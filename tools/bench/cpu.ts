import { readdirSync, readFileSync } from 'node:fs'

/** The processes that this one has started and that still run; empty where the system does not tell. */
export const children = (): number[] => {
  try {
    const tasks = readdirSync('/proc/self/task')
    return tasks.flatMap((task) => numbersIn(readFileSync(`/proc/self/task/${task}/children`, 'utf8')))
  } catch {
    return []
  }
}

/** Milliseconds of CPU that a process has used so far, all its threads together; undefined where nobody tells. */
export const cpuOf = (pid: number): number | undefined => {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`)
    const used = tasks.map(
      (task) => numbersIn(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8'))[0]!,
    )
    return used.reduce((sum, ns) => sum + ns, 0) / 1e6
  } catch {
    return undefined
  }
}

const numbersIn = (text: string): number[] => text.split(/\s+/).filter(Boolean).map(Number)
