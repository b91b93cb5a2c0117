/** A person as the sign-in service knows them; `id` is what their tokens carry as `sub`. */
type SignInUsers = {
  /** Invites by email, or finds who was invited before. */
  invite: (person: { name: string; email: string }) => Promise<{ id: string }>
}

/** The roster table, as far as the first admin goes. */
type AdminItems = {
  /** Writes the item where there is none of its key; tells whether it did. */
  putNew: (item: ReturnType<typeof adminItem>) => Promise<boolean>
}

/**
 * Gives a stage its first admin: an invitation by email and the entry that makes them one. May be run again after
 * a failure; who has an entry keeps it as it is.
 */
export const inviteFirstAdmin = async (
  { users, items }: { users: SignInUsers; items: AdminItems },
  person: { name: string; email: string },
): Promise<{ outcome: 'invited' | 'had-an-entry' }> => {
  const { id } = await users.invite(person)
  const isNew = await items.putNew(adminItem(id, person.name))
  return { outcome: isNew ? 'invited' : 'had-an-entry' }
}

/** The entry of a user as the roster table keeps it. An admin of all Laos: somebody has to begin. */
const adminItem = (id: string, name: string) => ({
  PK: 'USERS' as const,
  SK: id,
  schemaVersion: 1 as const,
  type: 'user' as const,
  id,
  name,
  roles: ['admin'] as const,
  areas: ['LA'] as const,
  status: 'active' as const,
})
