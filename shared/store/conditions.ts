/** Whether a write was refused because its condition did not hold: a lost race, which is a value and no fault. */
const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException'

/** Runs a conditional write; false where its condition did not hold. */
export const holds = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write()
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}
