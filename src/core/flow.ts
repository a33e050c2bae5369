/** A state machine as a table: who may follow whom. The README's diagrams are printed from it. */
export interface Flow<S extends string> {
  readonly states: readonly S[];
  may(from: S, to: S): boolean;
  ends(state: S): boolean;
  /** Mermaid source of the diagram. */
  diagram(): string;
}

export function flow<const T extends Record<string, readonly string[]>>(
  table: T & { [K in keyof T]: readonly (keyof T & string)[] },
): Flow<keyof T & string> {
  const states = Object.keys(table) as (keyof T & string)[];
  const after = (state: keyof T & string): readonly string[] => table[state];
  return {
    states,
    may: (from, to) => after(from).includes(to),
    ends: (state) => after(state).length === 0,
    diagram: () =>
      ['stateDiagram-v2', ...states.flatMap((s) => after(s).map((to) => `  ${s} --> ${to}`))].join('\n'),
  };
}
