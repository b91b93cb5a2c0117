/** What a button of one card does, and to whom where only a screen reader needs to be told. */
export const Of = ({ name, children }: { name: string; children: string }) => (
  <>
    {children}
    <span class="seen-by-none"> {name}</span>
  </>
)
