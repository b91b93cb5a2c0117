import type { SignInDirectory } from '../../shared/gateway/sign-in-directory.ts'

/** A directory of this process: what it was told, by `sub`, and a fault to throw at the next call. */
export const createMemoryDirectory = () => {
  const people = new Map<string, { email: string; isEnabled: boolean; signOuts: number }>()
  const state: { people: typeof people; fault: Error | undefined } = { people, fault: undefined }
  const failOnce = (): void => {
    const { fault } = state
    state.fault = undefined
    if (fault !== undefined) throw fault
  }
  const idOf = (email: string) => [...people].find(([, one]) => one.email === email)?.[0]
  const directory: SignInDirectory = {
    find: async (email) => {
      const id = idOf(email)
      return id === undefined ? undefined : { id }
    },
    invite: async (email) => {
      failOnce()
      const known = idOf(email)
      if (known !== undefined) return { id: known }
      const id = `sub-${people.size + 1}`
      people.set(id, { email, isEnabled: true, signOuts: 0 })
      return { id }
    },
    disable: async (id) => {
      failOnce()
      const one = people.get(id)
      if (one !== undefined) people.set(id, { ...one, isEnabled: false, signOuts: one.signOuts + 1 })
    },
    enable: async (id) => {
      failOnce()
      const one = people.get(id)
      if (one !== undefined) people.set(id, { ...one, isEnabled: true })
    },
  }
  return { ...directory, state }
}
