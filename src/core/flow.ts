/** A state machine as a table: who may follow whom. The README's diagrams are printed from it. */
export interface Flow<S extends string> {
  readonly states: readonly S[];
  may(from: S, to: S): boolean;
  ends(state: S): boolean;
  /** Mermaid source of the diagram. */
  diagram(): string;
}

export function flow<S extends string>(table: Record<S, readonly S[]>): Flow<S> {
  const states = Object.keys(table) as S[];
  return {
    states,
    may: (from, to) => table[from].includes(to),
    ends: (state) => table[state].length === 0,
    diagram: () =>
      ['stateDiagram-v2', ...states.flatMap((s) => table[s].map((to) => `  ${s} --> ${to}`))].join('\n'),
  };
}
