/** Why a sender could not settle what it had claimed. */
export type Doubt =
  | { cause: 'kill'; kill: number }
  /** Lambda's own time limit, or anything else that ended the thread unasked. */
  | { cause: 'ended' }
  /** It lived, but none of its tries to settle got through before the lease was over. */
  | { cause: 'unsettled' }

type Claim = {
  token: string
  dispatch: string
  sender: string
  leaseEndsAtMs: number
  state: 'asked' | 'held' | 'refused' | 'settled' | 'taken-over'
  publishes: number
  endedBy: Doubt | undefined
}

/** A kill that was carried out, with the dispatches that its senders had claimed and not settled. */
export type Kill = { number: number; what: string; dispatches: readonly string[] }

/** What the pass-through saw of claims, kills and lost answers: what may explain a doubt. */
export type Ledger = ReturnType<typeof createLedger>

export const smsKey = (alertId: string, phone: string): string => `${alertId}/${phone}`

/** The claims of all senders; `now` in epoch milliseconds. */
export const createLedger = (now: () => number = Date.now) => {
  const claims = new Map<string, Claim>()
  const doubts = new Map<string, Doubt[]>()
  const lostAnswers = new Set<string>()
  const earlyTakeovers: string[] = []
  const kills: Kill[] = []
  const isOpen = ({ state }: Claim): boolean => state === 'asked' || state === 'held'
  const openOf = (isTheirs: (sender: string) => boolean): Claim[] =>
    [...claims.values()].filter((claim) => isTheirs(claim.sender) && isOpen(claim))

  const noteDoubt = (dispatch: string, doubt: Doubt): void => {
    doubts.set(dispatch, [...(doubts.get(dispatch) ?? []), doubt])
  }
  return {
    doubts,
    lostAnswers,
    earlyTakeovers,
    kills,

    claimAsked: (sender: string, call: { dispatch: string; token: string; leaseEndsAtMs: number }): void => {
      if (claims.has(call.token)) return
      const { dispatch, token, leaseEndsAtMs } = call
      claims.set(token, {
        token,
        dispatch,
        sender,
        leaseEndsAtMs,
        state: 'asked',
        publishes: 0,
        endedBy: undefined,
      })
    },
    claimAnswered: (token: string, isGranted: boolean): void => {
      const claim = claims.get(token)
      if (claim?.state === 'asked') claim.state = isGranted ? 'held' : 'refused'
    },

    /** A lease was taken off a dispatch: by who held it, in time, or by somebody after its end. */
    leaseRemoved: (sender: string, { dispatch, token }: { dispatch: string; token: string }): void => {
      const claim = claims.get(token)
      if (claim === undefined) return
      const isOver = now() >= claim.leaseEndsAtMs
      const isOwn = claim.sender === sender
      claim.state = isOwn && !isOver ? 'settled' : 'taken-over'
      if (isOwn && !isOver) return
      if (!isOver) earlyTakeovers.push(dispatch)
      noteDoubt(dispatch, claim.endedBy ?? { cause: 'unsettled' })
    },

    /** The place of this publish among those of its claim, from 1; 0 where nobody holds the dispatch. */
    published: (sender: string, dispatch: string): number => {
      const claim = openOf((one) => one === sender).find((one) => one.dispatch === dispatch)
      if (claim === undefined) return 0
      claim.publishes += 1
      return claim.publishes
    },
    answerLost: (alertId: string, phone: string): void => {
      lostAnswers.add(smsKey(alertId, phone))
    },

    isOwn: (sender: string, token: string): boolean => claims.get(token)?.sender === sender,
    /** Who claimed the dispatch last. */
    lastSenderOf: (dispatch: string): string | undefined =>
      [...claims.values()].findLast((claim) => claim.dispatch === dispatch && claim.state !== 'refused')
        ?.sender,

    /** Answers with the dispatches that they held. */
    sendersEnded: (isTheirs: (sender: string) => boolean, doubt: Doubt): string[] => {
      const open = openOf(isTheirs)
      for (const claim of open) claim.endedBy ??= doubt
      return open.map((claim) => claim.dispatch)
    },
    killDone: (kill: Kill): void => {
      kills.push(kill)
    },
  }
}
