import { existsSync, renameSync, rmSync } from 'node:fs'

/**
 * Gives what was made in `fresh` its name. Where another run was quicker, its folder stays: both were made of the same
 * sources.
 */
export function takeName(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
}
