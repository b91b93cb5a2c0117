import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

let isFirst = true

type Props = {
  title: string
  /** What stands smaller after the title, like a number. */
  note?: string | undefined
  children: ComponentChildren
}

/**
 * A screen with its one heading. A change of screen moves the focus there, so that a screen reader tells where one
 * is; the first screen of a visit leaves it alone.
 */
export const Screen = ({ title, note, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Siang`
  }, [title])
  useEffect(() => {
    if (isFirst) isFirst = false
    else heading.current?.focus()
  }, [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
        {note && <small> {note}</small>}
      </h1>
      {children}
    </>
  )
}
