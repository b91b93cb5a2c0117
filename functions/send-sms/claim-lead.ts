/** How long before its first slot a sender asks for slots, as its own claims have shown. */
export type ClaimLead = { ms: () => number; took: (claimMs: number) => void }

const shortestMs = 30
const longestMs = 400

/**
 * A claim lies between the reservation and its first SMS: a slot that passes meanwhile is lost to everybody. The lead
 * follows the slower ones of the last claims.
 */
export const createClaimLead = (): ClaimLead => {
  let slowMs = 40
  return {
    ms: () => Math.ceil(Math.min(longestMs, Math.max(shortestMs, slowMs))),
    took: (claimMs) => {
      slowMs = Math.max(claimMs + 5, slowMs * 0.95)
    },
  }
}
