/** Waits until a question is answered with something true; throws after the limit. */
export async function until<Answer>(ask: () => Answer | Promise<Answer>, limitMs = 10_000): Promise<Answer> {
  const giveUpAt = Date.now() + limitMs
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > giveUpAt) throw new Error('it did not come to pass in time')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
