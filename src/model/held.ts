/** A cell of the plan that a scenario holds; or of a channel its openings, with the target and whether it takes part. */
export type Held =
  | { readonly is: 'driver' | 'result'; readonly part: string; readonly record: string; readonly cell: string }
  | {
      readonly is: 'openings';
      readonly part: string;
      readonly record: string;
      readonly enabled: string;
      readonly target: string;
      readonly months: string;
    };
