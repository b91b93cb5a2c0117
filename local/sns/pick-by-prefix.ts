/** A rule for the phones that begin so, maybe only for the first so many messages. */
type PrefixRule = { phonePrefix: string; times?: number | undefined }

/** Finds the rule of a phone: the longest prefix that matches counts. A rule that is used up stands for none. */
export function createPrefixPicker<Rule extends PrefixRule>(
  rules: readonly Rule[],
): (phone: string) => Rule | undefined {
  const sorted = rules.toSorted((left, right) => right.phonePrefix.length - left.phonePrefix.length)
  const met = new Map<Rule, number>()
  return (phone) => {
    const rule = sorted.find((candidate) => phone.startsWith(candidate.phonePrefix))
    if (rule?.times === undefined) return rule
    const count = (met.get(rule) ?? 0) + 1
    met.set(rule, count)
    return count > rule.times ? undefined : rule
  }
}
