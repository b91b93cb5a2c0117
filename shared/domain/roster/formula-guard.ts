/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, which `withoutFormulaGuard` takes
 * away again. Texts that already look guarded get one more, so that the two are exact inverses.
 * The characters are those of OWASP's page on CSV injection, full-width forms among them.
 */
export function withFormulaGuard(text: string): string {
  return needsGuard.test(text) ? `'${text}` : text
}

/** The text as it was before `withFormulaGuard`; texts without the guard stay as they are. */
export function withoutFormulaGuard(text: string): string {
  return isGuarded.test(text) ? text.slice(1) : text
}

const needsGuard = /^'*[=+\-@\t\r\n＝＋－＠]/
const isGuarded = /^'+[=+\-@\t\r\n＝＋－＠]/
