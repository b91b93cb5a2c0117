/**
 * Who may sign in at all; what they may do then is not its business. Each call may be repeated: it leaves things as
 * they are where they are so already.
 */
export type SignInDirectory = {
  /** Who has this email address, if anybody. */
  find: (email: string) => Promise<{ id: string } | undefined>
  /** Invites by email, or finds who was invited before. `id` is what their tokens carry as `sub`. */
  invite: (email: string) => Promise<{ id: string }>
  /** No new sign-in, and no session goes on. Who is not in the directory is out already. */
  disable: (id: string) => Promise<void>
  enable: (id: string) => Promise<void>
}
