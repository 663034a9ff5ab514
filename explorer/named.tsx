/** A name as `plainText` spells it, its subscripts set as such: `(g−2)_μ`, `N_eff`. */
export function Named({ text }: { text: string }) {
  return (
    <>
      {text.split(/_(\([^)]*\)|[\p{L}\p{N}]+)/u).map((piece, i) => {
        if (i % 2 === 0) return piece
        return <sub key={i}>{piece}</sub>
      })}
    </>
  )
}
