/** How a state looks: only `done` is green, and no colour stands without its word. */
export type Tone = 'done' | 'waits' | 'wrong' | 'plain'

type Props = {
  tone: Tone
  /** With the shape before it that the map draws for the tone. */
  shaped?: boolean
  children: string
}

/** A state in a word or two. */
export const Tag = ({ tone, shaped = false, children }: Props) => (
  <strong class={`tag ${tone}${shaped ? ' shape' : ''}`}>{children}</strong>
)
