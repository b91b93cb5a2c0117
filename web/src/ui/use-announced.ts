import { useEffect, useRef, useState } from 'preact/hooks'

const pauseMs = 15_000

/** What a screen reader is told of a text that changes all the time: the latest, at most every 15 seconds. */
export const useAnnounced = (text: string): string => {
  const [said, setSaid] = useState(text)
  const saidAtMs = useRef(0)
  useEffect(() => {
    if (text === said) return undefined
    const wait = Math.max(0, saidAtMs.current + pauseMs - Date.now())
    const timer = setTimeout(() => {
      saidAtMs.current = Date.now()
      setSaid(text)
    }, wait)
    return () => clearTimeout(timer)
  }, [text, said])
  return said
}
