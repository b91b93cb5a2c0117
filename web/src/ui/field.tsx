import type { ComponentChildren } from 'preact'

type Props = {
  /** The id of the control inside, which error summaries link to. */
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  children: ComponentChildren
}

/** Names for `aria-describedby` of a control in a field. */
export const describedBy = (
  id: string,
  { hint, error }: { hint?: unknown; error?: unknown },
): string | undefined =>
  [hint === undefined ? [] : [`${id}-hint`], error === undefined ? [] : [`${id}-error`]].flat().join(' ') ||
  undefined

/** A labelled control with its hint and its fault, in the order in which they are read. */
export const Field = ({ id, label, hint, error, children }: Props) => (
  <div class={error === undefined ? 'field' : 'field error'}>
    <label for={id}>{label}</label>
    {hint === undefined ? null : (
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    )}
    {error === undefined ? null : <p id={`${id}-error`}>{error}</p>}
    {children}
  </div>
)
