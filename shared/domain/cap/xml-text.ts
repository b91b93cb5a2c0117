/** What XML 1.0 has no way to write: control characters and halves of characters. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as it can stand in XML, on one line: some readers take white space around a value for a part of it. */
export const xmlText = (text: string): string =>
  text.replaceAll(unwritable, '').replaceAll(/\s+/g, ' ').trim()
