/** A piece of a template's words: as it stands, or the name of a slot that is filled in. */
export type Piece = { text: string } | { slot: string }

/** The words of a template piece by piece, `{slot}` apart from what stands around it. */
export const inSlots = (wording: string): Piece[] =>
  wording
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { slot: piece.slice(1, -1) } : { text: piece }))
