import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { commandLineOf, isAlive } from './processes.ts'

/** A data folder that belongs to this run until `release`, or until this process ends in whatever way. */
export type FolderLock = { recordChildren: (pids: number[]) => void; release: () => void }

const ownerSchema = z.object({ pid: z.number().int(), childPids: z.array(z.number().int()) })

/**
 * Takes a data folder for this process. The lock itself is the operating system's (an SQLite lock), which no
 * crash leaves behind; `owner.json` only says who has it. Stores that a killed run left behind are waited for
 * and then ended, if they are truly ours. Throws with the other process's id where the folder is in use.
 */
export async function lockFolder(dataFolder: string): Promise<FolderLock> {
  mkdirSync(dataFolder, { recursive: true })
  const ownerFile = join(dataFolder, 'owner.json')
  const database = new DatabaseSync(join(dataFolder, 'lock.db'), { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    const owner = readOwner(ownerFile)
    throw new Error(
      `${dataFolder} is in use by ${owner === undefined ? 'another process' : `process ${owner.pid}`}. ` +
        'Stop it first, or give this run a folder of its own.',
      { cause: error },
    )
  }
  for (const pid of readOwner(ownerFile)?.childPids ?? []) await endOrphan(pid, dataFolder)
  const record = (childPids: number[]): void => {
    writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, childPids }))
  }
  record([])
  return {
    recordChildren: record,
    release: () => {
      writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, childPids: [] }))
      database.close()
    },
  }
}

function readOwner(file: string) {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** A store ends by itself when its runner dies; one that hangs is killed after 3 s. */
async function endOrphan(pid: number, dataFolder: string): Promise<void> {
  const isOurs = (): boolean => isAlive(pid) && (commandLineOf(pid)?.includes(dataFolder) ?? false)
  const giveUpAt = Date.now() + 3000
  while (isOurs() && Date.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 50))
  if (isOurs()) process.kill(pid, 'SIGKILL')
}
