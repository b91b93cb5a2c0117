import { useEffect, useState } from 'preact/hooks'
import { callApi, type CallFailure } from '../../api/call-api.ts'
import type { AnswerOf } from '../../api/routes.ts'
import type { AlertBody } from '../../drafts/draft.ts'

export type FiguresView = AnswerOf<'POST /v1/compose'>

/** What the draft comes to. `fresh`: the figures are of the draft as it is now, not of an earlier one. */
export type Figures = {
  view: FiguresView | undefined
  fresh: boolean
  failure: CallFailure | undefined
}

const pauseMs = 500

/** Asks anew when the network is back. */
const useOnlineTurns = (): number => {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const next = (): void => setTurn((now) => now + 1)
    window.addEventListener('online', next)
    return () => window.removeEventListener('online', next)
  }, [])
  return turn
}

/** Has the API count what the draft comes to, a moment after its last change; nothing of it is written there. */
export const useFigures = (body: AlertBody | undefined): Figures => {
  const [known, setKnown] = useState<{ key: string; view: FiguresView } | undefined>(undefined)
  const [failed, setFailed] = useState<{ key: string; failure: CallFailure } | undefined>(undefined)
  const turn = useOnlineTurns()
  const { expiresAtIso: _unused, ...counted } = body ?? {}
  const key = body === undefined ? '' : JSON.stringify(counted)
  useEffect(() => {
    if (body === undefined) return undefined
    let ended = false
    const ask = async (): Promise<void> => {
      const { expiresAtIso: _untold, ...wish } = body
      const result = await callApi('POST /v1/compose', { body: wish })
      if (ended) return
      if (result.ok) setKnown({ key, view: result.body })
      setFailed(result.ok ? undefined : { key, failure: result.failure })
    }
    const timer = setTimeout(() => void ask(), pauseMs)
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [key, turn])
  return {
    view: known?.view,
    fresh: known !== undefined && known.key === key,
    failure: failed?.key === key ? failed.failure : undefined,
  }
}
