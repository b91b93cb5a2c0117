import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Account } from '../login/issuer.ts'

const person = z.object({ sub: z.string(), username: z.string(), isEnabled: z.boolean() })
const kept = z.array(person)
type Person = z.infer<typeof person>

/** Who may sign in to a local run: the made-up people, and who was invited. Kept in the data folder. */
export type People = {
  /** Those who may sign in now. */
  accounts: () => readonly Account[]
  /** By email or by `sub`. */
  find: (name: string) => Person | undefined
  /** Undefined where there is somebody of this name. */
  invite: (email: string) => Person | undefined
  setEnabled: (sub: string, isEnabled: boolean) => void
  signOut: (sub: string) => void
  /** Tells whose sessions are to end. */
  whenSignedOut: (listener: (sub: string) => void) => void
}

const invitedAccount = ({ sub, username }: Person): Account => ({
  sub,
  username,
  name: username,
  description: {
    en: 'was invited; what they may do stands in the roster table',
    lo: 'ຖືກເຊີນ; ສິດຂອງເຂົາຢູ່ໃນຕາຕະລາງບັນຊີ',
  },
})

/** Opens the people of a data folder. */
export function openPeople(dataFolder: string, seeds: readonly Account[]): People {
  const file = join(dataFolder, 'people.json')
  const stored = existsSync(file) ? kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  const people = new Map<string, Person>(
    [...seeds.map(({ sub, username }) => ({ sub, username, isEnabled: true })), ...stored].map((one) => [
      one.sub,
      one,
    ]),
  )
  const listeners: ((sub: string) => void)[] = []
  const find = (name: string): Person | undefined =>
    people.get(name) ?? [...people.values()].find(({ username }) => username === name.toLowerCase())
  const save = (changed: Person): void => {
    people.set(changed.sub, changed)
    writeFileSync(`${file}.new`, JSON.stringify([...people.values()]), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return {
    accounts: () =>
      [...people.values()]
        .filter(({ isEnabled }) => isEnabled)
        .map((one) => seeds.find(({ sub }) => sub === one.sub) ?? invitedAccount(one)),
    find,
    invite: (email) => {
      if (find(email) !== undefined) return undefined
      const invited = { sub: randomUUID(), username: email.toLowerCase(), isEnabled: true }
      save(invited)
      return invited
    },
    setEnabled: (sub, isEnabled) => {
      const found = people.get(sub)
      if (found !== undefined) save({ ...found, isEnabled })
    },
    signOut: (sub) => {
      for (const listener of listeners) listener(sub)
    },
    whenSignedOut: (listener) => {
      listeners.push(listener)
    },
  }
}
