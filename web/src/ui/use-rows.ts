import { useEffect, useState } from 'preact/hooks'

const pageRows = 50

/** The first rows of a long list, and more on request, on paper all of them; `key` names the list, which begins anew with another. */
export const useRows = <T>(all: readonly T[], key: string) => {
  const [most, setMost] = useState(pageRows)
  useEffect(() => setMost(pageRows), [key])
  useEffect(() => {
    const showAll = (): void => setMost(Infinity)
    window.addEventListener('beforeprint', showAll)
    return () => window.removeEventListener('beforeprint', showAll)
  }, [])
  const rows = all.slice(0, most)
  return {
    rows,
    more: Math.min(pageRows, all.length - rows.length),
    showMore: () => setMost((now) => now + pageRows),
  }
}
