import { useRef, useState } from 'preact/hooks'
import type { CallFailure, CallResult } from './call-api.ts'
import { isRefusal } from './is-refusal.ts'

/** What became of the last press of a button that changes something. */
export type Sending = {
  busy: boolean
  failure: CallFailure | undefined
  /** Sends once, however often it is pressed; true where it was done. */
  send: () => Promise<boolean>
}

/**
 * A change that is asked for at most once: while it is under way a second press does nothing, and another try after
 * a lost connection carries the same Idempotency-Key, so that the API does it once. A key ends with its success, or
 * with a refusal, after which the request is another one.
 */
export const useSend = <T>(
  call: (idempotencyKey: string) => Promise<CallResult<T>>,
  onDone: (body: T) => void,
): Sending => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | undefined>(undefined)
  const key = useRef<string | undefined>(undefined)
  const underWay = useRef(false)
  const send = async (): Promise<boolean> => {
    if (underWay.current) return false
    underWay.current = true
    setBusy(true)
    key.current ??= newKey()
    const result = await call(key.current)
    underWay.current = false
    setBusy(false)
    setFailure(result.ok ? undefined : result.failure)
    if (result.ok || isRefusal(result.failure)) key.current = undefined
    if (result.ok) onDone(result.body)
    return result.ok
  }
  return { busy, failure, send }
}

/** A name that no other request has: `crypto.randomUUID` is missing on phones of 2020. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
