/** How a state looks: only `done` is green, and no colour stands without its word. */
export type Tone = 'done' | 'waits' | 'wrong' | 'plain'

/** A state in a word or two. */
export const Tag = ({ tone, children }: { tone: Tone; children: string }) => (
  <strong class={`tag ${tone}`}>{children}</strong>
)
