/** One row of a state machine: the action takes what is in one of `from` to `to`. */
export type Transition<State extends string, Action extends string> = {
  readonly action: Action
  readonly from: readonly State[]
  readonly to: State
}

/** The row of an action. Every action stands in its table exactly once per target (held by a test). */
export const transitionOf = <State extends string, Action extends string>(
  table: readonly Transition<State, Action>[],
  action: Action,
): Transition<State, Action> => {
  const row = table.find((candidate) => candidate.action === action)
  if (row === undefined) throw new Error(`no transition for the action ${action}`)
  return row
}
