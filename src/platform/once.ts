/** What is made when it is first asked for, and kept. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** What follows from a value alone, worked out once for as long as the value is there. */
export function oncePer<Of extends object, Value>(work: (of: Of) => Value): (of: Of) => Value {
  const known = new WeakMap<Of, { value: Value }>()
  return (of) => {
    const found = known.get(of) ?? { value: work(of) }
    known.set(of, found)
    return found.value
  }
}

/**
 * A question that several ask in one turn is asked once, and all of them hear that answer: when the last of them comes it has
 * not left yet.
 */
export function askedTogether<Given extends readonly unknown[], Answer>(
  ask: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer> {
  let inThisTurn: { given: Given; answer: Promise<Answer> }[] = []
  return (...given) => {
    const same = inThisTurn.find((one) => isSame(one.given, given))
    if (same) return same.answer
    if (inThisTurn.length === 0)
      queueMicrotask(() => {
        inThisTurn = []
      })
    const answer = ask(...given)
    inThisTurn.push({ given, answer })
    return answer
  }
}

const isSame = (some: readonly unknown[], others: readonly unknown[]) =>
  some.length === others.length && some.every((one, index) => one === others[index])
