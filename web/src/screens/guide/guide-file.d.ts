declare module '*.md' {
  export const guide: readonly import('../../../read-guide.ts').GuideBlock[]
}
